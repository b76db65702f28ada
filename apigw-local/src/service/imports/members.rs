//! Parts of a document as objects of the service.

use apigw_model::__private::deserialize;
use apigw_model::Structured;
use serde_json::{Map, Value as Json};

/// An object with those members of a part that fit its shape, which has none that are required.
pub(super) fn object<T: Structured>(part: &Json) -> Option<T> {
    let members = part.as_object()?;
    let is_known = |name: &str| T::SHAPE.members().iter().any(|member| member.name == name);
    let mut known: Map<String, Json> = Map::new();
    for (name, value) in members.iter().filter(|(name, _)| is_known(name)) {
        let alone = Map::from_iter([(name.clone(), value.clone())]);
        if deserialize::<T, _>(Json::Object(alone)).is_ok() {
            known.insert(name.clone(), value.clone());
        }
    }
    deserialize(Json::Object(known)).ok()
}

/// A string member of a part.
pub(super) fn text<'p>(part: &'p Json, name: &str) -> &'p str {
    part.get(name).and_then(Json::as_str).unwrap_or_default()
}
