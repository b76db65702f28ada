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
    let mut text = format!("#[derive(Input)]\n#[apigw(\n    operation = {},\n", operation.name);
    for (name, value) in params.as_object().into_iter().flatten() {
        let value = value_of(shape, name, value, 1);
        text.push_str(&format!("    {} = {value},\n", rust_name(name)));
    }
    text.push_str(")]\nstruct Mine {}");
    text
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
