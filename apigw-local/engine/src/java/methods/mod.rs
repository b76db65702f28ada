//! The methods of each class, a closed table.
//!
//! AWS calls them by reflection; whatever is not in the table gives nothing, as a method that does not exist. The table is
//! that of Java 8. Which overload is meant is decided by the classes of the arguments, as reflection decides it: a string
//! where a number belongs is another method, so usually none.

mod list;
mod map;
mod number;
mod text;

use std::rc::Rc;

use super::display::{RenderBlock, push_text};
use super::equality;
use super::failure::{Fallible, JavaFailure};
use super::value::{Cursor, Loop, Value};

/// Calls a method; nothing if there is none of that name for these arguments.
pub(crate) fn call(
    target: &Value,
    method: &str,
    arguments: &[Value],
    blocks: RenderBlock<'_>,
) -> Fallible<Option<Value>> {
    let special = match target {
        Value::Text(text) => text::call(text, method, arguments, &mut *blocks)?,
        Value::Number(number) => number::call(number, method, arguments)?,
        Value::List(list) => list::call(list, target, method, arguments)?,
        Value::Array(array) => list::call_array(array, method, arguments)?,
        Value::Map(map) => map::call(map, method, arguments)?,
        Value::View(view) => map::call_view(view, method, arguments)?,
        Value::Entry(entry) => map::call_entry(entry, method, arguments)?,
        Value::Boolean(value) => boolean(*value, method, arguments)?,
        Value::Char(_) => character(target, method, arguments),
        Value::Cursor(cursor) => iterator(cursor, method, arguments)?,
        Value::Loop(frame) => call_loop(frame, method, arguments)?,
        Value::Object(object) => object.call(method, arguments)?,
        Value::Null | Value::Block(_) => None,
    };

    if special.is_some() {
        return Ok(special);
    }
    let common = match (method, arguments) {
        ("toString", []) => {
            let mut text = String::new();
            push_text(target, &mut text, &mut *blocks)?;
            Some(Value::text(text))
        }
        ("equals", [other]) => Some(Value::Boolean(target.equals(other))),
        ("hashCode", []) => Some(Value::Number(super::number::Number::Int(equality::hash(target)))),
        _ => None,
    };
    if common.is_none() && !arguments.is_empty() && takes_nothing(target, method, blocks) {
        return Err(JavaFailure::thrown(format!("`{method}` takes no arguments")));
    }
    Ok(common)
}

/// Whether there is a method of this name without parameters. Velocity 1.7 takes it for arguments too, and Java refuses.
fn takes_nothing(target: &Value, method: &str, blocks: RenderBlock<'_>) -> bool {
    match method {
        "clear" => matches!(target, Value::List(_) | Value::Map(_) | Value::View(_)),
        "next" => matches!(target, Value::Cursor(_)),
        _ => matches!(call(target, method, &[], blocks), Ok(Some(_))),
    }
}

/// A property: a getter, an entry of a map, or a question. `class` is none of them here.
pub(crate) fn property(target: &Value, name: &str, blocks: RenderBlock<'_>) -> Fallible<Option<Value>> {
    match target {
        Value::Map(map) => return Ok(Some(map.get_text(name)).filter(|value| !value.is_null())),
        Value::Loop(frame) => {
            if let Some(value) = loop_property(frame, name) {
                return Ok(Some(value));
            }
            return Ok(Some(lookup(frame, name)).filter(|value| !value.is_null()));
        }
        Value::Object(object) => return Ok(object.property(name)),
        _ => {}
    }
    let mut upper = name.chars();
    let capital: String = upper.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(upper).collect();
    for getter in [format!("get{capital}"), format!("is{capital}")] {
        if getter != "getClass"
            && let Some(value) = call(target, &getter, &[], blocks)?
        {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// Sets a property; only maps have any.
pub(crate) fn set_property(target: &Value, name: &str, value: Value) -> Result<(), JavaFailure> {
    match target {
        Value::Map(map) => drop(map.put(Value::text(name), value)),
        Value::Loop(frame) => drop(frame.map.put(Value::text(name), value)),
        Value::Entry(_) if matches!(name, "value" | "Value") => {
            call(target, "setValue", &[value], &mut |_, _| Ok(()))?;
        }
        _ => {}
    }
    Ok(())
}

fn boolean(value: bool, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(match (method, arguments) {
        ("booleanValue", []) => Some(Value::Boolean(value)),
        ("compareTo", [Value::Boolean(other)]) => {
            Some(Value::Number(super::number::Number::Int(i32::from(value) - i32::from(*other))))
        }
        ("compareTo", [_]) => return Err(JavaFailure::thrown("a Boolean is compared with something else")),
        ("parseBoolean" | "valueOf", [Value::Text(text)]) => Some(Value::Boolean(text.eq_ignore_ascii_case("true"))),
        ("toString", [Value::Boolean(other)]) => Some(Value::text(other.to_string())),
        _ => None,
    })
}

fn character(target: &Value, method: &str, arguments: &[Value]) -> Option<Value> {
    match (method, arguments) {
        ("charValue", []) => Some(target.clone()),
        _ => None,
    }
}

fn iterator(cursor: &Rc<Cursor>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    match (method, arguments) {
        ("hasNext", []) => Ok(Some(Value::Boolean(cursor.at.get() < cursor.items.len()))),
        ("next", []) => {
            let item = cursor.items.get(cursor.at.get()).cloned();
            cursor.at.set(cursor.at.get() + 1);
            item.map(Some).ok_or_else(|| JavaFailure::thrown("the iterator has no more elements"))
        }
        _ => Ok(None),
    }
}

fn loop_property(frame: &Rc<Loop>, name: &str) -> Option<Value> {
    let number = |number| Value::Number(super::number::Number::Int(number));
    let index = frame.index.get();
    Some(match name {
        "index" | "Index" => number(index),
        "count" | "Count" => number(index + 1),
        "hasNext" | "HasNext" => Value::Boolean(frame.has_next.get()),
        "first" | "First" => Value::Boolean(index < 1),
        "last" | "Last" => Value::Boolean(!frame.has_next.get()),
        "parent" | "Parent" => frame.parent.clone().map_or(Value::Null, Value::Loop),
        "topmost" | "Topmost" => topmost(frame),
        "replaced" | "Replaced" => replaced(frame),
        _ => return None,
    })
}

fn topmost(frame: &Rc<Loop>) -> Value {
    let mut top = frame;
    while let Some(parent) = &top.parent {
        top = parent;
    }
    Value::Loop(Rc::clone(top))
}

fn replaced(frame: &Rc<Loop>) -> Value {
    let mut at = Some(frame);
    while let Some(frame) = at {
        if let Some(value) = &frame.replaced {
            return value.clone();
        }
        at = frame.parent.as_ref();
    }
    Value::Null
}

/// What the template put into this loop, or into one around it.
fn lookup(frame: &Rc<Loop>, name: &str) -> Value {
    let mut at = Some(frame);
    while let Some(frame) = at {
        let found = frame.map.entries.borrow().get(name).cloned();
        if let Some(value) = found {
            return value;
        }
        at = frame.parent.as_ref();
    }
    Value::Null
}

fn call_loop(frame: &Rc<Loop>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    match (method, arguments) {
        ("hasNext", []) => Ok(Some(Value::Boolean(frame.has_next.get()))),
        ("isFirst" | "isLast", []) => Ok(method.get(2..).and_then(|name| loop_property(frame, name))),
        ("get", [Value::Text(name)]) => Ok(Some(lookup(frame, name))),
        (_, []) if method.starts_with("get") && method != "getClass" => {
            Ok(method.get(3..).and_then(|name| loop_property(frame, name)))
        }
        _ => map::call(&frame.map, method, arguments),
    }
}
