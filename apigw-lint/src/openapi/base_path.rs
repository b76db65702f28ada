//! The base path of a document, which an import can put in front of its paths.

use super::document::OpenApi;
use crate::read::SourceNode;

impl OpenApi<'_, '_> {
    /// The base path: `basePath` of version 2; of version 3 the variable of this name, or the path of the first server.
    /// Without slashes at its ends; empty if there is none.
    pub(crate) fn base_path(&self) -> String {
        let path = self.root.get("basePath").and_then(SourceNode::text).map(str::to_owned);
        let path = path.or_else(|| self.path_of_server()).unwrap_or_default();
        path.trim_matches('/').to_owned()
    }

    fn path_of_server(&self) -> Option<String> {
        let server = self.root.get("servers")?.items().first()?;
        let variables = server.get("variables").map(SourceNode::entries).unwrap_or_default();
        let default = |variable: &SourceNode<'_>| variable.get("default").and_then(SourceNode::text).map(str::to_owned);
        // The variable of this name is the base path even if the URL does not have it.
        if let Some(path) = server.at(&["variables", "basePath"]).and_then(default) {
            return Some(path);
        }

        let mut url = server.get("url")?.text()?.to_owned();
        for (name, variable) in variables {
            if let (Some(name), Some(value)) = (name.text(), default(variable)) {
                url = url.replace(&format!("{{{name}}}"), &value);
            }
        }
        let after_scheme = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        let path = if after_scheme.len() == url.len() { Some(url.as_str()) } else { None };
        path.or_else(|| after_scheme.split_once('/').map(|(_, path)| path)).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::OpenApi;
    use crate::definition::Shapes;
    use crate::read::read;

    #[test]
    fn base_paths_are_found_in_both_versions() {
        let of = |text: &str| {
            let root = read(text).expect("YAML");
            OpenApi::imported(&root, Shapes::builtin()).base_path()
        };
        assert_eq!(of("swagger: '2.0'\nbasePath: /a/b"), "a/b");
        assert_eq!(of("openapi: 3.0.1\nservers: [{url: 'https://x.example/a/b/'}]"), "a/b");
        assert_eq!(of("openapi: 3.0.1\nservers: [{url: 'https://x.example'}]"), "");
        assert_eq!(of("openapi: 3.0.1\nservers: [{url: /v1}]"), "v1");
        let variable = "openapi: 3.0.1\nservers: [{url: 'https://x.example/{v}', variables: {v: {default: one}}}]";
        assert_eq!(of(variable), "one");
        let unused = "openapi: 3.0.1\nservers: [{url: 'https://x.example/y', variables: {basePath: {default: /z}}}]";
        assert_eq!(of(unused), "z");
    }
}
