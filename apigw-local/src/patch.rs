//! Patch operations, on any structure of the model: paths are followed along the shapes.
//!
//! Which paths and operations an update allows is checked before, by its patch table; here they are carried out, all or
//! none.

use apigw_model::__private::{deserialize, serialize};
use apigw_model::server::ErrorReply;
use apigw_model::{Op, PatchOperation, Structured};
use apigw_spec::value::Members;
use apigw_spec::{Kind, Member, Target};
use serde_json::{Map, Value, json};

use crate::refusal::Answer;

/// What an operation does at the end of its path.
#[derive(Clone, Copy)]
enum Edit<'v> {
    Add(Option<&'v str>),
    Replace(Option<&'v str>),
    Remove(Option<&'v str>),
    /// A value from elsewhere in the structure.
    Put(&'v Value),
}

/// The structure after the operations.
pub(crate) fn patched<T: Structured>(object: &T, operations: &[PatchOperation]) -> Answer<T> {
    let members: &dyn Members = object;
    let unfit =
        |error: &dyn std::fmt::Display| ErrorReply::new("BadRequestException", format!("Invalid patch: {error}"));
    let mut json = serialize(T::SHAPE, members, serde_json::value::Serializer).map_err(|error| unfit(&error))?;
    for operation in operations {
        apply(&mut json, Target::to(T::SHAPE), operation);
    }
    deserialize(json).map_err(|error| unfit(&error))
}

fn apply(json: &mut Value, target: Target, operation: &PatchOperation) {
    let path = segments(operation.path.as_deref().unwrap_or_default());
    let value = operation.value.as_deref();
    let from = segments(operation.from.as_deref().unwrap_or_default());
    match operation.op {
        Some(Op::Add) => edit(json, target, &path, Edit::Add(value)),
        Some(Op::Replace) => edit(json, target, &path, Edit::Replace(value)),
        Some(Op::Remove) => edit(json, target, &path, Edit::Remove(value)),
        Some(Op::Copy | Op::Move) => {
            let Some(found) = find(json, target, &from).cloned() else { return };
            edit(json, target, &path, Edit::Put(&found));
            if matches!(operation.op, Some(Op::Move)) {
                edit(json, target, &from, Edit::Remove(None));
            }
        }
        _ => {}
    }
}

/// The segments of a path, unescaped.
pub(crate) fn segments(path: &str) -> Vec<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split('/').map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect()
}

/// The member that a segment names. Some paths write a name in other case (`/restapiId`).
fn member_of(target: Target, name: &str) -> Option<&'static Member> {
    let members = target.shape().members();
    let exact = members.iter().find(|member| member.name == name);
    exact.or_else(|| members.iter().find(|member| member.name.eq_ignore_ascii_case(name)))
}

fn find<'j>(json: &'j Value, target: Target, path: &[String]) -> Option<&'j Value> {
    let Some((first, rest)) = path.split_first() else { return Some(json) };
    match target.shape().kind {
        Kind::Structure(_) => {
            let member = member_of(target, first)?;
            find(json.get(member.name)?, member.target, rest)
        }
        Kind::Map { value, .. } => find(json.get(first)?, value, rest),
        _ => None,
    }
}

fn edit(json: &mut Value, target: Target, path: &[String], change: Edit<'_>) {
    let Some((first, rest)) = path.split_first() else { return };
    match target.shape().kind {
        Kind::Structure(_) => {
            let Some(member) = member_of(target, first) else { return };
            if let Some(object) = object(json) {
                within(object, member.name, member.target, rest, change);
            }
        }
        Kind::Map { value, .. } => {
            let Some(object) = object(json) else { return };
            // Keys of a map of values without parts may have slashes that are not escaped.
            if !rest.is_empty() && !has_parts(value) {
                within(object, &path.join("/"), value, &[], change);
            } else {
                within(object, first, value, rest, change);
            }
        }
        Kind::List(item) => list_item(json, item, &path.join("/"), change),
        _ => {}
    }
}

/// Edits what an object has by a name, or what is in it.
fn within(object: &mut Map<String, Value>, name: &str, target: Target, rest: &[String], change: Edit<'_>) {
    if rest.is_empty() {
        leaf(object, name, target, change);
    } else if matches!(change, Edit::Remove(_)) {
        if let Some(value) = object.get_mut(name) {
            edit(value, target, rest, change);
            // What has nothing left is gone.
            if is_empty(value) {
                object.remove(name);
            }
        }
    } else {
        edit(object.entry(name).or_insert(Value::Null), target, rest, change);
    }
}

fn leaf(object: &mut Map<String, Value>, name: &str, target: Target, change: Edit<'_>) {
    let is_list = matches!(target.shape().kind, Kind::List(_));
    let put = |object: &mut Map<String, Value>, value: Option<Value>| match value {
        Some(value) => _ = object.insert(name.to_owned(), value),
        None => _ = object.remove(name),
    };
    match change {
        Edit::Put(value) => put(object, Some(value.clone())),
        Edit::Add(Some(value)) if is_list => {
            if let Some(items) = list(object.entry(name).or_insert(Value::Null)) {
                items.extend(value.split(',').map(|item| json!(item.trim())));
            }
        }
        Edit::Add(value) | Edit::Replace(value) => put(object, converted(target, value)),
        Edit::Remove(Some(value)) if is_list => {
            if let Some(items) = list(object.entry(name).or_insert(Value::Null)) {
                items.retain(|item| item != value);
            }
        }
        Edit::Remove(_) => put(object, None),
    }
}

/// Edits an item of a list that a path names by its value or by its position.
fn list_item(json: &mut Value, item: Target, name: &str, change: Edit<'_>) {
    let Some(items) = list(json) else { return };
    let position = items.iter().position(|item| item == name);
    let position = position.or_else(|| name.parse().ok().filter(|index| *index < items.len()));
    match change {
        Edit::Add(value) => {
            let value = value.filter(|_| name == "-").unwrap_or(name);
            if !items.iter().any(|item| item == value) {
                items.extend(converted(item, Some(value)));
            }
        }
        Edit::Replace(value) => {
            if let Some(position) = position {
                items.remove(position);
            }
            items.extend(converted(item, value));
        }
        Edit::Remove(_) => {
            if let Some(position) = position {
                items.remove(position);
            }
        }
        Edit::Put(value) => items.push(value.clone()),
    }
}

/// The value that the text of a patch is for a shape; nothing takes the value away.
fn converted(target: Target, value: Option<&str>) -> Option<Value> {
    match target.shape().kind {
        Kind::Boolean => Some(json!(value.is_some_and(|value| value.eq_ignore_ascii_case("true")))),
        Kind::Integer | Kind::Long => Some(json!(value?.trim().parse::<i64>().ok()?)),
        Kind::Double => Some(json!(value?.trim().parse::<f64>().ok()?)),
        Kind::List(item) => {
            let items = value?.split(',').map(str::trim).filter(|text| !text.is_empty());
            Some(Value::Array(items.filter_map(|text| converted(item, Some(text))).collect()))
        }
        Kind::Map { .. } | Kind::Structure(_) => serde_json::from_str(value?).ok(),
        _ => Some(json!(value?)),
    }
}

fn has_parts(target: Target) -> bool {
    matches!(target.shape().kind, Kind::Structure(_) | Kind::Map { .. } | Kind::List(_))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    }
}

/// The object in a place, made if there is none.
fn object(json: &mut Value) -> Option<&mut Map<String, Value>> {
    if !json.is_object() {
        *json = Value::Object(Map::new());
    }
    json.as_object_mut()
}

fn list(json: &mut Value) -> Option<&mut Vec<Value>> {
    if !json.is_array() {
        *json = Value::Array(Vec::new());
    }
    json.as_array_mut()
}

#[cfg(test)]
mod tests {
    use apigw_model::{BasePathMapping, Integration, Op, PatchOperation, RestApi, Stage, UsagePlan};

    use super::patched;

    fn patch(op: Op, path: &str, value: Option<&str>) -> PatchOperation {
        PatchOperation::builder().op(op).path(path).maybe_value(value).build()
    }

    #[test]
    fn members_maps_and_lists_are_patched_along_the_shapes() {
        let api = RestApi::builder().binary_media_types(["image/png"]).description("old").build();
        let api = patched(
            &api,
            &[
                patch(Op::Add, "/binaryMediaTypes/image~1jpeg", None),
                patch(Op::Replace, "/binaryMediaTypes/image~1png", Some("image/gif")),
                patch(Op::Remove, "/description", None),
                patch(Op::Replace, "/endpointConfiguration/types/0", Some("REGIONAL")),
                patch(Op::Replace, "/minimumCompressionSize", Some("7")),
            ],
        )
        .expect("a patched API");
        assert_eq!(api.binary_media_types, Some(vec!["image/jpeg".to_owned(), "image/gif".to_owned()]));
        assert_eq!((api.description, api.minimum_compression_size), (None, Some(7)));

        let put = patched(
            &Integration::default(),
            &[
                patch(Op::Add, "/requestTemplates/application~1json", Some("{}")),
                patch(Op::Add, "/cacheKeyParameters/method.request.path.id", None),
            ],
        )
        .expect("an integration");
        assert_eq!(put.request_templates.and_then(|map| map.get("application/json").cloned()).as_deref(), Some("{}"));
        assert_eq!(put.cache_key_parameters, Some(vec!["method.request.path.id".to_owned()]));
        let gone = [patch(Op::Remove, "/variables/a", None)];
        let stage = Stage::builder().variables([("a", "b")]).build();
        assert_eq!(patched(&stage, &gone).expect("a stage").variables, None);
        let plan = patched(&UsagePlan::default(), &[patch(Op::Add, "/quota/limit", Some("10"))]).expect("a plan");
        assert_eq!(plan.quota.and_then(|quota| quota.limit), Some(10));
        let mapping = BasePathMapping::builder().rest_api_id("a1").build();
        let mapping = patched(&mapping, &[patch(Op::Replace, "/restapiId", Some("b2"))]).expect("a mapping");
        assert_eq!(mapping.rest_api_id.as_deref(), Some("b2"));
    }
}
