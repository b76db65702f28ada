//! A specification: a service with its operations and the shapes they use.

use crate::operation::{Operation, Service};
use crate::shape::Shape;
use crate::waiter::Waiter;

/// A lowered specification. Everything in it lives as long as the process.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The service.
    pub service: &'static Service,
    /// The shape identifier of the service.
    pub service_id: &'static str,
    /// The operations, sorted by name.
    pub operations: &'static [&'static Operation],
    /// The shape identifiers of the operations, in the order of [`operations`](Self::operations).
    pub operation_ids: &'static [&'static str],
    /// The waiters of the operations, sorted by the names of their operations, then by their own.
    pub waiters: &'static [&'static Waiter],
    /// Every shape that the operations reach, sorted by identifier. The empty input of operations that take none
    /// (`smithy.api#Unit`) is not among them.
    pub shapes: &'static [&'static Shape],
    /// The documentation of the service, operations, shapes and members.
    pub documentation: Notes,
    /// What is deprecated, with the advice for those who use it, which may be empty.
    pub deprecations: Notes,
}

/// Strings by the identifier of what they are about, sorted by identifier.
#[derive(Debug, Clone, Copy)]
pub struct Notes(pub &'static [(&'static str, &'static str)]);

impl Notes {
    /// The text about an identifier.
    pub fn get(&self, id: &str) -> Option<&'static str> {
        let index = self.0.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.0.get(index).map(|(_, text)| *text)
    }
}

impl Spec {
    /// The operation with this name.
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.operations.iter().copied().find(|operation| operation.name == name)
    }

    /// The shape with this identifier or, if no `#` is in it, this name.
    pub fn shape(&self, id: &str) -> Option<&'static Shape> {
        self.shapes.iter().copied().find(|shape| shape.id == id || shape.name() == id)
    }

    /// The shape identifier of the operation with this name.
    pub fn operation_id(&self, name: &str) -> Option<&'static str> {
        let index = self.operations.iter().position(|operation| operation.name == name)?;
        self.operation_ids.get(index).copied()
    }

    /// The documentation of the service, an operation or a shape (`namespace#Shape`), a member
    /// (`namespace#Shape$member`), or a value of an enumeration (`namespace#Shape$VALUE`).
    pub fn documentation(&self, id: &str) -> Option<&'static str> {
        self.documentation.get(id)
    }

    /// The advice for those who use something deprecated, by the same identifiers as
    /// [`documentation`](Self::documentation); empty if the model gives none.
    pub fn deprecation(&self, id: &str) -> Option<&'static str> {
        self.deprecations.get(id)
    }
}
