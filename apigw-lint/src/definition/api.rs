//! One API as a file defines it.

use super::part::{DefinitionPart, PartItems, PartValue};
use crate::read::SourceSpan;

/// One API, or some requests that belong to none.
#[derive(Debug, Default)]
pub(crate) struct ApiDefinition {
    /// The parts that all of an API is given by, by the names that rules know them by.
    pub(crate) parts: Vec<(&'static str, DefinitionPart)>,
    /// Requests that are checked alone.
    pub(crate) requests: Vec<PartRequest>,
    /// Whether the file has everything that is deployed.
    pub(crate) is_deployable: bool,
}

/// A request that makes one part.
#[derive(Debug)]
pub(crate) struct PartRequest {
    /// The operation.
    pub(crate) operation: String,
    /// What people call the part.
    pub(crate) label: String,
    /// Its input.
    pub(crate) input: DefinitionPart,
}

impl ApiDefinition {
    /// Adds a list of parts.
    pub(crate) fn add_list(&mut self, name: &'static str, items: Vec<DefinitionPart>, span: SourceSpan) {
        self.parts.push((name, DefinitionPart::new(PartValue::List(PartItems(items)), span)));
    }

    /// Adds a request.
    pub(crate) fn add_request(&mut self, operation: &str, label: impl Into<String>, input: DefinitionPart) {
        self.requests.push(PartRequest { operation: operation.to_owned(), label: label.into(), input });
    }
}
