//! One structure from another: the members that both have.

use apigw_model::__private::{deserialize, serialize};
use apigw_model::Structured;
use apigw_model::server::ErrorReply;
use apigw_spec::value::Members;
use serde_json::{Map, Value as Json};

use crate::refusal::Answer;

/// The structure that has those members of another that it knows by the same name.
pub(crate) fn project<A: Structured, B: Structured>(from: &A) -> Answer<B> {
    let unfit = |error: &dyn std::fmt::Display| ErrorReply::new("InternalFailure", error.to_string()).with_status(500);
    let mut members = to_json(from).unwrap_or_default();
    members.retain(|name, _| B::SHAPE.members().iter().any(|member| member.name == name));
    deserialize(Json::Object(members)).map_err(|error| unfit(&error))
}

/// The members of a structure, by the names of the model.
pub(crate) fn to_json<A: Structured>(from: &A) -> Option<Map<String, Json>> {
    let members: &dyn Members = from;
    match serialize(A::SHAPE, members, serde_json::value::Serializer).ok()? {
        Json::Object(members) => Some(members),
        _ => None,
    }
}
