//! The table of classic mistakes: every one is found, and no twin without the mistake is refused.

use serde_json::{Map, Value as Json};

use crate::{cases, errors, judge, operation};

/// What is made of a document by a merge patch (RFC 7396).
fn merged(target: &Json, patch: &Json) -> Json {
    let Some(patch) = patch.as_object() else { return patch.clone() };
    let mut object = target.as_object().cloned().unwrap_or_default();
    for (name, value) in patch {
        if value.is_null() {
            object.remove(name);
        } else {
            let merged = merged(object.get(name).unwrap_or(&Json::Null), value);
            object.insert(name.clone(), merged);
        }
    }
    Json::Object(object)
}

/// `error`, `warning` or nothing, and the rules that say so.
fn verdict(row: &Json, params: &Json, context: &Json) -> (&'static str, Vec<&'static str>) {
    let shape = operation(row["operation"].as_str().expect("a name")).input.shape();
    let context = context.as_object().cloned().unwrap_or_else(Map::new);
    let found = judge(shape, params, &context);
    let word = match (errors(&found).is_empty(), found.is_empty()) {
        (false, _) => "error",
        (true, false) => "warning",
        (true, true) => "",
    };
    (word, found.iter().map(|violation| violation.rule).collect())
}

/// The verdicts on the mistakes, by their numbers: what is an error, and what only warns because AWS accepts it, may
/// accept it, or was never seen to refuse it.
const WARNED: [u64; 19] = [4, 6, 8, 11, 15, 19, 20, 21, 22, 31, 34, 45, 53, 58, 62, 76, 83, 97, 113];

#[test]
fn every_mistake_is_found_and_no_twin_refused() {
    let file = cases("../benches/mistakes/mistakes.json");
    let rows = file["mistakes"].as_array().expect("mistakes");
    assert_eq!(rows.len(), 122);
    for row in rows {
        let (right, wrong) = (&row["params"], merged(&row["params"], &row["change"]));
        let context = merged(&row["context"], row.get("changeContext").unwrap_or(&Json::Object(Map::new())));
        let number = row["number"].as_u64().expect("a number");
        let expected = if WARNED.contains(&number) { "warning" } else { "error" };
        let (word, rules) = verdict(row, &wrong, &context);
        assert_eq!((word, rules.len()), (expected, 1), "{number} {}: {rules:?}", row["mistake"]);
        assert_eq!(verdict(row, right, &row["context"]), ("", Vec::new()), "the twin of {number}");
    }
}

/// Of many strings that are to differ, each that does not is found, with the first that it repeats.
#[test]
fn what_is_repeated_among_many_is_found() {
    let mut parameters: Map<String, Json> =
        (0..40).map(|index| (format!("method.request.header.p{index}"), Json::Bool(true))).collect();
    // One that is not compared with the others stands where these become many.
    let names: Vec<String> = parameters.keys().cloned().collect();
    parameters.retain(|name, _| *name != names[16]);
    for index in [0, 30, 39] {
        parameters.insert(format!("method.request.querystring.p{index}"), Json::Bool(true));
    }
    let params = serde_json::json!({
        "restApiId": "a", "resourceId": "b", "httpMethod": "GET", "authorizationType": "NONE", "requestParameters": parameters,
    });
    let found = judge(operation("PutMethod").input.shape(), &params, &Map::new());
    let found: Vec<String> = found.iter().map(|found| format!("{} {}", found.rule, found.path)).collect();
    let expected = [0, 30, 39].map(|index| {
        format!("method-request-parameter-unique requestParameters[\"method.request.querystring.p{index}\"]")
    });
    assert_eq!(found, expected);
}
