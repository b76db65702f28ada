//! Lowers the `apigw.rules` traits of a structure, and holds the rules themselves to what a rule has to be: members
//! that exist, conditions that can hold, formats that are known, a reason, and evidence that carries the severity.
//!
//! `apigw.rules#rules` is a list of rules, `apigw.rules#context` an object from the names of context objects to their
//! shapes, `apigw.rules#patch` the patch table of an update, `apigw.rules#graph` how a whole API leads back to it. The files of this folder tell how each part is written.

mod condition;
mod demand;
mod one_rule;
mod parts;
mod patch;
mod patched;
mod path;
mod rebuild;

use std::collections::BTreeSet;

use super::ast::{AstShape, Model, Trait};
use super::error::Problems;
use super::intern::leak;
use crate::rule::{Rule, RuleSet, builtin};
use one_rule::lower_rule;
use parts::{CONTEXT, RULES, slots};
use path::Places;

const REBUILD: &str = "apigw.rules#graph";
const PATCH: &str = "apigw.rules#patch";

/// The rules that the traits of a structure state.
pub(super) fn lower(shape: &AstShape, model: &Model, problems: &mut Problems) -> &'static RuleSet {
    let (rules, patch) = (shape.traits.get(RULES), shape.traits.get(PATCH));
    let rebuild = shape.traits.get(REBUILD);
    let context = shape.traits.get(CONTEXT);
    let contexts = context.map(|found| slots(&found.node(), &shape.id, model, problems)).unwrap_or_default();
    if rules.is_none() && patch.is_none() && contexts.is_empty() && rebuild.is_none() {
        return &RuleSet::EMPTY;
    }
    let places = Places { model, owner: &shape.id, item: None, contexts: &contexts };
    let rules = rules.map(|found| lower_rules(found, shape, &places, problems)).unwrap_or_default();
    let patch = patch.and_then(|found| patch::lower(&found.node(), &places, problems));
    let rebuild = rebuild.and_then(|found| rebuild::lower(&found.node(), shape, model, problems));
    let (patch, rebuild) = (patch.map(leak), rebuild.map(leak));
    let set = RuleSet { rules: rules.leak(), patch, contexts: contexts.clone().leak(), rebuild };
    leak(set)
}

fn lower_rules(found: &Trait, shape: &AstShape, places: &Places<'_>, problems: &mut Problems) -> Vec<Rule> {
    let mut taken = taken_before(shape, places.model);
    let mut rules = Vec::new();
    for node in found.node().items(Some(&shape.id), problems) {
        let Some(id) = node.required_text("id", Some(&shape.id), problems) else { continue };
        if !is_id(id) || builtin::ALL.contains(&id) {
            let reason = format!("has a rule with the impossible id `{id}`; use words in lower case joined by `-`");
            problems.shape(&node.site.child("id"), &shape.id, reason);
        } else if !taken.insert(id) {
            problems.shape(&node.site.child("id"), &shape.id, format!("has a second rule with the id `{id}`"));
        } else {
            rules.extend(lower_rule(&node, id, places, problems));
        }
    }
    rules
}

/// The ids of the rules of the shapes before this one.
fn taken_before<'m>(shape: &AstShape, model: &'m Model) -> BTreeSet<&'m str> {
    let before = model.shapes.range(..shape.id.clone()).filter_map(|(_, shape)| shape.traits.get(RULES));
    let rules = before.filter_map(|found| found.value.as_array()).flatten();
    rules.filter_map(|rule| rule.get("id")?.as_str()).collect()
}

fn is_id(id: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    id.split('-').all(word)
}
