//! How a document is imported.

use std::collections::BTreeMap;

use apigw_model::EndpointType;

/// What becomes of the base path of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BasePath {
    /// It is left out.
    Ignore,
    /// Each segment of it becomes a resource.
    Prepend,
    /// Its first segment is left out, and the others become resources.
    Split,
}

/// How a document is imported.
#[derive(Debug, Clone)]
pub(super) struct ImportOptions {
    pub(super) base_path: BasePath,
    pub(super) ignores_documentation: bool,
    pub(super) endpoint_types: Vec<EndpointType>,
    pub(super) fails_on_warnings: bool,
}

impl ImportOptions {
    /// Reads the parameters of a call; those that mean nothing are ignored.
    pub(super) fn new(parameters: Option<&BTreeMap<String, String>>, fails_on_warnings: Option<bool>) -> Self {
        let parameter = |name: &str| {
            let mut known = parameters.into_iter().flatten();
            known.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
        };
        let base_path = match parameter("basepath").map(str::to_ascii_lowercase).as_deref() {
            Some("prepend") => BasePath::Prepend,
            Some("split") => BasePath::Split,
            _ => BasePath::Ignore,
        };
        let types = parameter("endpointConfigurationTypes").unwrap_or_default().split(',').map(str::trim);
        Self {
            base_path,
            ignores_documentation: parameter("ignore").is_some_and(|what| what.eq_ignore_ascii_case("documentation")),
            endpoint_types: types.filter(|name| !name.is_empty()).map(EndpointType::from).collect(),
            fails_on_warnings: fails_on_warnings == Some(true),
        }
    }

    /// The segments that go in front of each path.
    pub(super) fn segments<'p>(&self, base_path: &'p str) -> Vec<&'p str> {
        let segments = base_path.split('/').filter(|segment| !segment.is_empty());
        match self.base_path {
            BasePath::Ignore => Vec::new(),
            BasePath::Prepend => segments.collect(),
            BasePath::Split => segments.skip(1).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ImportOptions;

    #[test]
    fn base_paths_become_resources_as_asked() {
        let segments = |how: &str| {
            let parameters = [("basepath".to_owned(), how.to_owned())].into();
            ImportOptions::new(Some(&parameters), None).segments("a/b/c").join("/")
        };
        assert_eq!(
            (segments("prepend"), segments("split"), segments("ignore")),
            ("a/b/c".to_owned(), "b/c".to_owned(), String::new())
        );
        assert!(ImportOptions::new(None, None).segments("a").is_empty());
    }
}
