//! What AWS answers to a request that breaks a rule: the text of the catalogue, filled from what was found.

use apigw_model::server::ErrorReply;
use apigw_model::{PatchOperation, Structured};
use apigw_spec::catalogue::catalogue;
use apigw_spec::path::Segment;
use apigw_spec::rule::{PatchOp, Step};
use apigw_spec::value::{Members, Sequence, Value};
use apigw_spec::violation::{Known, Problem};
use apigw_spec::{Operation, Violation};

use crate::refusal::{of, refusal};

/// The answer to a request with a violation.
pub(super) fn answer(violation: &Violation, operation: &Operation, input: &dyn Members) -> ErrorReply {
    let known = catalogue().ok().and_then(|catalogue| catalogue.prevented(violation.rule, violation.message));
    let holes = holes(violation, operation, input);
    let Some(known) = known else {
        let message = violation.message.map_or_else(|| violation.to_string(), str::to_owned);
        return ErrorReply::new("BadRequestException", message);
    };
    let holes: Vec<(&str, &str)> = holes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if let Some(reply) = unlisted_path(violation, operation, &holes) {
        return reply;
    }
    let mut reply = of(known, &holes);
    // What a rule quotes in full has words that the text in general lacks.
    let lacks = |quoted: &&str| reply.message.as_ref().is_some_and(|filled| !has_words(filled, quoted));
    if let Some(quoted) = violation.message.filter(lacks) {
        reply.message = Some(quoted.to_owned());
    }
    reply
}

/// What updates answer to a path that cannot be patched, if they list what can be: the paths for the same operation, or
/// that there are none.
fn unlisted_path(violation: &Violation, operation: &Operation, holes: &[(&str, &str)]) -> Option<ErrorReply> {
    let message = violation.message?;
    let lists =
        message.contains("Invalid patch path. Must be one of") || message.contains("choose supported operations");
    let table = operation.input.shape().structure().rules.patch.filter(|_| lists)?;
    let op = holes.iter().find(|(name, _)| *name == "op").and_then(|(_, op)| PatchOp::from_word(op))?;
    let paths = table.rows.iter().filter(|row| row.ops.contains(&op)).map(|row| row.path);
    let paths: Vec<&str> = paths.collect();
    if paths.is_empty() {
        return Some(refusal("patch-path-operation", holes));
    }
    let listed = bracketed(message).map_or_else(|| format!("[{}]", paths.join(", ")), str::to_owned);
    let mut all = vec![("paths", listed.as_str())];
    all.extend_from_slice(holes);
    Some(refusal("patch-path-supported", &all))
}

/// Whether a string has the words of another, in their order.
fn has_words(text: &str, words: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let mut rest = split(text).into_iter();
    split(words).iter().all(|word| rest.any(|known| known == *word))
}

/// What is known for the holes of a string: each value by every name that texts have for it.
fn holes(violation: &Violation, operation: &Operation, input: &dyn Members) -> Vec<(&'static str, String)> {
    let mut holes: Vec<(&'static str, String)> = Vec::new();
    patch_holes(violation, operation, input, &mut holes);
    if let Some(list) = violation.message.and_then(bracketed) {
        holes.push(("paths", list.to_owned()));
        holes.push(("ops", list.to_owned()));
    }

    let text = match &violation.problem {
        Problem::Tree { text, node, .. } => {
            holes.push(("sibling", node.clone()));
            holes.push(("name", text.clone()));
            Some(text)
        }
        Problem::PatchPath { path, .. } => {
            holes.push(("path", path.clone()));
            None
        }
        Problem::PatchTarget { name, .. } => Some(name),
        Problem::PatchWithoutPath => {
            holes.push(("path", "null".to_owned()));
            None
        }
        Problem::PatchOp { ops, .. } => {
            let words: Vec<&str> = ops.iter().map(|op| op.word()).collect();
            holes.push(("ops", format!("[{}]", words.join(", "))));
            None
        }
        Problem::Unlisted { text, .. }
        | Problem::Excluded { text }
        | Problem::Pattern { text, .. }
        | Problem::Format { text, .. }
        | Problem::NotIn { text, .. }
        | Problem::Taken { text, .. }
        | Problem::Repeated { text, .. }
        | Problem::Template { text } => Some(text),
        _ => None,
    };
    if let Some(text) = text {
        let names =
            ["parameter", "expression", "type", "model", "format", "source", "uri", "setting", "arn", "name", "path"];
        for name in names {
            if !holes.iter().any(|(known, _)| *known == name) {
                holes.push((name, text.clone()));
            }
        }
    }

    if let Some(member) = violation.member() {
        holes.push(("member", member.to_owned()));
        holes.push(("map", map_of(violation, operation, input).unwrap_or_else(|| member.to_owned())));
    }
    for fact in &violation.when {
        if let (Some(Segment::Member(name)), Known::Is(value)) = (fact.path.segments.last(), &fact.known) {
            holes.push((name, value.clone()));
        }
    }
    for name in ["stageName", "value"] {
        let index = operation.input.shape().members().iter().position(|member| member.name == name);
        let value = index.map_or(Value::Absent, |index| input.member(index, name));
        let hole = if name == "stageName" { "stage" } else { name };
        holes.push((hole, value.text().unwrap_or("null").to_owned()));
    }
    holes
}

/// The patch operation that a violation is about, in its parts.
fn patch_holes(
    violation: &Violation,
    operation: &Operation,
    input: &dyn Members,
    holes: &mut Vec<(&'static str, String)>,
) {
    let Some(table) = operation.input.shape().structure().rules.patch else { return };
    let Some(patch) = patch_at(violation, operation, input) else { return };
    let part = |step: Step| by_name(patch, step.member_name()?);
    let path = part(table.parts.path);
    if let Some(path) = &path {
        holes.push(("path", path.clone()));
        holes.push(("setting", path.trim_start_matches('/').to_owned()));
    }
    for (hole, step) in [("op", table.parts.op), ("from", table.parts.from), ("value", table.parts.value)] {
        holes.extend(part(step).map(|text| (hole, text)));
    }
}

/// The patch operation at the place of a violation.
fn patch_at<'v>(violation: &Violation, operation: &Operation, input: &'v dyn Members) -> Option<&'v dyn Members> {
    let index = violation.path.segments.iter().find_map(|segment| match segment {
        Segment::Index(index) => Some(*index),
        _ => None,
    })?;
    let Some(Segment::Member(list)) = violation.path.segments.first() else { return None };
    let position = operation.input.shape().members().iter().position(|member| member.name == *list)?;
    let Value::List(list) = input.member(position, list) else { return None };
    match Sequence::get(list, index) {
        Value::Structure(patch) => Some(patch),
        _ => None,
    }
}

/// The text of a member of a patch operation.
fn by_name(patch: &dyn Members, name: &str) -> Option<String> {
    let shape = <PatchOperation as Structured>::SHAPE;
    let index = shape.members().iter().position(|member| member.name == name)?;
    patch.member(index, name).text().map(str::to_owned)
}

/// The map that a patch operation's path leads into.
fn map_of(violation: &Violation, operation: &Operation, input: &dyn Members) -> Option<String> {
    let patch = patch_at(violation, operation, input)?;
    let path = by_name(patch, "path")?;
    path.trim_start_matches('/').split('/').next().map(str::to_owned)
}

/// The list in brackets that a string ends with.
fn bracketed(text: &str) -> Option<&str> {
    let start = text.find("Must be one of")?;
    let start = start + text.get(start..)?.find('[')?;
    text.get(start..).map(str::trim_end)
}
