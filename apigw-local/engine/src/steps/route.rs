//! Which resource a path leads to, and with what parameters.

use crate::http::percent::decoded;
use crate::mapping::Parameters;

/// The parameters that the path of a request gives to a resource; nothing if it does not lead there.
///
/// ```
/// use apigw_engine::path_parameters;
///
/// assert_eq!(path_parameters("/pets/{petId}", "/pets/7/"), Some(vec![("petId".to_owned(), "7".to_owned())]));
/// assert_eq!(path_parameters("/{proxy+}", "/a//b"), Some(vec![("proxy".to_owned(), "a//b".to_owned())]));
/// assert_eq!(path_parameters("/pets", "/cats"), None);
/// ```
pub fn path_parameters(resource_path: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (pattern, path) = (resource_path.trim_matches('/'), path.strip_suffix('/').unwrap_or(path));
    let mut rest = path.trim_start_matches('/');
    let mut found = Vec::new();
    if pattern.is_empty() {
        return rest.is_empty().then_some(found);
    }

    for segment in pattern.split('/') {
        let variable = segment.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
        if let Some(name) = variable.and_then(|name| name.strip_suffix('+')) {
            if rest.is_empty() {
                return None;
            }
            found.push((name.to_owned(), decoded(rest)));
            return Some(found);
        }
        let (here, after) = rest.split_once('/').unwrap_or((rest, ""));
        match variable {
            Some(name) if !here.is_empty() => found.push((name.to_owned(), decoded(here))),
            None if here == segment => {}
            _ => return None,
        }
        rest = after;
    }
    rest.is_empty().then_some(found)
}

/// The parameters of a request to a resource.
pub(crate) fn parameters(
    path: Vec<(String, String)>,
    query: &[(String, String)],
    headers: &crate::http::Headers,
) -> Parameters {
    let mut parameters = Parameters::new();
    for (name, value) in path {
        parameters = parameters.path(name, value);
    }
    for (name, value) in query {
        parameters = parameters.query(name.as_str(), value.as_str());
    }
    for (name, value) in headers.iter() {
        parameters = parameters.header(name, value);
    }
    parameters
}
