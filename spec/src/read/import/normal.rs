//! The normal form: what the importers agree on, and its text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::read::ast::{
    AstMember, AstOperation, AstReference, AstService, AstShape, Body, Model, Simple, Trait, Traits, UNIT,
};
use crate::read::traits::{
    DOCUMENTATION, ENUM, ENUM_VALUE, HTTP, HTTP_HEADER, HTTP_LABEL, HTTP_QUERY, HTTP_QUERY_PARAMS, JSON_NAME, SERVICE,
    SIGV4, is_supported,
};

/// The text of a model in normal form.
pub(super) fn text(mut model: Model) -> String {
    close_old_enums(&mut model);
    page_tokens(&mut model);
    let service_ids = service_ids(&model);
    let mut shapes: BTreeMap<String, Value> = BTreeMap::new();
    for (id, shape) in &model.shapes {
        let id = service_ids.get(id).unwrap_or(id);
        shapes.insert(id.clone(), write_shape(shape));
    }
    let shapes: Map<String, Value> = shapes.into_iter().collect();
    let file = json!({ "smithy": "2.0", "shapes": shapes });
    // Maps with text keys can always be written, so the alternative is never seen.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Turns strings with the `enum` trait of Smithy 1.0 into enumerations.
fn close_old_enums(model: &mut Model) {
    for shape in model.shapes.values_mut() {
        let Some(old) = shape.traits.remove(ENUM) else { continue };
        let items = old.value.as_array().cloned().unwrap_or_default();
        let values = items.iter().filter_map(|item| item.get("value")?.as_str());
        shape.body = enumeration(&shape.id, values, &old);
    }
}

/// An enumeration of values.
pub(super) fn enumeration<'v>(id: &str, values: impl Iterator<Item = &'v str>, origin: &Trait) -> Body {
    let member = |value: &str| {
        let value = Trait { value: Value::from(value), site: origin.site.clone() };
        AstMember {
            id: id.to_owned(),
            name: String::new(),
            site: origin.site.clone(),
            reference: AstReference { target: UNIT.to_owned(), site: origin.site.clone() },
            traits: Traits::from([(ENUM_VALUE.to_owned(), value)]),
        }
    };
    Body::Enum(values.map(member).collect())
}

/// Page tokens of structures that are never an input: without binding, and before the items.
fn page_tokens(model: &mut Model) {
    let mut inputs = BTreeSet::new();
    for shape in model.shapes.values() {
        if let Body::Operation(AstOperation { input: Some(input), .. }) = &shape.body {
            inputs.insert(input.target.clone());
        }
    }

    let containers: BTreeSet<String> = model
        .shapes
        .values()
        .filter(|shape| matches!(shape.body, Body::List(_) | Body::Map(..)))
        .map(|shape| shape.id.clone())
        .collect();

    for shape in model.shapes.values_mut() {
        let Body::Structure(members) = &mut shape.body else { continue };
        if inputs.contains(&shape.id) {
            continue;
        }
        for index in 0..members.len() {
            let bound = members.get_mut(index).and_then(|member| member.traits.remove(HTTP_QUERY)).is_some();
            let Some(before) = index.checked_sub(1) else { continue };
            let items = members.get(before).is_some_and(|items| containers.contains(&items.reference.target));
            if bound && items {
                members.swap(before, index);
            }
        }
    }
}

/// The identifiers of services, by the identifiers that the model gives them: named after the SDK identifier.
fn service_ids(model: &Model) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for shape in model.shapes.values() {
        if !matches!(shape.body, Body::Service(_)) {
            continue;
        }
        let sdk_id = shape.traits.get(SERVICE).and_then(|found| found.value.get("sdkId")?.as_str()).unwrap_or_default();
        let name: String = sdk_id.chars().filter(char::is_ascii_alphanumeric).collect();
        let namespace = shape.id.split_once('#').map_or("", |(namespace, _)| namespace);
        let mut id = format!("{namespace}#{name}");
        while id != shape.id && model.shapes.contains_key(&id) {
            id.push_str("Service");
        }
        if !name.is_empty() {
            ids.insert(shape.id.clone(), id);
        }
    }
    ids
}

fn write_shape(shape: &AstShape) -> Value {
    let mut written = Map::new();
    written.insert("type".to_owned(), Value::from(type_of(&shape.body)));
    match &shape.body {
        Body::Simple(_) | Body::Refined(_) | Body::Broken => {}
        Body::Enum(members) => drop(written.insert("members".to_owned(), write_enum(members))),
        Body::List(member) => drop(written.insert("member".to_owned(), write_member(member))),
        Body::Map(key, value) => {
            written.insert("key".to_owned(), write_member(key));
            written.insert("value".to_owned(), write_member(value));
        }
        Body::Structure(members) | Body::Union(members) => {
            let members = members.iter().map(|member| (member.name.clone(), write_member(member)));
            written.insert("members".to_owned(), Value::Object(members.collect()));
        }
        Body::Operation(operation) => write_operation(operation, &mut written),
        Body::Service(service) => write_service(service, &mut written),
    }
    write_traits(&shape.traits, &mut written);
    Value::Object(written)
}

fn type_of(body: &Body) -> &'static str {
    match body {
        Body::Simple(Simple::Boolean) => "boolean",
        Body::Simple(Simple::Integer) => "integer",
        Body::Simple(Simple::Long) => "long",
        Body::Simple(Simple::Double) => "double",
        Body::Simple(Simple::Timestamp) => "timestamp",
        Body::Simple(Simple::Blob) => "blob",
        Body::Simple(Simple::Document) => "document",
        Body::Simple(Simple::String) | Body::Refined(_) | Body::Broken => "string",
        Body::Enum(_) => "enum",
        Body::List(_) => "list",
        Body::Map(..) => "map",
        Body::Structure(_) => "structure",
        Body::Union(_) => "union",
        Body::Operation(_) => "operation",
        Body::Service(_) => "service",
    }
}

/// The members of an enumeration, named after their values.
fn write_enum(members: &[AstMember]) -> Value {
    let mut written = Map::new();
    for member in members {
        let value = member.traits.get(ENUM_VALUE).and_then(|found| found.value.as_str()).unwrap_or(&member.name);
        let mut name = enum_name(value);
        while written.contains_key(&name) {
            name.push('_');
        }
        written.insert(name, json!({ "target": UNIT, "traits": { ENUM_VALUE: value } }));
    }
    Value::Object(written)
}

/// The name of an enumeration's member: its value, with `_` for everything that Smithy allows in no name.
fn enum_name(value: &str) -> String {
    let name: String = value.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("_{name}") }
}

fn write_member(member: &AstMember) -> Value {
    let mut written = Map::new();
    written.insert("target".to_owned(), Value::from(member.reference.target.as_str()));
    let mut traits = member.traits.clone();
    if [HTTP_LABEL, HTTP_QUERY, HTTP_QUERY_PARAMS, HTTP_HEADER].iter().any(|bound| traits.contains_key(*bound)) {
        traits.remove(JSON_NAME);
    }
    write_traits(&traits, &mut written);
    Value::Object(written)
}

fn write_references(references: &[AstReference]) -> Value {
    let targets: BTreeSet<&str> = references.iter().map(|reference| reference.target.as_str()).collect();
    Value::from(targets.into_iter().map(|target| json!({ "target": target })).collect::<Vec<_>>())
}

fn write_operation(operation: &AstOperation, written: &mut Map<String, Value>) {
    for (key, reference) in [("input", &operation.input), ("output", &operation.output)] {
        if let Some(reference) = reference.as_ref().filter(|reference| reference.target != UNIT) {
            written.insert(key.to_owned(), json!({ "target": reference.target }));
        }
    }
    if !operation.errors.is_empty() {
        written.insert("errors".to_owned(), write_references(&operation.errors));
    }
}

fn write_service(service: &AstService, written: &mut Map<String, Value>) {
    written.insert("version".to_owned(), Value::from(service.version.as_str()));
    written.insert("operations".to_owned(), write_references(&service.operations));
    if !service.errors.is_empty() {
        written.insert("errors".to_owned(), write_references(&service.errors));
    }
}

/// Writes the traits that mean something to the reader, except prose.
fn write_traits(traits: &Traits, written: &mut Map<String, Value>) {
    let facts = traits.iter().filter(|(name, _)| is_supported(name) && *name != DOCUMENTATION);
    let facts: Map<String, Value> =
        facts.map(|(name, found)| (name.clone(), write_trait(name, &found.value))).collect();
    if !facts.is_empty() {
        written.insert("traits".to_owned(), Value::Object(facts));
    }
}

fn write_trait(name: &str, value: &Value) -> Value {
    let mut value = sorted(value);
    let Some(parts) = value.as_object_mut() else { return value };
    match name {
        SERVICE => parts.retain(|key, _| matches!(key.as_str(), "endpointPrefix" | "sdkId")),
        SIGV4 => parts.retain(|key, _| key == "name"),
        HTTP if !parts.contains_key("code") => drop(parts.shift_insert(0, "code".to_owned(), Value::from(200))),
        _ => {}
    }
    value
}

/// A value with the keys of its objects sorted. Nesting is bounded by the parser that read it.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(parts) => {
            let parts: BTreeMap<&String, Value> = parts.iter().map(|(key, value)| (key, sorted(value))).collect();
            Value::Object(parts.into_iter().map(|(key, value)| (key.clone(), value)).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        scalar => scalar.clone(),
    }
}
