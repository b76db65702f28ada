//! One structure from another: the members that both have.

use apigw_model::__private::{deserialize, serialize};
use apigw_model::Structured;
use apigw_model::server::ErrorReply;
use apigw_spec::value::Members;

use crate::refusal::Answer;

/// The structure that has those members of another that it knows by the same name.
pub(crate) fn project<A: Structured, B: Structured>(from: &A) -> Answer<B> {
    let members: &dyn Members = from;
    let unfit = |error: &dyn std::fmt::Display| ErrorReply::new("InternalFailure", error.to_string()).with_status(500);
    let mut json = serialize(A::SHAPE, members, serde_json::value::Serializer).map_err(|error| unfit(&error))?;
    if let Some(object) = json.as_object_mut() {
        object.retain(|name, _| B::SHAPE.members().iter().any(|member| member.name == name));
    }
    deserialize(json).map_err(|error| unfit(&error))
}
