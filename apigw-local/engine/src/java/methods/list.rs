//! `ArrayList`, `JSONArray` and arrays.

use std::cell::Cell;
use std::rc::Rc;

use crate::java::display::push_json;
use crate::java::failure::{Fallible, JavaFailure};
use crate::java::number::Number;
use crate::java::value::{Array, Cursor, List, Value};

/// How many elements a list may have.
pub(crate) const MAX_ITEMS: usize = 1_000_000;

pub(super) fn call(list: &Rc<List>, whole: &Value, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    if let Some(value) = read(&list.items.borrow(), method, arguments)? {
        return Ok(Some(value));
    }
    if let Some(value) = add(list, method, arguments)? {
        return Ok(Some(value));
    }
    if let Some(value) = remove(list, method, arguments)? {
        return Ok(Some(value));
    }
    copy(list, whole, method, arguments)
}

/// Methods that set and add elements.
fn add(list: &Rc<List>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("set", [Value::Number(Number::Int(index)), value]) => {
            let mut items = list.items.borrow_mut();
            let length = items.len();
            let slot = items.get_mut(position(*index)?).ok_or_else(|| out_of_bounds(*index, length))?;
            std::mem::replace(slot, value.clone())
        }
        ("add", [value]) => {
            push_all(list, [value.clone()])?;
            Value::Boolean(true)
        }
        ("add", [Value::Number(Number::Int(index)), value]) => {
            insert_all(list, *index, vec![value.clone()])?;
            Value::empty()
        }
        ("addAll", [collection]) => {
            let Some(items) = items_of(collection) else { return Ok(None) };
            let is_empty = items.is_empty();
            push_all(list, items)?;
            Value::Boolean(!is_empty)
        }
        ("addAll", [Value::Number(Number::Int(index)), collection]) => {
            let Some(items) = items_of(collection) else { return Ok(None) };
            let is_empty = items.is_empty();
            insert_all(list, *index, items)?;
            Value::Boolean(!is_empty)
        }
        _ => return Ok(None),
    }))
}

/// Methods that take elements out.
fn remove(list: &Rc<List>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    let changed = || list.changes.set(list.changes.get().wrapping_add(1));
    Ok(Some(match (method, arguments) {
        ("remove", [Value::Number(Number::Int(index))]) => {
            let index = position(*index)?;
            let mut items = list.items.borrow_mut();
            if index >= items.len() {
                return Err(out_of_bounds(arguments_int(arguments), items.len()));
            }
            changed();
            items.remove(index)
        }
        ("remove", [value]) => {
            let found = list.items.borrow().iter().position(|item| value.equals(item));
            if let Some(index) = found {
                list.items.borrow_mut().remove(index);
                changed();
            }
            Value::Boolean(found.is_some())
        }
        ("removeAll" | "retainAll", [collection]) => {
            let Some(others) = items_of(collection) else { return Ok(None) };
            let keep = method == "retainAll";
            let items = list.items.borrow().clone();
            let before = items.len();
            let kept: Vec<Value> =
                items.into_iter().filter(|item| others.iter().any(|other| item.equals(other)) == keep).collect();
            let is_changed = kept.len() != before;
            if is_changed {
                changed();
            }
            list.items.replace(kept);
            Value::Boolean(is_changed)
        }
        ("clear", []) => {
            list.items.borrow_mut().clear();
            changed();
            Value::empty()
        }
        _ => return Ok(None),
    }))
}

/// Methods that give the elements in another form.
fn copy(list: &Rc<List>, whole: &Value, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("iterator" | "listIterator", []) => {
            Value::Cursor(Rc::new(Cursor { items: list.items.borrow().clone(), at: Cell::new(0) }))
        }
        ("toJSONString", []) if list.is_json => {
            let mut text = String::new();
            push_json(whole, &mut text, &mut |_, _| Ok(()))?;
            Value::text(text)
        }
        ("toArray", []) => {
            Value::Array(Rc::new(Array { class: "[Ljava.lang.Object;", items: list.items.borrow().clone().into() }))
        }
        ("clone", []) => Value::List(Rc::new(List {
            is_json: list.is_json,
            items: list.items.borrow().clone().into(),
            ..List::default()
        })),
        _ => return Ok(None),
    }))
}

fn arguments_int(arguments: &[Value]) -> i32 {
    match arguments {
        [Value::Number(number), ..] => number.to_int(),
        _ => 0,
    }
}

/// What a list and an array answer alike.
fn read(items: &[Value], method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("size", []) => Value::count(items.len()),
        ("isEmpty", []) => Value::Boolean(items.is_empty()),
        ("get", [Value::Number(Number::Int(index))]) => {
            items.get(position(*index)?).cloned().ok_or_else(|| out_of_bounds(*index, items.len()))?
        }
        ("contains", [value]) => Value::Boolean(items.iter().any(|item| value.equals(item))),
        ("containsAll", [collection]) => {
            let Some(others) = items_of(collection) else { return Ok(None) };
            Value::Boolean(others.iter().all(|other| items.iter().any(|item| other.equals(item))))
        }
        ("indexOf", [value]) => index(items.iter().position(|item| value.equals(item))),
        ("lastIndexOf", [value]) => index(items.iter().rposition(|item| value.equals(item))),
        ("subList", [Value::Number(Number::Int(from)), Value::Number(Number::Int(to))]) => {
            let part = position(*from)?..position(*to)?;
            Value::list(items.get(part).ok_or_else(|| out_of_bounds(*to, items.len()))?.to_vec())
        }
        _ => return Ok(None),
    }))
}

pub(super) fn call_array(array: &Rc<Array>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    if let Some(value) = read(&array.items.borrow(), method, arguments)? {
        return Ok(Some(value));
    }
    Ok(match (method, arguments) {
        ("set", [Value::Number(Number::Int(index)), value]) => {
            let is_text = array.class == "[Ljava.lang.String;";
            if is_text && !matches!(value, Value::Text(_) | Value::Null) {
                return Err(JavaFailure::thrown("the array takes strings only"));
            }
            let mut items = array.items.borrow_mut();
            let length = items.len();
            let slot = items.get_mut(position(*index)?).ok_or_else(|| out_of_bounds(*index, length))?;
            Some(std::mem::replace(slot, value.clone()))
        }
        ("iterator", []) => {
            Some(Value::Cursor(Rc::new(Cursor { items: array.items.borrow().clone(), at: Cell::new(0) })))
        }
        _ => None,
    })
}

/// The elements of a collection; nothing if the value is none.
pub(super) fn items_of(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::List(list) => Some(list.items.borrow().clone()),
        Value::View(view) => Some(view.items()),
        _ => None,
    }
}

fn push_all(list: &List, more: impl IntoIterator<Item = Value>) -> Result<(), JavaFailure> {
    let mut items = list.items.borrow_mut();
    items.extend(more);
    list.changes.set(list.changes.get().wrapping_add(1));
    if items.len() > MAX_ITEMS { Err(JavaFailure::Size) } else { Ok(()) }
}

fn insert_all(list: &List, index: i32, more: Vec<Value>) -> Result<(), JavaFailure> {
    let mut items = list.items.borrow_mut();
    let at = position(index)?;
    if at > items.len() {
        return Err(out_of_bounds(index, items.len()));
    }
    items.splice(at..at, more);
    list.changes.set(list.changes.get().wrapping_add(1));
    if items.len() > MAX_ITEMS { Err(JavaFailure::Size) } else { Ok(()) }
}

fn index(found: Option<usize>) -> Value {
    found.map_or(Value::Number(Number::Int(-1)), Value::count)
}

fn position(index: i32) -> Result<usize, JavaFailure> {
    usize::try_from(index).map_err(|_| out_of_bounds(index, 0))
}

fn out_of_bounds(index: i32, length: usize) -> JavaFailure {
    JavaFailure::thrown(format!("index {index} is out of bounds; the list has {length} elements"))
}
