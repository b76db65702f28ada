//! Every rule has requests that break it and requests that do not, and nothing else refuses what it refuses.

use std::collections::BTreeSet;

use apigw_spec::rule::RuleSet;
use apigw_spec::{Kind, Shape, Structure, Violation};
use serde_json::{Map, Value as Json};

use crate::{cases, errors, judge, operation, spec};

/// Every rule with the shape that it hangs on.
fn rules() -> Vec<(&'static Shape, &'static str)> {
    let rules = |shape: &&'static Shape| {
        let shape = *shape;
        shape.structure().rules.rules.iter().map(move |rule| (shape, rule.id))
    };
    spec().shapes.iter().flat_map(rules).collect()
}

/// A string of the form `@9 characters` stands for one that long.
pub(crate) fn expanded(json: &Json) -> Json {
    match json {
        Json::String(text) => match text.strip_prefix('@').and_then(|text| text.strip_suffix(" characters")) {
            Some(length) => Json::String("a".repeat(length.parse().expect("a length"))),
            None => json.clone(),
        },
        Json::Array(items) => items.iter().map(expanded).collect(),
        Json::Object(object) => object.iter().map(|(key, value)| (key.clone(), expanded(value))).collect(),
        other => other.clone(),
    }
}

fn judged(shape: &Shape, example: &Json) -> Vec<Violation> {
    let context = example["context"].as_object().cloned().unwrap_or_default();
    judge(shape, &expanded(&example["params"]), &context)
}

/// The shape without one of its rules.
fn without(shape: &Shape, id: &str) -> Shape {
    let structure = shape.structure();
    let rules = structure.rules.rules.iter().filter(|rule| rule.id != id).copied().collect::<Vec<_>>();
    let rules: &'static RuleSet = Box::leak(Box::new(RuleSet { rules: rules.leak(), ..*structure.rules }));
    Shape { id: shape.id, kind: Kind::Structure(Structure { rules, ..structure }) }
}

fn examples() -> Map<String, Json> {
    cases("rule-examples.json").as_object().cloned().expect("an object")
}

#[test]
fn every_rule_has_examples_and_every_example_a_rule() {
    let rules: BTreeSet<&str> = rules().into_iter().map(|(_, id)| id).collect();
    let examples = examples();
    let with: BTreeSet<&str> = examples.keys().map(String::as_str).collect();
    assert_eq!(rules, with);
    for (id, example) in &examples {
        for kind in ["accept", "reject"] {
            assert!(example[kind].as_array().is_some_and(|list| !list.is_empty()), "{id} has no {kind}");
        }
    }
}

#[test]
fn a_rule_and_nothing_else_finds_its_examples() {
    let (examples, mut wrong) = (examples(), Vec::new());
    for (shape, id) in rules() {
        let rule = shape.structure().rules.rules.iter().find(|rule| rule.id == id).expect("the rule");
        let reduced = without(shape, id);
        for example in examples[id]["reject"].as_array().expect("a list") {
            let found = judged(shape, example);
            let of_rule = found.iter().filter(|violation| violation.rule == id).count();
            if of_rule == 0 {
                wrong.push(format!("{id} does not find {example}"));
            }
            let others: Vec<_> = errors(&found).into_iter().filter(|violation| violation.rule != id).collect();
            if !others.is_empty() {
                wrong.push(format!("{id} is not alone in {example}: {others:?}"));
            }
            if found.iter().any(|violation| violation.rule == id && violation.severity != rule.severity) {
                wrong.push(format!("{id} changes its severity"));
            }
            if judged(&reduced, example).iter().any(|violation| violation.rule == id || violation.is_error()) {
                wrong.push(format!("without {id} something is still wrong with {example}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_rule_accepts_breaks_nothing() {
    let (examples, mut wrong) = (examples(), Vec::new());
    for (shape, id) in rules() {
        assert_eq!(examples[id]["operation"], operation_of(shape), "{id}");
        for example in examples[id]["accept"].as_array().expect("a list") {
            let found = judged(shape, example);
            if found.iter().any(|violation| violation.is_error() || violation.rule == id) {
                wrong.push(format!("{id} accepts {example}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn operation_of(shape: &Shape) -> &'static str {
    let found = spec().operations.iter().find(|operation| operation.input.shape().id == shape.id);
    let name = found.map_or("", |operation| operation.name);
    assert_eq!(operation(name).input.shape().id, shape.id);
    name
}
