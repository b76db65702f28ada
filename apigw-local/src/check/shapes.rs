//! What the shape of an input alone shows: `ValidationException`, with everything in one message.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use apigw_model::server::{ErrorReply, Received};
use apigw_spec::path::Segment;
use apigw_spec::rule::builtin;
use apigw_spec::violation::Problem;
use apigw_spec::{Binding, Kind, Operation, Violation, check};

use crate::refusal::{Answer, refusal};

/// The orders in which AWS lists values.
const ORDERS: &str = include_str!("../../data/enum-order.json");

/// Checks an input by its shape.
pub(crate) fn check_shapes(received: &Received<'_>) -> Answer<()> {
    let shape = received.operation.input.shape();
    let found = check(shape, received);
    let mut texts: Vec<(bool, String)> = Vec::new();
    for violation in found.iter().filter(|violation| violation.is_error()) {
        texts.extend(constraints(violation, received.operation));
    }
    if texts.is_empty() {
        return Ok(());
    }
    // Members of the body come before those of the path.
    texts.sort_by_key(|(in_head, _)| *in_head);
    let count = texts.len();
    let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
    let plural = if count == 1 { "" } else { "s" };
    let message = format!("{count} validation error{plural} detected: {}", texts.join("; "));
    Err(ErrorReply::new("ValidationException", message))
}

/// The constraints that a violation shows to be broken, each with whether its member is in the head of the request.
fn constraints(violation: &Violation, operation: &Operation) -> Vec<(bool, String)> {
    let (in_head, place) = place(violation, operation);
    let one = |id: &str, holes: &[(&str, &str)]| {
        let mut all = vec![("member", place.as_str())];
        all.extend_from_slice(holes);
        vec![(in_head, refusal(id, &all).message.unwrap_or_default())]
    };

    match (violation.rule, &violation.problem) {
        (builtin::ENUM, Problem::Unlisted { text, listed, shape, .. }) => {
            let name = shape.map_or("", |id| id.rsplit_once('#').map_or(id, |(_, name)| name));
            let values = match orders().get(name) {
                Some(order) => order.join(", "),
                None => listed.join(", "),
            };
            one("enum-constraint", &[("value", text), ("values", &values)])
        }
        (builtin::PATTERN, Problem::Pattern { text, pattern, .. }) => {
            one("pattern-constraint", &[("value", text), ("pattern", pattern)])
        }
        (builtin::REQUIRED, Problem::MissingMembers { names, .. }) => {
            // The place is that of the structure that lacks them.
            let member = |name: &&str| {
                if violation.path.segments.is_empty() {
                    top(operation, name)
                } else {
                    (false, format!("{place}.{name}"))
                }
            };
            let missing = names.iter().map(member);
            missing
                .map(|(in_head, place)| {
                    (in_head, refusal("null-constraint", &[("member", &place)]).message.unwrap_or_default())
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Where a violation is, as AWS writes it, and whether that is in the head of the request.
fn place(violation: &Violation, operation: &Operation) -> (bool, String) {
    let mut segments = violation.path.segments.iter();
    let Some(Segment::Member(first)) = segments.next() else { return (false, String::new()) };
    let (in_head, mut place) = top(operation, first);
    for segment in segments {
        match segment {
            Segment::Member(name) => place.extend([".", name]),
            Segment::Index(index) => place.extend([".", &(index + 1).to_string(), ".member"]),
            Segment::Key(key) => place.extend([".", key, ".member"]),
            Segment::HiddenKey => {}
        }
    }
    (in_head, place)
}

/// A member of the input as AWS writes it: those of the body follow the name of the input.
fn top(operation: &Operation, name: &str) -> (bool, String) {
    let Kind::Structure(structure) = operation.input.shape().kind else { return (false, name.to_owned()) };
    if structure.member(name).is_some_and(|(_, member)| member.binding != Binding::Body) {
        return (true, name.to_owned());
    }
    let (first, rest) = operation.name.split_at_checked(1).unwrap_or(("", operation.name));
    (false, format!("{}{rest}Input.{name}", first.to_lowercase()))
}

fn orders() -> &'static BTreeMap<String, Vec<String>> {
    static ORDER: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();
    ORDER.get_or_init(|| {
        let file: serde_json::Value = serde_json::from_str(ORDERS).unwrap_or_default();
        let shapes = file.get("shapes").and_then(serde_json::Value::as_object).into_iter().flatten();
        let texts = |values: &serde_json::Value| {
            let values = values.as_array().into_iter().flatten();
            values.filter_map(serde_json::Value::as_str).map(str::to_owned).collect()
        };
        shapes.map(|(name, values)| (name.clone(), texts(values))).collect()
    })
}
