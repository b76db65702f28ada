//! Documents that a file does not have: what frameworks make of the events of functions.

use std::collections::HashMap;

use super::document::INTEGRATION;
use crate::read::{SourceNode, SourceSpan};

/// The word of frameworks for all methods, and the key of a document.
const ANY: (&str, &str) = ("any", "x-amazon-apigateway-any-method");

/// A method of a path: the key and the operation.
pub(crate) struct MethodEntry<'t>(SourceNode<'t>, SourceNode<'t>);

/// The paths of an API, in the order of the file.
#[derive(Default)]
pub(crate) struct EventPaths<'t> {
    paths: Vec<(SourceNode<'t>, Vec<(SourceNode<'t>, SourceNode<'t>)>)>,
    positions: HashMap<String, usize>,
}

impl<'t> MethodEntry<'t> {
    /// The operation of a method that a scalar names in any letter case.
    pub(crate) fn new(verb: &SourceNode<'_>, operation: SourceNode<'t>) -> Option<Self> {
        let name = verb.text()?.to_ascii_lowercase();
        let key = if name == ANY.0 { ANY.1 } else { &name };
        Some(Self(SourceNode::string(key, verb.span()), operation))
    }
}

impl<'t> EventPaths<'t> {
    /// Adds a method to a path.
    pub(crate) fn add(&mut self, path: SourceNode<'t>, method: MethodEntry<'t>) {
        let at = *self.positions.entry(path.text().unwrap_or_default().to_owned()).or_insert(self.paths.len());
        let entry = (method.0, method.1);
        match self.paths.get_mut(at) {
            Some((_, methods)) => methods.push(entry),
            None => self.paths.push((path, vec![entry])),
        }
    }

    /// Where the first path is.
    pub(crate) fn span(&self) -> SourceSpan {
        self.paths.first().map(|(path, _)| path.span()).unwrap_or_default()
    }

    /// Whether there are no paths.
    pub(crate) fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The document with the paths.
    pub(crate) fn document(self, span: SourceSpan) -> SourceNode<'t> {
        let item = |(path, methods): (SourceNode<'t>, Vec<_>)| {
            let item = SourceNode::map(methods, path.span());
            (path, item)
        };
        let paths = SourceNode::map(self.paths.into_iter().map(item).collect(), span);
        let entries = [
            ("openapi", SourceNode::string("3.0.1", span)),
            ("info", SourceNode::map(Vec::new(), span)),
            ("paths", paths),
        ];
        SourceNode::map(entries.map(|(key, value)| (SourceNode::string(key, span), value)).into(), span)
    }
}

/// An operation with an integration.
pub(crate) fn operation<'t>(
    mut entries: Vec<(SourceNode<'t>, SourceNode<'t>)>,
    integration: SourceNode<'t>,
) -> SourceNode<'t> {
    let span = integration.span();
    entries.push((SourceNode::string(INTEGRATION, span), integration));
    SourceNode::map(entries, span)
}

/// The operation that hands requests to a function.
pub(crate) fn proxy<'t>(span: SourceSpan) -> SourceNode<'t> {
    let entries = [
        ("type", SourceNode::string("aws_proxy", span)),
        ("httpMethod", SourceNode::string("POST", span)),
        ("uri", SourceNode::opaque(span)),
    ];
    let entries = entries.map(|(key, value)| (SourceNode::string(key, span), value));
    operation(Vec::new(), SourceNode::map(entries.into(), span))
}
