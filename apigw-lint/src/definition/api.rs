//! One API as a file defines it.

use super::part::{DefinitionPart, PartItems, PartValue};
use super::service::add_built_in;
use crate::read::SourceSpan;

/// The way in which a definition reaches the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryKind {
    /// A call for each part.
    Calls,
    /// The import of a document.
    Import,
}

/// One API, or some requests that belong to none.
#[derive(Debug)]
pub(crate) struct ApiDefinition {
    /// How it reaches the service.
    pub(crate) entry: EntryKind,
    /// The resource of a stack that it is, or what the stack knows it by.
    pub(crate) resource: Option<String>,
    /// The parts that all of an API is given by, by the names that rules know them by.
    pub(crate) parts: Vec<(&'static str, DefinitionPart)>,
    /// Requests that are checked alone.
    pub(crate) requests: Vec<PartRequest>,
    /// Whether the file has everything that is deployed.
    pub(crate) is_deployable: bool,
    /// The string of the file that it is written in, if it is not the file itself.
    pub(crate) inner: Option<InnerText>,
    /// The value of a parameter that it is for, if it is not for all of them.
    pub(crate) choice: Option<ParameterChoice>,
}

/// One of the values that a parameter can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ParameterChoice {
    pub(crate) parameter: String,
    pub(crate) value: String,
    /// How many values there are.
    pub(crate) of: usize,
}

/// A string of a file that is a document itself.
#[derive(Debug)]
pub(crate) struct InnerText {
    pub(crate) text: String,
    /// Where it is in the file.
    pub(crate) span: SourceSpan,
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
    pub(crate) fn new(entry: EntryKind) -> Self {
        Self {
            entry,
            resource: None,
            parts: Vec::new(),
            requests: Vec::new(),
            is_deployable: false,
            inner: None,
            choice: None,
        }
    }

    /// Adds a list of parts, with those that each API has.
    pub(crate) fn add_list(&mut self, name: &'static str, mut items: Vec<DefinitionPart>, span: SourceSpan) {
        add_built_in(name, &mut items, span);
        self.parts.push((name, DefinitionPart::new(PartValue::List(PartItems(items)), span)));
    }

    /// Adds a request.
    pub(crate) fn add_request(&mut self, operation: &str, label: impl Into<String>, input: DefinitionPart) {
        self.requests.push(PartRequest { operation: operation.to_owned(), label: label.into(), input });
    }
}
