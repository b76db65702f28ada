//! The shapes that definitions are checked against.

use std::collections::HashMap;
use std::sync::OnceLock;

use apigw_spec::api::parts;
use apigw_spec::rule::{ContextSlot, Severity, builtin as builtin_rule};
use apigw_spec::shape::{Kind, Shape};
use apigw_spec::{Operation, Spec, builtin};

/// The shapes of the service, and the parts that an API is given by.
#[derive(Debug)]
pub(crate) struct Shapes {
    spec: &'static Spec,
    /// The inputs of all operations.
    pub(crate) requests: Vec<&'static Shape>,
    parts: Vec<ContextSlot>,
    /// The rules that an import enforces, and others of which something is recorded.
    imported: HashMap<&'static str, Severity>,
}

impl Shapes {
    /// Those of the specification that is built in.
    ///
    /// # Errors
    ///
    /// Only a damaged copy of the specification has problems.
    pub(crate) fn builtin() -> Result<&'static Self, String> {
        static SHAPES: OnceLock<Result<Shapes, String>> = OnceLock::new();
        let shapes = SHAPES.get_or_init(|| {
            let spec = builtin::without_documentation().map_err(ToString::to_string)?;
            let requests: Vec<_> = spec.operations.iter().map(|operation| operation.input.shape()).collect();
            let parts = parts(&requests);
            let rules = requests.iter().flat_map(|shape| shape.structure().rules.rules);
            let imported = rules.map(|rule| (rule.id, rule.import)).collect();
            Ok(Self { spec, requests, parts, imported })
        });
        shapes.as_ref().map_err(Clone::clone)
    }

    /// A part by which an API is given, by name, with the shape of its items if it is a list.
    pub(crate) fn part(&self, name: &str) -> Option<(&'static str, &'static Shape)> {
        let part = self.parts.iter().find(|part| part.name == name)?;
        let shape = self.spec.shape(part.item.unwrap_or(part.shape))?;
        Some((part.name, shape))
    }

    /// The identifiers of all rules.
    pub(crate) fn rules(&self) -> Vec<&'static str> {
        let structures = self.spec.shapes.iter().filter(|shape| matches!(shape.kind, Kind::Structure(_)));
        let rules = structures.flat_map(|shape| shape.structure().rules.rules).map(|rule| rule.id);
        builtin_rule::ALL.iter().copied().chain(rules).collect()
    }

    /// How bad it is to break a rule in a document that is imported.
    pub(crate) fn import_severity(&self, rule: &str) -> Severity {
        self.imported.get(rule).copied().unwrap_or(Severity::Warning)
    }

    /// Whether an operation makes a part of an API.
    pub(crate) fn is_part(&self, operation: &str) -> bool {
        let rebuild = self.input(operation).and_then(|shape| shape.structure().rules.rebuild);
        rebuild.is_some_and(|rebuild| !rebuild.visit.is_empty())
    }

    /// An operation.
    pub(crate) fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.spec.operation(name)
    }

    /// The input of an operation.
    pub(crate) fn input(&self, operation: &str) -> Option<&'static Shape> {
        self.spec.operation(operation).map(|operation| operation.input.shape())
    }
}

/// The shape at the end of some members; a list or map on the way leads to its items.
pub(crate) fn below(shape: &'static Shape, members: &[&str]) -> Option<&'static Shape> {
    members.iter().try_fold(shape, |shape, name| {
        let target = shape.structure().member(name)?.1.target.shape();
        Some(match target.kind {
            Kind::List(item) => item.shape(),
            Kind::Map { value, .. } if matches!(value.shape().kind, Kind::Structure(_)) => value.shape(),
            _ => target,
        })
    })
}
