//! `LinkedHashMap`, its views and entries.

use std::cell::Cell;
use std::rc::Rc;

use super::list::items_of;
use crate::java::failure::{Fallible, JavaFailure};
use crate::java::value::{Cursor, Entry, Map, Value, View, ViewKind};

pub(super) fn call(map: &Rc<Map>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    let view = |kind| Value::View(Rc::new(View { map: Rc::clone(map), kind }));
    Ok(Some(match (method, arguments) {
        ("get", [key]) => map.get(key),
        ("put", [key, value]) => map.put(key.clone(), value.clone()),
        ("getOrDefault", [key, default]) => {
            let found = map.find(key);
            found.unwrap_or_else(|| default.clone())
        }
        ("putIfAbsent", [key, value]) => {
            let old = map.get(key);
            if old.is_null() {
                map.put(key.clone(), value.clone());
            }
            old
        }
        ("replace", [key, value]) => {
            let is_known = map.find(key).is_some();
            if is_known { map.put(key.clone(), value.clone()) } else { Value::Null }
        }
        ("replace", [key, old, new]) => {
            let is_same = map.get(key).equals(old);
            if is_same {
                map.put(key.clone(), new.clone());
            }
            Value::Boolean(is_same)
        }
        ("remove", [key, value]) => {
            let is_same = map.get(key).equals(value);
            if is_same {
                map.remove(key);
            }
            Value::Boolean(is_same)
        }
        ("putAll", [other]) => {
            let Value::Map(other) = other else { return Ok(None) };
            let entries: Vec<(Value, Value)> =
                other.entries.borrow().iter().map(|(key, value)| (key.0.clone(), value.clone())).collect();
            for (key, value) in entries {
                map.put(key, value);
            }
            Value::empty()
        }
        ("remove", [key]) => map.remove(key),
        ("clear", []) => {
            map.entries.borrow_mut().clear();
            map.changes.set(map.changes.get().wrapping_add(1));
            Value::empty()
        }
        ("containsKey", [key]) => Value::Boolean(map.find(key).is_some()),
        ("containsValue", [value]) => Value::Boolean(map.entries.borrow().values().any(|item| value.equals(item))),
        ("keySet", []) => view(ViewKind::Keys),
        ("values", []) => view(ViewKind::Values),
        ("entrySet", []) => view(ViewKind::Entries),
        ("size", []) => Value::count(map.entries.borrow().len()),
        ("isEmpty", []) => Value::Boolean(map.entries.borrow().is_empty()),
        _ => return Ok(None),
    }))
}

pub(super) fn call_view(view: &Rc<View>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("size", []) => Value::count(view.map.entries.borrow().len()),
        ("isEmpty", []) => Value::Boolean(view.map.entries.borrow().is_empty()),
        ("contains", [value]) => Value::Boolean(view.items().iter().any(|item| value.equals(item))),
        ("containsAll", [collection]) => {
            let Some(others) = items_of(collection) else { return Ok(None) };
            let items = view.items();
            Value::Boolean(others.iter().all(|other| items.iter().any(|item| other.equals(item))))
        }
        ("iterator", []) => Value::Cursor(Rc::new(Cursor { items: view.items(), at: Cell::new(0) })),
        ("remove", [value]) => {
            let found = view.items().iter().position(|item| value.equals(item));
            let key = found.and_then(|at| view.map.entries.borrow().at(at).map(|(key, _)| key.0.clone()));
            if let Some(key) = &key {
                view.map.remove(key);
            }
            Value::Boolean(key.is_some())
        }
        ("clear", []) => {
            view.map.entries.borrow_mut().clear();
            view.map.changes.set(view.map.changes.get().wrapping_add(1));
            Value::empty()
        }
        ("toArray", []) => Value::Array(Rc::new(crate::java::value::Array {
            class: "[Ljava.lang.Object;",
            items: view.items().into(),
        })),
        ("add" | "addAll", [_]) => return Err(JavaFailure::thrown("nothing can be added to a view of a map")),
        _ => return Ok(None),
    }))
}

pub(super) fn call_entry(entry: &Rc<Entry>, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("getKey", []) => entry.key.clone(),
        ("getValue", []) => entry.value.borrow().clone(),
        ("setValue", [value]) => {
            entry.map.put(entry.key.clone(), value.clone());
            entry.value.replace(value.clone())
        }
        _ => return Ok(None),
    }))
}
