//! One rule: when it applies, what it demands, and how it is known.

use std::collections::BTreeSet;

use super::parts::{known_keys, optional_text, part, severity};
use super::path::Places;
use super::{condition, demand};
use crate::read::error::Problems;
use crate::read::intern::intern;
use crate::read::json::Node;
use crate::rule::{Condition, Demand, Fix, MemberPath, Root, Rule, Severity, Step};

const KEYS: &[&str] =
    &["id", "each", "when", "demand", "severity", "import", "reason", "evidence", "source", "aws", "fix"];

/// One rule.
pub(super) fn lower_rule(node: &Node<'_>, id: &str, places: &Places<'_>, problems: &mut Problems) -> Option<Rule> {
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
    let import = import(node, &places, problems)?;
    let contexts = context_names(&when, &demand, each.as_ref().map(|(path, _)| path));

    Some(Rule {
        id: intern(id),
        each: each.map(|(path, _)| path),
        when,
        demand,
        severity,
        import,
        reason: intern(reason),
        evidence,
        message: optional_text(node, "aws", &places, problems),
        fix,
        contexts,
    })
}

/// How bad it is to break a rule in a document that is imported, where that is recorded: its severity and evidence.
fn import(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Severity> {
    let Some(import) = node.get("import") else { return Some(Severity::Warning) };
    known_keys(&import, &["severity", "evidence", "source"], places, problems);
    severity(&import, places, problems).map(|(severity, _)| severity)
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
