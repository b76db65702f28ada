//! Which structures are the top level of a request or an answer. HTTP bindings have a meaning there only.

use std::collections::BTreeSet;

use crate::read::ast::AstOperation;

/// The structures that operations name.
#[derive(Debug, Default)]
pub(super) struct Roles {
    inputs: BTreeSet<String>,
    outputs: BTreeSet<String>,
}

impl Roles {
    /// The roles that operations give.
    pub(super) fn of(operations: &[super::found::FoundOperation<'_>]) -> Self {
        let mut roles = Self::default();
        for found in operations {
            let AstOperation { input, output, errors } = found.operation;
            roles.inputs.extend(input.iter().map(|reference| reference.target.clone()));
            let outputs = output.iter().chain(errors).chain(&found.service.service.errors);
            roles.outputs.extend(outputs.map(|reference| reference.target.clone()));
        }
        roles
    }

    /// Whether a structure is the input of an operation.
    pub(super) fn is_input(&self, id: &str) -> bool {
        self.inputs.contains(id)
    }

    /// Whether a structure is the output of an operation or an error.
    pub(super) fn is_output(&self, id: &str) -> bool {
        self.outputs.contains(id)
    }
}
