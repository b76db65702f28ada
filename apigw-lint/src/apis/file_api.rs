//! What is read from a file.

use serde_json::{Map, Value as Json};

use super::fill;
use crate::read::{SourceNode, SourceSpan};

/// An API as a file defines it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FileApi {
    /// What the file calls it: the title of a document, the name of a resource in a template.
    pub name: String,
    /// Its parts as the service would list them, by their names: `resources`, each with its methods and their integrations,
    /// `models`, `requestValidators`, and the settings of the API itself under `api`.
    pub parts: Map<String, Json>,
    /// The stage that the file deploys it to, if it names one (`StageName` in a template of SAM).
    pub stage: Option<String>,
    /// What is known only when the file is deployed. In the parts, null stands for it.
    pub unknown: Vec<UnknownValue>,
    /// What the file asks of callers that the parts do not say.
    pub not_enforced: Vec<String>,
}

impl FileApi {
    /// An API without parts.
    pub(super) fn new(name: &str) -> Self {
        let (unknown, not_enforced) = (Vec::new(), Vec::new());
        Self { name: name.to_owned(), parts: Map::new(), stage: None, unknown, not_enforced }
    }

    /// Notes that a value is known only when the file is deployed.
    pub(super) fn note_unknown(&mut self, path: &[&str], node: &SourceNode<'_>) {
        let path = path.iter().map(|name| (*name).to_owned()).collect();
        let shown = apigw_spec::value::shown(fill::parts(node));
        self.unknown.push(UnknownValue { path, span: node.span(), shown });
    }
}

/// A value that is known only when a file is deployed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownValue {
    /// The names and positions that lead to it from the parts.
    pub path: Vec<String>,
    /// Where it is.
    pub span: SourceSpan,
    /// As much as is known of it, as the file has it.
    pub shown: String,
}
