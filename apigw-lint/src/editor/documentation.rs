//! The documentation of members and values.

use std::sync::OnceLock;

use apigw_spec::shape::{Member, Shape};
use serde_json::Value as Json;

/// What is said of a member or a listed value of a shape.
pub(super) fn part(shape: &Shape, name: &str) -> Option<&'static str> {
    text(&format!("{}${name}", shape.id))
}

/// What is said of a member, or else of what it is.
pub(super) fn member(shape: &Shape, member: &Member) -> Option<&'static str> {
    part(shape, member.name).or_else(|| text(member.target.shape().id))
}

fn text(id: &str) -> Option<&'static str> {
    static READ: OnceLock<Json> = OnceLock::new();
    let read = READ.get_or_init(|| serde_json::from_str(apigw_spec::builtin::DOCUMENTATION).unwrap_or_default());
    read.get("shapes")?.get(id)?.get("traits")?.get("smithy.api#documentation")?.as_str()
}
