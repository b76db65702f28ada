//! Imports botocore's `waiters-2.json`: the waiters of each operation as the trait `waitable`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::stated::check_keys;
use crate::read::error::Problems;
use crate::read::json::Node;
use crate::read::lower::waiters::{MAX_ATTEMPTS, STATUS};

/// The waiters by the names of their operations.
pub(super) fn import(file: &Node<'_>, problems: &mut Problems) -> BTreeMap<String, Map<String, Value>> {
    check_keys(file, None, &["version", "waiters"], problems);
    let mut found: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    let waiters = file.get("waiters").map(|waiters| waiters.entries(None, problems)).unwrap_or_default();
    for (name, node) in waiters {
        check_keys(&node, None, &["acceptors", "delay", "description", "maxAttempts", "operation"], problems);
        let Some(operation) = node.required_text("operation", None, problems) else { continue };
        let acceptors = node.get("acceptors").map(|found| found.items(None, problems)).unwrap_or_default();
        let acceptors: Vec<Value> = acceptors.iter().filter_map(|node| acceptor(node, problems)).collect();

        let mut waiter = Map::from_iter([("acceptors".to_owned(), Value::from(acceptors))]);
        let number = |key: &str| node.get(key).map(|found| found.value.clone());
        // The AWS tools wait as long each time.
        for (key, value) in [("minDelay", number("delay")), ("maxDelay", number("delay"))] {
            waiter.extend(value.map(|value| (key.to_owned(), value)));
        }
        waiter.extend(number("maxAttempts").map(|value| (MAX_ATTEMPTS.to_owned(), value)));
        found.entry(operation.to_owned()).or_default().insert(name.to_owned(), Value::Object(waiter));
    }
    found
}

fn acceptor(node: &Node<'_>, problems: &mut Problems) -> Option<Value> {
    check_keys(node, None, &["argument", "expected", "matcher", "state"], problems);
    let state = node.required_text("state", None, problems)?;
    let kind = node.required_text("matcher", None, problems)?;
    let expected = node.get("expected").map(|found| found.value.clone()).unwrap_or_default();

    let test = |comparator: &str, expected: &str| {
        let path = node.get("argument").map(|found| found.value.clone()).unwrap_or_default();
        json!({ "output": { "path": path, "expected": expected, "comparator": comparator } })
    };
    let matcher = match (kind, &expected) {
        ("path", Value::String(wanted)) => test("stringEquals", wanted),
        ("path", Value::Bool(value)) => test("booleanEquals", &value.to_string()),
        ("pathAll", Value::String(wanted)) => test("allStringEquals", wanted),
        ("pathAny", Value::String(wanted)) => test("anyStringEquals", wanted),
        ("status", Value::Number(status)) => json!({ STATUS: status }),
        ("error", Value::String(code)) => json!({ "errorType": code }),
        ("error", Value::Bool(failed)) => json!({ "success": !failed }),
        _ => {
            problems
                .file(&node.site, format!("the file has the matcher `{kind}` with a value that it does not compare"));
            return None;
        }
    };
    Some(json!({ "state": state, "matcher": matcher }))
}
