//! Which stage a request is for: by its host name, or by the start of its path.

/// Where a request leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Address<'r> {
    /// The identifier of the API.
    pub(crate) api: &'r str,
    /// The name of the stage.
    pub(crate) stage: &'r str,
    /// The path below the stage, with the query.
    pub(crate) target: &'r str,
}

/// The stage that a request is for; nothing if it is for the control plane.
pub(crate) fn address<'r>(host: &'r str, target: &'r str) -> Option<Address<'r>> {
    if let Some((api, _)) = host.split_once(".execute-api.") {
        let (stage, target) = first(target.strip_prefix('/')?);
        return Some(Address { api, stage, target });
    }
    if let Some(rest) = target.strip_prefix("/_aws/execute-api/") {
        let (api, rest) = first(rest);
        let (stage, target) = first(rest.strip_prefix('/')?);
        return Some(Address { api, stage, target });
    }
    let (api, rest) = first(target.strip_prefix("/restapis/")?);
    let (stage, rest) = first(rest.strip_prefix('/')?);
    let target = rest.strip_prefix("/_user_request_")?;
    matches!(target.chars().next(), None | Some('/' | '?')).then_some(Address { api, stage, target })
}

/// The first segment of a path, and what follows it.
fn first(path: &str) -> (&str, &str) {
    path.split_at(path.find(['/', '?']).unwrap_or(path.len()))
}

#[cfg(test)]
mod tests {
    use super::{Address, address};

    #[test]
    fn stages_go_by_host_names_and_by_paths() {
        let of = |host, target| address(host, target).map(|Address { api, stage, target }| (api, stage, target));
        assert_eq!(of("a1.execute-api.localhost", "/prod/pets?x=/"), Some(("a1", "prod", "/pets?x=/")));
        assert_eq!(of("a1.execute-api.localhost", "/prod"), Some(("a1", "prod", "")));
        assert_eq!(of("localhost", "/_aws/execute-api/a1/prod//x"), Some(("a1", "prod", "//x")));
        assert_eq!(of("localhost", "/restapis/a1/prod/_user_request_/pets"), Some(("a1", "prod", "/pets")));
        assert_eq!(of("localhost", "/restapis/a1/prod/_user_request_"), Some(("a1", "prod", "")));
        assert_eq!(of("localhost", "/restapis/a1/stages/prod"), None);
        assert_eq!(of("localhost", "/restapis/a1/prod/_user_request_x"), None);
    }
}
