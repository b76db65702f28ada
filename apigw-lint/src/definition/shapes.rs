//! The shapes that definitions are checked against.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use apigw_model::OPERATIONS;
use apigw_spec::Operation;
use apigw_spec::api::parts;
use apigw_spec::rule::{ContextSlot, Severity, builtin};
use apigw_spec::shape::{Kind, Shape};

/// The shapes of the service, and the parts that an API is given by.
#[derive(Debug)]
pub(crate) struct Shapes {
    operations: &'static [&'static Operation],
    /// The inputs of all operations.
    pub(crate) requests: Vec<&'static Shape>,
    parts: Vec<ContextSlot>,
    /// All shapes, by their identifiers.
    by_id: BTreeMap<&'static str, &'static Shape>,
    /// The rules that an import enforces, and others of which something is recorded.
    imported: HashMap<&'static str, Severity>,
}

impl Shapes {
    /// Those of the model, whose tables are part of the program: nothing is read.
    pub(crate) fn builtin() -> &'static Self {
        static SHAPES: OnceLock<Shapes> = OnceLock::new();
        SHAPES.get_or_init(|| {
            let requests: Vec<_> = OPERATIONS.iter().map(|operation| operation.input.shape()).collect();
            let mut by_id = BTreeMap::new();
            for operation in OPERATIONS {
                for target in [operation.input].into_iter().chain(operation.output) {
                    collect(target.shape(), &mut by_id);
                }
            }
            let rules = requests.iter().flat_map(|shape| shape.structure().rules.rules);
            let imported = rules.map(|rule| (rule.id, rule.import)).collect();
            Self { operations: OPERATIONS, parts: parts(&requests), requests, by_id, imported }
        })
    }

    /// A part by which an API is given, by name, with the shape of its items if it is a list.
    pub(crate) fn part(&self, name: &str) -> Option<(&'static str, &'static Shape)> {
        let part = self.parts.iter().find(|part| part.name == name)?;
        let shape = self.by_id.get(part.item.unwrap_or(part.shape)).copied()?;
        Some((part.name, shape))
    }

    /// The identifiers of all rules.
    pub(crate) fn rules(&self) -> Vec<&'static str> {
        let rules = self.by_id.values().flat_map(|shape| shape.structure().rules.rules).map(|rule| rule.id);
        builtin::ALL.iter().copied().chain(rules).collect()
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
        self.operations.iter().copied().find(|operation| operation.name == name)
    }

    /// The input of an operation.
    pub(crate) fn input(&self, operation: &str) -> Option<&'static Shape> {
        self.operation(operation).map(|operation| operation.input.shape())
    }
}

/// Adds a shape and those that it reaches.
fn collect(shape: &'static Shape, found: &mut BTreeMap<&'static str, &'static Shape>) {
    if found.insert(shape.id, shape).is_some() {
        return;
    }
    match shape.kind {
        Kind::List(item) => collect(item.shape(), found),
        Kind::Map { key, value } => [key, value].iter().for_each(|target| collect(target.shape(), found)),
        _ => shape.members().iter().for_each(|member| collect(member.target.shape(), found)),
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
