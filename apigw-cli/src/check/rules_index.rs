//! The rules of the service, each with the operations whose requests it checks.

use std::collections::BTreeMap;

use apigw_spec::rule::{Evidence, Fix, Rule, Severity};
use apigw_spec::violation::{ModelNaming, Naming as _, statement};
use apigw_spec::{Kind, Shape, Target};

/// One rule.
pub(crate) struct RuleEntry {
    /// The identifier.
    pub(crate) id: &'static str,
    /// Whether the service rejects a request that violates it.
    pub(crate) severity: Severity,
    /// What it requires, with the names of the model.
    pub(crate) statement: String,
    /// Why it exists.
    pub(crate) reason: &'static str,
    /// The evidence for it.
    pub(crate) evidence: Evidence,
    /// The error message of AWS.
    pub(crate) message: Option<&'static str>,
    /// How to fix a request that violates it.
    pub(crate) fix: Option<String>,
    /// The operations whose requests it checks.
    pub(crate) operations: Vec<&'static str>,
}

impl RuleEntry {
    fn new(rule: &'static Rule) -> Self {
        let fix = rule.fix.map(|fix| match fix {
            Fix::Set { path, value } => format!("set {} to {value:?}", ModelNaming.member_path(&path)),
            Fix::Say(text) => text.to_owned(),
        });
        Self {
            id: rule.id,
            severity: rule.severity,
            statement: statement(rule, &ModelNaming),
            reason: rule.reason,
            evidence: rule.evidence,
            message: rule.message,
            fix,
            operations: Vec::new(),
        }
    }

    /// The name of the severity.
    pub(crate) fn level(&self) -> &'static str {
        if self.severity == Severity::Error { "error" } else { "warning" }
    }
}

/// All rules, sorted by identifier.
pub(crate) fn entries() -> Vec<RuleEntry> {
    let mut entries: BTreeMap<&'static str, RuleEntry> = BTreeMap::new();
    for operation in apigw_model::OPERATIONS {
        let mut seen = Vec::new();
        collect(operation.input, &mut seen, &mut |rule| {
            let entry = entries.entry(rule.id).or_insert_with(|| RuleEntry::new(rule));
            if entry.operations.last() != Some(&operation.name) {
                entry.operations.push(operation.name);
            }
        });
    }
    entries.into_values().collect()
}

/// Visits the rules of a shape and of the shapes inside it.
fn collect(target: Target, seen: &mut Vec<&'static str>, visit: &mut dyn FnMut(&'static Rule)) {
    let shape: &'static Shape = target.shape();
    if seen.contains(&shape.id) {
        return;
    }
    seen.push(shape.id);
    match shape.kind {
        Kind::List(item) => collect(item, seen, visit),
        Kind::Map { value, .. } => collect(value, seen, visit),
        Kind::Structure(structure) => {
            structure.rules.rules.iter().for_each(&mut *visit);
            for member in structure.members {
                collect(member.target, seen, visit);
            }
        }
        _ => {}
    }
}
