//! The validation that the AWS CLI does before it sends anything: types, required and unknown members. All problems are
//! collected. Conditions that the service has beyond these are rules, which are judged elsewhere.

use apigw_spec::{Kind, Member, Shape};

use crate::document::{Document, Map};
use crate::failure::Failure;
use crate::python::repr;

/// Fails with every problem of the members of an input.
pub(crate) fn validate(members: &Map, shape: &'static Shape) -> Result<(), Failure> {
    let mut problems = Vec::new();
    structure(members, shape.members(), "", &mut problems);
    if problems.is_empty() {
        return Ok(());
    }
    Err(Failure::parameters(format!("Parameter validation failed:\n{}", problems.join("\n"))))
}

fn structure(map: &Map, members: &'static [Member], path: &str, problems: &mut Vec<String>) {
    let place = if path.is_empty() { "input" } else { path };
    for member in members.iter().filter(|member| member.required && !map.contains(member.name)) {
        problems.push(format!("Missing required parameter in {place}: \"{}\"", member.name));
    }
    let find = |name: &str| members.iter().find(|member| member.name == name);
    for (name, _) in map.iter().filter(|(name, _)| find(name).is_none()) {
        let names: Vec<&str> = members.iter().map(|member| member.name).collect();
        problems.push(format!("Unknown parameter in {place}: \"{name}\", must be one of: {}", names.join(", ")));
    }
    for (name, value) in map.iter() {
        if let Some(member) = find(name) {
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            check(value, member.target.shape(), &path, problems);
        }
    }
}

fn check(value: &Document, shape: &'static Shape, path: &str, problems: &mut Vec<String>) {
    let classes: &[&str] = match (shape.kind, value) {
        (Kind::Structure(found), Document::Map(map)) => return structure(map, found.members, path, problems),
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            for (key, value) in map.iter() {
                check(value, target.shape(), &format!("{path}.{key}"), problems);
            }
            return;
        }
        (Kind::List(item), Document::List(items)) => {
            for (index, value) in items.iter().enumerate() {
                check(value, item.shape(), &format!("{path}[{index}]"), problems);
            }
            return;
        }
        (Kind::String(_), Document::Text(_))
        | (Kind::Blob, Document::Text(_) | Document::Bytes(_))
        | (Kind::Boolean, Document::Boolean(_))
        | (Kind::Integer | Kind::Long, Document::Integer(_) | Document::Boolean(_))
        | (Kind::Double, Document::Double(_) | Document::Integer(_) | Document::Boolean(_))
        | (Kind::Timestamp(_), Document::Text(_) | Document::Integer(_) | Document::Double(_) | Document::Date(_)) => {
            return;
        }
        (Kind::String(_), _) => &["str"],
        (Kind::Boolean, _) => &["bool"],
        (Kind::Integer | Kind::Long, _) => &["int"],
        (Kind::Double, _) => &["float", "decimal.Decimal", "int"],
        (Kind::Blob, _) => &["bytes", "bytearray", "file-like object"],
        (Kind::Timestamp(_), _) => &["datetime.datetime", "timestamp-string"],
        (Kind::List(_), _) => &["list", "tuple"],
        (Kind::Map { .. } | Kind::Structure(_), _) => &["dict"],
    };
    let class = |name: &&str| if name.contains('-') { (*name).to_owned() } else { format!("<class '{name}'>") };
    let valid: Vec<String> = classes.iter().map(class).collect();
    problems.push(format!(
        "Invalid type for parameter {path}, value: {}, type: <class '{}'>, valid types: {}",
        repr::plain(value),
        repr::class(value),
        valid.join(", "),
    ));
}
