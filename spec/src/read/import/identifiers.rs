//! The identifiers of shapes and operations, of which botocore has two lists, and Smithy one.

use std::collections::BTreeSet;

use crate::read::json::Node;

/// The identifiers of a model.
pub(super) struct Identifiers<'n> {
    namespace: &'n str,
    /// The names of shapes that are also those of operations.
    shared: BTreeSet<&'n str>,
    shapes: BTreeSet<&'n str>,
}

impl<'n> Identifiers<'n> {
    /// The identifiers of the shapes and operations that have these keys.
    pub(super) fn new(namespace: &'n str, shapes: Option<&Node<'n>>, operations: Option<&Node<'n>>) -> Self {
        let keys = |node: Option<&Node<'n>>| -> BTreeSet<&'n str> {
            let object = node.and_then(|node| node.value.as_object());
            object.into_iter().flatten().map(|(key, _)| key.as_str()).collect()
        };
        let (shapes, operations) = (keys(shapes), keys(operations));
        Self { namespace, shared: shapes.intersection(&operations).copied().collect(), shapes }
    }

    /// The identifier of a shape: one that has the name of an operation is called `…Shape`, with more underscores
    /// behind it if that is taken.
    pub(super) fn shape(&self, name: &str) -> String {
        if !self.shared.contains(name) {
            return self.operation(name);
        }
        let mut free = format!("{name}Shape");
        while self.shapes.contains(free.as_str()) {
            free.push('_');
        }
        self.operation(&free)
    }

    /// The identifier of an operation.
    pub(super) fn operation(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }
}
