//! Lowers the `apigw.rules` traits of a structure, and holds the rules themselves to what a rule has to be: members
//! that exist, conditions that can hold, formats that are known, a reason, and evidence that carries the severity.
//!
//! `apigw.rules#rules` is a list of rules, `apigw.rules#context` an object from the names of context objects to their
//! shapes, `apigw.rules#patch` the patch table of an update, `apigw.rules#graph` how a whole API leads back to it. The files of this folder tell how each part is written.

mod condition;
mod demand;
mod parts;
mod patch;
mod path;
mod rebuild;

use std::collections::BTreeSet;

use super::ast::{AstShape, Model, Trait};
use super::error::Problems;
use super::intern::{intern, leak};
use super::json::Node;
use crate::rule::{Condition, Demand, Fix, MemberPath, Root, Rule, RuleSet, Step, builtin};
use parts::{known_keys, optional_text, part, severity, slots};
use path::Places;

const CONTEXT: &str = "apigw.rules#context";
const REBUILD: &str = "apigw.rules#graph";
const PATCH: &str = "apigw.rules#patch";
const RULES: &str = "apigw.rules#rules";

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

const KEYS: &[&str] = &["id", "each", "when", "demand", "severity", "reason", "evidence", "source", "aws", "fix"];

fn lower_rule(node: &Node<'_>, id: &str, places: &Places<'_>, problems: &mut Problems) -> Option<Rule> {
    known_keys(node, KEYS, places, problems);
    let owner = Some(places.owner);
    let each = match node.get("each") {
        Some(each) => Some(places.path(&each, problems)?),
        None => None,
    };

    let places = match &each {
        Some((_, reached)) => Places { item: Some(reached.clone()), ..*places },
        None => places.clone(),
    };

    let when = condition::optional(node.get("when"), &places, problems)?;
    let demand_node = part(node, "demand", &places, problems)?;
    let demand = demand::lower(&demand_node, &places, problems)?;
    demand::contradicts(&demand, &when, &demand_node, &places, problems);
    let fix = match node.get("fix") {
        Some(fix) => Some(lower_fix(&fix, &places, problems)?),
        None => None,
    };

    let reason = node.required_text("reason", owner, problems)?;
    let (severity, evidence) = severity(node, &places, problems)?;
    let contexts = context_names(&when, &demand, each.as_ref().map(|(path, _)| path));

    Some(Rule {
        id: intern(id),
        each: each.map(|(path, _)| path),
        when,
        demand,
        severity,
        reason: intern(reason),
        evidence,
        message: optional_text(node, "aws", &places, problems),
        fix,
        contexts,
    })
}

/// A string, or `{"set": {member: value}}`.
fn lower_fix(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Fix> {
    let Some(set) = node.get("set") else {
        return node.text(Some(places.owner), problems).map(|text| Fix::Say(intern(text)));
    };
    let entries = set.entries(Some(places.owner), problems);
    let [(path, value)] = entries.as_slice() else {
        problems.shape(&set.site, places.owner, "has a fix that does not set exactly one member");
        return None;
    };
    let (path, _) = places.path_text(path, &value.site, problems)?;
    let value = value.text(Some(places.owner), problems)?;
    Some(Fix::Set { path, value: intern(value) })
}

/// The context objects that every path of a condition and a demand needs. Where there are alternatives, a rule can say
/// something without the objects that only some of them name, so only a demand's own path and the parts of a condition
/// that all must hold count.
fn context_names(when: &Condition, demand: &Demand, each: Option<&MemberPath>) -> &'static [&'static str] {
    let mut names = BTreeSet::new();
    let mut note = |path: &MemberPath| {
        note_context(path, &mut names);
    };
    each.into_iter().for_each(&mut note);
    condition::needed_paths(when, &mut note);
    demand::needed_paths(demand, &mut note);
    names.into_iter().collect::<Vec<_>>().leak()
}

fn note_context(path: &MemberPath, names: &mut BTreeSet<&'static str>) {
    if let Root::Context(name) = path.root {
        names.insert(name);
    }
    for step in path.steps {
        if let Step::Keyed(key) = step {
            note_context(key, names);
        }
    }
}
