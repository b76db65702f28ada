//! Converts shorthand by shape: numbers and booleans from strings, and a list from a single item.

use apigw_cli_text::document::Document;
use apigw_cli_text::python::repr;
use apigw_spec::{Kind, Shape};

use crate::failure::Failure;
use crate::input::number::{double, integer};

/// Converts the scalars of parsed shorthand in place. Members that the shape does not have are left for validation to
/// report.
pub(crate) fn coerce(value: &mut Document, shape: &'static Shape) -> Result<(), Failure> {
    match (shape.kind, &mut *value) {
        (Kind::Structure(structure), Document::Map(map)) => {
            for member in structure.members {
                if let Some(value) = map.get_mut(member.name) {
                    coerce(value, member.target.shape())?;
                }
            }
        }
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            for value in map.values_mut() {
                coerce(value, target.shape())?;
            }
        }
        (Kind::List(item), Document::List(items)) => {
            for value in items {
                coerce(value, item.shape())?;
            }
        }
        (Kind::List(_), _) => {
            // The single item is not converted: the AWS CLI leaves it unchanged.
            let item = std::mem::replace(value, Document::Null);
            *value = Document::List(vec![item]);
        }
        (Kind::Integer | Kind::Long, _) => *value = number(value, "int", integer)?,
        (Kind::Double, _) => *value = number(value, "float", double)?,
        (Kind::Boolean, _) => boolean(value)?,
        _ => {}
    }
    Ok(())
}

fn number(value: &Document, class: &str, read: fn(&str) -> Result<Document, Failure>) -> Result<Document, Failure> {
    if let Some(text) = value.text() {
        return read(text);
    }
    let wanted =
        if class == "int" { "a string, a bytes-like object or a real number" } else { "a string or a real number" };
    Err(Failure::general(format!("{class}() argument must be {wanted}, not '{}'", repr::class(value))))
}

fn boolean(value: &mut Document) -> Result<(), Failure> {
    let Some(text) = value.text() else {
        return Err(Failure::general(format!("'{}' object has no attribute 'lower'", repr::class(value))));
    };
    match text.to_lowercase().as_str() {
        "true" => *value = Document::Boolean(true),
        "false" => *value = Document::Boolean(false),
        _ => {}
    }
    Ok(())
}
