//! The rules of the built-in specification: against recorded truth, one by one, and as data.

#![cfg(feature = "read")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on has failed")]

mod accepts;
mod api;
mod cases;
mod catalogue;
mod context;
mod examples;
mod mistakes;
mod opaque;
mod overlay;
mod patch;
mod patch_values;
mod sources;
mod words;

use apigw_spec::document::Document;
use apigw_spec::{Context, Operation, Shape, Spec, ToValue, Violation, builtin, check_with};
use serde_json::{Map, Value as Json};

/// The built-in specification.
fn spec() -> &'static Spec {
    builtin::spec().unwrap_or_else(|errors| panic!("{errors}"))
}

fn operation(name: &str) -> &'static Operation {
    spec().operation(name).unwrap_or_else(|| panic!("no operation {name}"))
}

/// A file under `tests/cases`.
fn cases(name: &str) -> Json {
    let path = format!("{}/../tests/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The violations of a request in its context: objects by name, `null` for what does not exist. What an object leaves
/// out as `"?"` cannot be seen.
fn judge(shape: &Shape, params: &Json, context: &Map<String, Json>) -> Vec<Violation> {
    let slots = shape.structure().rules.contexts;
    let known = slots.iter().filter_map(|slot| Some((slot, context.get(slot.name)?)));
    let documents: Vec<(&str, Document<'_>)> = known
        .map(|(slot, json)| {
            let shape = spec().shape(slot.shape).unwrap_or_else(|| panic!("no shape {}", slot.shape));
            let mut document = Document::new(json, shape);
            for (name, _) in json.as_object().into_iter().flatten().filter(|(_, value)| **value == "?") {
                document.hide(name);
            }
            (slot.name, document)
        })
        .collect();
    let contexts: Vec<Context<'_>> =
        documents.iter().map(|(name, document)| Context { name, value: document.to_value() }).collect();
    let document = Document::new(params, shape);
    let Some(members) = document.members() else { panic!("params are an object") };
    check_with(shape, members, &contexts)
}

fn errors(violations: &[Violation]) -> Vec<&Violation> {
    violations.iter().filter(|violation| violation.is_error()).collect()
}
