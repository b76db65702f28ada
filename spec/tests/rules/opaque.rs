//! What cannot be seen is never held against a request, and no request makes the evaluator panic.

use apigw_spec::document::Document;
use apigw_spec::path::ValuePath;
use apigw_spec::{Context, Shape, ToValue, Violation, check_with};
use proptest::prelude::*;
use serde_json::{Map, Value as Json};

use crate::context::objects;
use crate::{cases, operation, spec};

/// A request with the objects around it.
struct Request {
    shape: &'static Shape,
    params: Json,
    context: Map<String, Json>,
}

/// Every recorded request and every example.
fn requests() -> &'static [Request] {
    static REQUESTS: std::sync::OnceLock<Vec<Request>> = std::sync::OnceLock::new();
    REQUESTS.get_or_init(|| {
        let shape = |name: &Json| operation(name.as_str().expect("a name")).input.shape();
        let mut requests = Vec::new();
        for case in cases("rules.json")["cases"].as_array().expect("cases") {
            let context = objects(case["operation"].as_str().expect("a name"), &case["params"], &case["context"]);
            requests.push(Request { shape: shape(&case["operation"]), params: case["params"].clone(), context });
        }
        for example in cases("rule-examples.json").as_object().expect("examples").values() {
            for request in ["accept", "reject"].iter().flat_map(|kind| example[kind].as_array().expect("a list")) {
                let context = request["context"].as_object().cloned().unwrap_or_default();
                requests.push(Request {
                    shape: shape(&example["operation"]),
                    params: request["params"].clone(),
                    context,
                });
            }
        }
        requests
    })
}

/// A few of the possible things, drawn one after the other.
struct Choices<'c>(std::slice::Iter<'c, u8>);

impl Choices<'_> {
    /// One chance in `n`, or none when all choices are made.
    fn one_in(&mut self, n: u8) -> bool {
        self.0.next().is_some_and(|choice| choice % n == 0)
    }
}

/// Hides some parts of a document.
fn blur(document: &mut Document<'_>, json: &Json, choices: &mut Choices<'_>) {
    match json {
        Json::Object(object) => {
            for (name, value) in object {
                if choices.one_in(4) {
                    document.hide(name);
                } else if let Some(part) = document.get_mut(name) {
                    blur(part, value, choices);
                }
                if choices.one_in(8) {
                    document.hide_key(name);
                }
            }
        }
        Json::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                let Some(part) = document.item_mut(index) else { continue };
                if choices.one_in(4) {
                    *part = Document::OPAQUE;
                } else {
                    blur(part, value, choices);
                }
            }
        }
        _ => {}
    }
}

fn judged(request: &Request, choices: &[u8]) -> Vec<Violation> {
    let mut choices = Choices(choices.iter());
    let slots = request.shape.structure().rules.contexts.iter();
    let mut documents = Vec::new();
    for (slot, json) in slots.filter_map(|slot| Some((slot, request.context.get(slot.name)?))) {
        if choices.one_in(4) {
            continue;
        }
        let mut document = Document::new(json, spec().shape(slot.shape).expect("a shape"));
        for (name, _) in json.as_object().into_iter().flatten().filter(|(_, value)| **value == "?") {
            document.hide(name);
        }
        blur(&mut document, json, &mut choices);
        documents.push((slot.name, document));
    }
    let contexts: Vec<Context<'_>> =
        documents.iter().map(|(name, document)| Context { name, value: document.to_value() }).collect();
    let mut document = Document::new(&request.params, request.shape);
    blur(&mut document, &request.params, &mut choices);
    document.members().map(|members| check_with(request.shape, members, &contexts)).unwrap_or_default()
}

fn facts(violations: &[Violation]) -> Vec<(&str, bool, String)> {
    let place = |path: &ValuePath| {
        // What is under a hidden key is the same violation as under the key.
        let text = path.to_string();
        text.split('[').next().unwrap_or("").to_owned()
    };
    violations.iter().map(|violation| (violation.rule, violation.is_error(), place(&violation.path))).collect()
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "\\PC{0,12}".prop_map(Json::from),
        "[a-z${}/:.~#'\"\\[\\]%é]{0,16}".prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            proptest::collection::btree_map("[a-z/.$é]{0,8}", inner, 0..4)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hiding_finds_nothing_new(index in any::<prop::sample::Index>(), choices in proptest::collection::vec(any::<u8>(), 0..64)) {
        let request = index.get(requests());
        let whole = judged(request, &[]);
        let seen = judged(request, &choices);
        let known = facts(&whole);
        for found in facts(&seen) {
            // A warning gives way to an error about the same value; where that is hidden, the warning shows.
            let doubted = !found.1 && known.iter().any(|other| other.1 && other.2 == found.2);
            prop_assert!(known.contains(&found) || doubted, "{found:?} is not in {known:?} for {}", request.params);
        }
    }

    #[test]
    fn nothing_panics(index in any::<prop::sample::Index>(), members in proptest::collection::vec((any::<prop::sample::Index>(), any_json()), 0..4), context in any_json()) {
        let request = index.get(requests());
        let mut params = request.params.clone();
        for (which, value) in members {
            let known = request.shape.members();
            if !known.is_empty() {
                params[which.get(known).name] = value;
            }
        }
        let slots = request.shape.structure().rules.contexts.iter();
        let context = slots.map(|slot| (slot.name.to_owned(), context.clone())).collect();
        for violation in judged(&Request { shape: request.shape, params, context }, &[]) {
            prop_assert!(!violation.to_string().is_empty());
        }
    }
}
