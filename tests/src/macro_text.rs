//! A recorded request as the text of a macro call, so that one example serves every door.

use apigw_spec::case::separated;
use apigw_spec::{Kind, Operation, Shape};
use serde_json::Value;

/// The call of `request!` with the members of `params`, which have the model's names.
pub fn request(operation: &Operation, params: &Value) -> String {
    format!("request!({} {})", operation.name, structure(operation.input.shape(), params, 1))
}

/// A structure with `#[derive(Input)]` whose attribute has the members as constants.
pub fn derive(operation: &Operation, params: &Value) -> String {
    let shape = operation.input.shape();
    let constants = params.as_object().into_iter().flatten().map(|(name, value)| {
        let value = value_of(shape, name, value, 1);
        format!("    {} = {value},\n", rust_name(name))
    });
    let constants = constants.collect::<String>();
    format!("#[derive(Input)]\n#[apigw(\n    operation = {},\n{constants})]\nstruct Mine {{}}", operation.name)
}

/// The Rust name of a member as a macro call spells it: keywords need no `r#` there.
fn rust_name(name: &str) -> String {
    separated(name, '_')
}

fn structure(shape: &Shape, params: &Value, depth: usize) -> String {
    let indent = "    ".repeat(depth);
    let members = params.as_object().into_iter().flatten().map(|(name, value)| {
        let value = value_of(shape, name, value, depth);
        format!("{indent}    {}: {value},\n", rust_name(name))
    });
    format!("{{\n{}{indent}}}", members.collect::<String>())
}

fn value_of(shape: &Shape, name: &str, value: &Value, depth: usize) -> String {
    match shape.structure().member(name) {
        Some((_, member)) => literal(member.target.shape(), value, depth + 1),
        None => scalar(value),
    }
}

fn literal(shape: &Shape, value: &Value, depth: usize) -> String {
    match (shape.kind, value) {
        (Kind::Structure(_), Value::Object(_)) => structure(shape, value, depth),
        (Kind::Map { value: target, .. }, Value::Object(entries)) => {
            let entries =
                entries.iter().map(|(key, value)| format!("{}: {}", text(key), literal(target.shape(), value, depth)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        (Kind::List(item), Value::Array(items)) => {
            let items = items.iter().map(|value| literal(item.shape(), value, depth));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        (Kind::Double, Value::Number(number)) => format!("{:?}", number.as_f64().unwrap_or_default()),
        _ => scalar(value),
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(string) => text(string),
        other => other.to_string(),
    }
}

/// A string literal. Long runs of one character are shortened by the caller, not here.
fn text(string: &str) -> String {
    format!("{string:?}")
}

/// The call of a builder with the members of `params`; the values of the members that `decide` are typed constants.
pub fn builder(operation: &Operation, params: &Value, decide: &[&str]) -> String {
    format!("{}::builder(){}\n        .build()", operation.name, setters(operation, params, decide))
}

/// The call of a client's fluent method, as [`builder`] writes that of a builder.
pub fn fluent(operation: &Operation, params: &Value, decide: &[&str]) -> String {
    let method = rust_name(operation.name);
    format!("client\n        .{method}(){}\n        .send()", setters(operation, params, decide))
}

fn setters(operation: &Operation, params: &Value, decide: &[&str]) -> String {
    let shape = operation.input.shape();
    let setters = params.as_object().into_iter().flatten().map(|(name, value)| {
        let target = shape.structure().member(name).map(|(_, member)| member.target.shape());
        let value = match (target, value) {
            (Some(target), Value::String(value)) if decide.contains(&name.as_str()) => {
                format!("apigw_model::{}::{value}", rust_name(target.name()))
            }
            (Some(target), value) => expression(target, value),
            (None, value) => scalar(value),
        };
        format!("\n        .{}({value})", setter_name(name))
    });
    setters.collect()
}

/// The name of the setter of a member: keywords are raw.
fn setter_name(name: &str) -> String {
    let setter = rust_name(name);
    let raw = if setter == "type" { "r#" } else { "" };
    format!("{raw}{setter}")
}

/// A value as a Rust expression.
fn expression(shape: &Shape, value: &Value) -> String {
    match (shape.kind, value) {
        (Kind::Structure(structure), Value::Object(members)) => {
            let setters = members.iter().filter_map(|(name, value)| {
                let (_, member) = structure.member(name)?;
                Some(format!(".{}({})", setter_name(name), expression(member.target.shape(), value)))
            });
            format!("apigw_model::{}::builder(){}.build()", shape.name(), setters.collect::<String>())
        }
        // Nothing in them says of what they are empty.
        (Kind::Map { value: target, .. }, Value::Object(entries)) if entries.is_empty() => {
            format!("Vec::<(String, {})>::new()", rust_type(target.shape()))
        }
        (Kind::List(item), Value::Array(items)) if items.is_empty() => {
            format!("Vec::<{}>::new()", rust_type(item.shape()))
        }
        (Kind::Double, Value::Number(number)) => format!("{:?}", number.as_f64().unwrap_or_default()),
        (Kind::Map { value: target, .. }, Value::Object(entries)) => {
            let entries =
                entries.iter().map(|(key, value)| format!("({}, {})", text(key), expression(target.shape(), value)));
            format!("[{}]", entries.collect::<Vec<_>>().join(", "))
        }
        (Kind::List(item), Value::Array(items)) => {
            let items = items.iter().map(|value| expression(item.shape(), value));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        _ => scalar(value),
    }
}

/// A type whose values become those of a shape.
fn rust_type(shape: &Shape) -> String {
    match shape.kind {
        Kind::Structure(_) => format!("apigw_model::{}", shape.name()),
        Kind::Boolean => "bool".to_owned(),
        _ => "String".to_owned(),
    }
}
