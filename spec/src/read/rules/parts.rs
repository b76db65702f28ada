//! What the parts of a rule file have in common: known and required keys, evidence, and the objects that paths start from.

use super::path::Places;
use crate::read::ast::{Body, Model};
use crate::read::error::{Problems, with_nearest};
use crate::read::intern::intern;
use crate::read::json::Node;
use crate::rule::{ArnKind, Class, ContextSlot, Evidence, MemberPath, PatchParts, ReadWith, Severity, Step};

/// The objects around the requests of an operation.
pub(super) const CONTEXT: &str = "apigw.rules#context";
/// The rules of a structure.
pub(super) const RULES: &str = "apigw.rules#rules";

/// The names of objects and their shapes, as an object states them: the identifier of the shape, or an object with it and
/// what the request that reads the object has to list (`{"shape": …, "with": {"embed": ["methods"]}}`).
pub(super) fn slots(node: &Node<'_>, owner: &str, model: &Model, problems: &mut Problems) -> Vec<ContextSlot> {
    let mut slots = Vec::new();
    for (name, node) in node.entries(Some(owner), problems) {
        let stated = node.get("shape");
        let Some(id) = stated.as_ref().unwrap_or(&node).text(Some(owner), problems) else { continue };
        let with = node.get("with").map(|with| read_with(&with, owner, problems)).unwrap_or_default();
        if let Some(shape) = model.shapes.get(id) {
            let item = if let Body::List(member) = &shape.body { Some(intern(&member.reference.target)) } else { None };
            slots.push(ContextSlot { name: intern(name), shape: intern(id), item, with: with.leak() });
        } else {
            let known = model.shapes.keys().map(String::as_str);
            let reason = format!("has the context `{name}` of the unknown shape `{id}`");
            problems.shape(&node.site, owner, with_nearest(reason, id, known));
        }
    }
    slots
}

fn read_with(node: &Node<'_>, owner: &str, problems: &mut Problems) -> Vec<ReadWith> {
    let mut with = Vec::new();
    for (member, values) in node.entries(Some(owner), problems) {
        let items = values.items(Some(owner), problems);
        let values: Vec<&'static str> =
            items.iter().filter_map(|item| item.text(Some(owner), problems).map(intern)).collect();
        with.push(ReadWith { member: intern(member), values: values.leak() });
    }
    with
}

/// Reports every key that has no meaning.
pub(super) fn known_keys(node: &Node<'_>, keys: &[&str], places: &Places<'_>, problems: &mut Problems) {
    for (key, value) in node.entries(Some(places.owner), problems) {
        if !keys.contains(&key) {
            let reason = with_nearest(format!("has a rule with the unknown key `{key}`"), key, keys.iter().copied());
            problems.shape(&value.site, places.owner, reason);
        }
    }
}

/// The value at a key that must be there.
pub(super) fn part<'n>(node: &Node<'n>, key: &str, places: &Places<'_>, problems: &mut Problems) -> Option<Node<'n>> {
    let found = node.get(key);
    if found.is_none() {
        problems.shape(&node.site, places.owner, format!("has a rule that lacks `{key}`"));
    }
    found
}

pub(super) fn optional_text(
    node: &Node<'_>,
    key: &str,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<&'static str> {
    node.get(key)?.text(Some(places.owner), problems).map(intern)
}

/// The severity and evidence of a rule or refusal; only what AWS answered or documents can be an error.
pub(super) fn severity(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<(Severity, Evidence)> {
    let owner = Some(places.owner);
    let severity = match node.required_text("severity", owner, problems)? {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        other => {
            let reason = format!("has the unknown severity `{other}`; use `error` or `warning`");
            problems.shape(&node.site.child("severity"), places.owner, reason);
            return None;
        }
    };
    let word = node.required_text("evidence", owner, problems)?;
    let classes = [Class::Observed, Class::Documented, Class::Quota, Class::Runtime, Class::Inferred];
    let Some(class) = classes.into_iter().find(|class| class.word() == word) else {
        let reason = with_nearest(format!("has unknown evidence `{word}`"), word, classes.map(Class::word));
        problems.shape(&node.site.child("evidence"), places.owner, reason);
        return None;
    };
    if severity == Severity::Error && !class.allows_error() {
        let reason = format!("makes an error of what is only `{word}`; errors need `observed` or `documented`");
        problems.shape(&node.site.child("severity"), places.owner, reason);
    }
    let source = node.required_text("source", owner, problems)?;
    Some((severity, Evidence { class, source: intern(source) }))
}

pub(super) fn paths(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<&'static [MemberPath]> {
    let items = node.items(Some(places.owner), problems);
    let paths: Option<Vec<MemberPath>> =
        items.iter().map(|item| places.path(item, problems).map(|(path, _)| path)).collect();
    Some(paths?.leak())
}

/// A list of strings.
pub(super) fn texts_of(
    node: &Node<'_>,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<&'static [&'static str]> {
    let items = node.items(Some(places.owner), problems);
    if items.is_empty() {
        problems.shape(&node.site, places.owner, "has a rule with an empty list");
    }
    let texts: Option<Vec<&'static str>> =
        items.iter().map(|item| item.text(Some(places.owner), problems).map(intern)).collect();
    Some(texts?.leak())
}

/// Kinds of ARN, each written `service:region:beginning of the resource`; what is empty can be anything.
pub(super) fn arn_kinds(node: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<&'static [ArnKind]> {
    let mut kinds = Vec::new();
    for text in texts_of(node, places, problems)? {
        let mut fields = text.splitn(3, ':');
        let (Some(service), Some(region), Some(resource)) = (fields.next(), fields.next(), fields.next()) else {
            let reason = format!("has a rule with the kind of ARN `{text}`; write `service:region:resource`");
            problems.shape(&node.site, places.owner, reason);
            return None;
        };
        kinds.push(ArnKind { service, region, resource });
    }
    Some(kinds.leak())
}

/// `[min, max]`, either of which can be `null`.
pub(super) fn bounds(
    node: &Node<'_>,
    places: &Places<'_>,
    problems: &mut Problems,
) -> Option<(Option<i64>, Option<i64>)> {
    let items = node.items(Some(places.owner), problems);
    let bound = |item: &Node<'_>| if item.value.is_null() { Some(None) } else { item.value.as_i64().map(Some) };
    match items.iter().map(bound).collect::<Option<Vec<_>>>().as_deref() {
        Some([min, max]) if min.is_some() || max.is_some() => {
            if min.zip(*max).is_some_and(|(min, max)| min > max) {
                problems.shape(&node.site, places.owner, "has a rule whose min is greater than its max");
            }
            Some((*min, *max))
        }
        _ => {
            problems.shape(&node.site, places.owner, "has a rule whose bounds are not `[min, max]`");
            None
        }
    }
}

/// The members of the patch operations of a list.
pub(super) fn patch_parts(operations: &Node<'_>, places: &Places<'_>, problems: &mut Problems) -> Option<PatchParts> {
    let list = operations.text(Some(places.owner), problems)?;
    let mut member = |name: &str| -> Option<Step> {
        places.path_text(&format!("{list}[].{name}"), &operations.site, problems)?.0.steps.last().copied()
    };
    Some(PatchParts { op: member("op")?, path: member("path")?, value: member("value")?, from: member("from")? })
}
