//! Conditions: an object in which every entry must hold.
//!
//! ```json
//! {"in": {"type": ["HTTP", "AWS"]}, "present": "uri", "absent": "connectionId"}
//! {"any": [{"filled": "uri"}, {"not": {"format": {"uri": "arn"}}}]}
//! ```
//!
//! `null` among the values of `in` stands for a member that is not given. `inAnyCase` ignores case.

use std::collections::BTreeSet;

use super::path::{Listed, Places, Reached};
use crate::format::Format;
use crate::read::error::{Problems, with_nearest};
use crate::read::intern::{intern, leak};
use crate::read::json::Node;
use crate::rule::{Condition, MemberPath, Truth};

const OPERATORS: &[&str] = &["in", "inAnyCase", "present", "absent", "filled", "empty", "format", "not", "all", "any"];

/// The condition of a rule, if it has one.
pub(super) fn optional(node: Option<Node<'_>>, places: &Places<'_>, problems: &mut Problems) -> Option<Condition> {
    let Some(node) = node else { return Some(Condition::Always) };
    let condition = lower(&node, places, problems)?;
    let mut facts = Vec::new();
    if impossible(&condition, &mut facts) {
        problems.shape(&node.site, places.owner, "has a rule whose condition contradicts itself");
    }
    Some(condition)
}

fn lower(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<Condition> {
    let entries = node.entries(Some(places.owner), problems);
    if entries.is_empty() {
        problems.shape(&node.site, places.owner, "has a rule with an empty condition; leave `when` out");
        return None;
    }
    let mut parts = Vec::new();
    for (operator, node) in &entries {
        operator_parts(operator, node, places, &mut parts, problems)?;
    }
    Some(if let [part] = parts.as_slice() { *part } else { Condition::All(parts.leak()) })
}

fn operator_parts(
    operator: &str,
    node: &Node<'_>,
    places: &Places<'_>,
    parts: &mut Vec<Condition>,
    problems: &mut Problems,
) -> Option<()> {
    match operator {
        "in" | "inAnyCase" => {
            for (path, values) in node.entries(Some(places.owner), problems) {
                parts.push(membership(path, &values, operator == "inAnyCase", places, problems)?);
            }
        }
        "format" => {
            for (path, name) in node.entries(Some(places.owner), problems) {
                let (path, reached) = places.path_text(path, &name.site, problems)?;
                parts.push(Condition::Format { path, format: format(&name, &reached, places, problems)? });
            }
        }
        "present" | "absent" | "filled" | "empty" => {
            let paths = match node.value.as_array() {
                Some(_) => node.items(Some(places.owner), problems),
                None => vec![node.clone()],
            };
            for path in paths {
                let (path, _) = places.path(&path, problems)?;
                parts.push(match operator {
                    "present" => Condition::Present(path),
                    "filled" => Condition::Filled(path),
                    "absent" => Condition::Not(leak(Condition::Present(path))),
                    _ => Condition::Not(leak(Condition::Filled(path))),
                });
            }
        }
        "not" => parts.push(Condition::Not(leak(lower(node, places, problems)?))),
        "all" | "any" => {
            let items = node.items(Some(places.owner), problems);
            let lowered: Option<Vec<Condition>> = items.iter().map(|item| lower(item, places, problems)).collect();
            let lowered: &'static [Condition] = lowered?.leak();
            parts.push(if operator == "all" { Condition::All(lowered) } else { Condition::Any(lowered) });
        }
        _ => {
            let reason = format!("has a rule with the unknown condition `{operator}`");
            problems.shape(&node.site, places.owner, with_nearest(reason, operator, OPERATORS.iter().copied()));
            return None;
        }
    }
    Some(())
}

fn membership(
    path: &str,
    values: &Node<'_>,
    ignore_case: bool,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<Condition> {
    let (path, reached) = places.path_text(path, &values.site, problems)?;
    let items = values.items(Some(places.owner), problems);
    let absent_counts = items.iter().any(|item| item.value.is_null());
    let given: Vec<Node<'_>> = items.into_iter().filter(|item| !item.value.is_null()).collect();
    let values = texts(&given, &values.site, &reached, ignore_case, places, problems)?;
    let listed = match places.listed(&reached) {
        Listed::Modeled(values) => values.iter().map(|value| intern(value)).collect::<Vec<_>>(),
        Listed::Open | Listed::Documented(_) => Vec::new(),
    };
    let absent = match reached {
        _ if absent_counts => Truth::True,
        Reached::Shape { required: true, .. } => Truth::Unknown,
        _ => Truth::False,
    };
    Some(Condition::In { path, values, ignore_case, listed: listed.leak(), absent })
}

/// Strings that what is reached can have.
pub(super) fn texts(
    items: &[Node<'_>],
    site: &crate::read::error::Site,
    reached: &Reached,
    ignore_case: bool,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<&'static [&'static str]> {
    let known = match places.listed(reached) {
        Listed::Open => None,
        Listed::Modeled(values) | Listed::Documented(values) => Some(values),
    };

    if items.is_empty() {
        problems.shape(site, places.owner, "has a rule with an empty list of values");
    }
    let mut found = Vec::new();

    for item in items {
        let text = item.text(Some(places.owner), problems)?;
        let fits = |value: &String| value == text || (ignore_case && value.eq_ignore_ascii_case(text));
        if let Some(known) = &known
            && !known.iter().any(fits)
        {
            let reason = format!("has a rule with the value `{text}`, which the member cannot have");
            let nearest = known.iter().map(String::as_str);
            problems.shape(&item.site, places.owner, with_nearest(reason, text, nearest));
        }
        found.push(intern(text));
    }

    Some(found.leak())
}

/// A format by its name, for what must be text.
pub(super) fn format(
    name: &Node<'_>,
    reached: &Reached,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<Format> {
    let text = name.text(Some(places.owner), problems)?;
    let Some(format) = Format::from_name(text) else {
        let reason = format!("has a rule with the unknown format `{text}`");
        problems.shape(&name.site, places.owner, with_nearest(reason, text, Format::NAMES.iter().copied()));
        return None;
    };
    if !places.is_text(reached) {
        problems.shape(
            &name.site,
            places.owner,
            format!("has a rule with the format `{text}` for a value that is not a string"),
        );
    }
    Some(format)
}

/// What a condition says of a path: that it is given or not, or which values it can have.
#[derive(Debug, Clone)]
pub(super) enum Said {
    Given(MemberPath, bool),
    Within(MemberPath, BTreeSet<&'static str>),
}

/// Whether the parts of a condition that must all hold exclude each other.
fn impossible(condition: &Condition, facts: &mut Vec<Said>) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().any(|part| impossible(part, facts)),
        Condition::Any(parts) => !parts.is_empty() && parts.iter().all(|part| impossible(part, &mut facts.clone())),
        other => says(other).is_some_and(|said| {
            let excluded = facts.iter().any(|fact| excludes(fact, &said));
            facts.push(said);
            excluded
        }),
    }
}

/// What one part of a condition says of a path that reaches one value.
fn says(condition: &Condition) -> Option<Said> {
    let given = |path: &MemberPath, given| (!path.branches()).then_some(Said::Given(*path, given));
    match condition {
        Condition::Present(path) | Condition::Filled(path) => given(path, true),
        Condition::Not(Condition::Present(path)) => given(path, false),
        Condition::In { path, values, absent, .. } if *absent != Truth::True && !path.branches() => {
            Some(Said::Within(*path, values.iter().copied().collect()))
        }
        _ => None,
    }
}

fn excludes(one: &Said, other: &Said) -> bool {
    match (one, other) {
        (Said::Given(a, given), Said::Given(b, also)) => a == b && given != also,
        (Said::Within(a, values), Said::Within(b, also)) => a == b && values.is_disjoint(also),
        (Said::Within(a, _), Said::Given(b, given)) | (Said::Given(b, given), Said::Within(a, _)) => a == b && !given,
    }
}

/// Everything that a condition surely says.
pub(super) fn said(condition: &Condition) -> Vec<Said> {
    match condition {
        Condition::All(parts) => parts.iter().flat_map(said).collect(),
        other => says(other).into_iter().collect(),
    }
}

/// Every path of a condition.
pub(super) fn every_path(condition: &Condition, note: &mut dyn FnMut(&MemberPath)) {
    match condition {
        Condition::Always => {}
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| every_path(part, note)),
        Condition::Not(part) => every_path(part, note),
        Condition::Present(path)
        | Condition::Filled(path)
        | Condition::In { path, .. }
        | Condition::Format { path, .. } => note(path),
    }
}

/// The paths that must be seen for a condition to hold.
pub(super) fn needed_paths(condition: &Condition, note: &mut dyn FnMut(&MemberPath)) {
    match condition {
        Condition::Always | Condition::Any(_) | Condition::Not(Condition::All(_)) => {}
        Condition::All(parts) => parts.iter().for_each(|part| needed_paths(part, note)),
        Condition::Not(Condition::Any(parts)) => {
            parts.iter().for_each(|part| needed_paths(&Condition::Not(part), note));
        }
        Condition::Not(part) => needed_paths(part, note),
        Condition::Present(path)
        | Condition::Filled(path)
        | Condition::In { path, .. }
        | Condition::Format { path, .. } => note(path),
    }
}
