//! The objects around a request that its rules look at.

use apigw_spec::value::{ToValue as _, Value};
use apigw_spec::{Context, Operation};

use crate::input::value::InputNode;

/// The objects, by the names that rules know them by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Related(Vec<(&'static str, Option<InputNode>)>);

impl Related {
    /// Adds an object; nothing stands for one that surely does not exist.
    pub(crate) fn add(&mut self, name: &'static str, object: Option<InputNode>) {
        if !self.has(name) {
            self.0.push((name, object));
        }
    }

    /// Whether an object is known, or known not to exist.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == name)
    }

    /// The objects that exist, by their names.
    pub(crate) fn objects(&self) -> impl Iterator<Item = (&'static str, &InputNode)> {
        self.0.iter().filter_map(|(name, object)| Some((*name, object.as_ref()?)))
    }

    /// The objects, for a check.
    pub(crate) fn contexts(&self) -> Vec<Context<'_>> {
        self.0
            .iter()
            .map(|(name, object)| Context {
                name,
                value: object.as_ref().map_or(Value::Absent, |node| node.to_value()),
            })
            .collect()
    }
}

/// Whether a call changes something, so that it is worth a look at what is around it.
pub(crate) fn changes(operation: &Operation) -> bool {
    operation.method != "GET"
}
