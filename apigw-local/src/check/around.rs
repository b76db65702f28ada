//! The objects around a request, from the store.

use std::collections::BTreeMap;

use apigw_spec::Context;
use apigw_spec::rule::ContextSlot;
use apigw_spec::value::{Sequence, ToValue, Value};

use crate::store::{Api, State};

/// The strings of a request by the names of its members.
type KnownTexts<'k> = &'k dyn Fn(&str) -> Option<String>;

/// The objects that the rules of a request look at.
pub(super) struct Around<'s>(Vec<(&'static str, Object<'s>)>);

/// An object, or a list of them.
enum Object<'s> {
    One(Option<&'s dyn ToValue>),
    List(StoredItems<'s>),
}

/// The objects of an API that are listed, or are the API itself: those that its identifier is enough for.
pub(super) fn parts(slots: Vec<ContextSlot>) -> Vec<ContextSlot> {
    slots.into_iter().filter(|slot| slot.item.is_some() || slot.shape.ends_with("#RestApi")).collect()
}

/// A list of objects that stay where they are.
struct StoredItems<'s>(Vec<&'s dyn ToValue>);

impl Sequence for StoredItems<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.0.get(index).map_or(Value::Absent, |item| item.to_value())
    }
}

impl<'s> Around<'s> {
    /// Looks the objects up that a request names.
    pub(super) fn new(state: &'s State, slots: &[ContextSlot], known: KnownTexts<'_>) -> Self {
        let api = known("restApiId").and_then(|id| state.apis.get(&id));
        let found = slots.iter().filter_map(|slot| Some((slot.name, object(slot, api?, known)?)));
        Self(found.collect())
    }

    /// The objects as rules see them.
    pub(super) fn contexts(&self) -> Vec<Context<'_>> {
        self.0.iter().map(|(name, object)| Context { name, value: object.value() }).collect()
    }
}

impl Object<'_> {
    fn value(&self) -> Value<'_> {
        match self {
            Self::One(object) => object.map_or(Value::Absent, ToValue::to_value),
            Self::List(items) => Value::List(items),
        }
    }
}

/// An object by the shape that rules want of it; nothing if that is not kept.
fn object<'s>(slot: &ContextSlot, api: &'s Api, known: KnownTexts<'_>) -> Option<Object<'s>> {
    let text = |name| known(name).unwrap_or_default();
    let shape = slot.shape.rsplit_once('#').map_or(slot.shape, |(_, name)| name);
    Some(match shape {
        "RestApi" => Object::One(Some(&api.settings)),
        "Method" => one(api.method(&text("resourceId"), &text("httpMethod")).ok()),
        "Stage" => one(api.stages.get(&text("stageName"))),
        "GatewayResponse" => one(api.responses.get(&text("responseType"))),
        "ListOfResource" => list(&api.resources),
        "ListOfModel" => list(&api.models),
        "ListOfRequestValidator" => list(&api.validators),
        "ListOfAuthorizer" => list(&api.authorizers),
        "ListOfStage" => list(&api.stages),
        "ListOfDeployment" => Object::List(StoredItems(
            api.deployments.values().map(|deployed| &deployed.deployment as &dyn ToValue).collect(),
        )),
        _ => return None,
    })
}

fn one<T: ToValue>(object: Option<&T>) -> Object<'_> {
    Object::One(object.map(|object| object as &dyn ToValue))
}

fn list<T: ToValue>(objects: &BTreeMap<String, T>) -> Object<'_> {
    Object::List(StoredItems(objects.values().map(|object| object as &dyn ToValue).collect()))
}
