//! The compile-time cases of rules, made from the same examples that run time is tested with.

use std::collections::BTreeMap;

use apigw_spec::case::separated;
use apigw_spec::document::{Document, unknown_members};
use apigw_spec::rule::{Condition, Demand, MemberPath, Root, Rule, Severity, Step};
use apigw_spec::{Operation, Violation};
use serde_json::{Value, json};

use crate::macro_text;

/// The longest example that becomes a file; longer ones are judged by the parity test only.
const LONGEST: usize = 4_000;

/// The files of every rule, by their path below `tests/ui`.
///
/// # Panics
///
/// If an example names an operation that does not exist.
pub fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut accepted = BTreeMap::<&str, Vec<Value>>::new();
    let examples = crate::json("cases/rule-examples.json");
    for (rule, examples) in examples.as_object().into_iter().flatten() {
        let operation = operation(&examples["operation"]);
        let params = |kind: &str| {
            let cases = examples[kind].as_array().into_iter().flatten();
            let params = cases.map(|case| case["params"].clone()).filter(|params| can_be_written(params, operation));
            params.collect::<Vec<_>>()
        };
        rejected(&mut files, rule, operation, &params("reject"));
        let accept = params("accept").into_iter().filter(|params| errors(operation, params) == 0);
        accepted.entry(operation.name).or_default().extend(accept);
    }
    for (name, examples) in accepted {
        let examples: Vec<&Value> = examples.iter().filter(|params| params.is_object()).collect();
        for (door, body) in doors(operation(&name.into()), &examples) {
            let about = format!("//! Made from what the rules of `{name}` must accept.\n\n");
            let file = format!("{door}/pass/{}.rs", separated(name, '-'));
            files.insert(file, format!("{about}#![allow(deprecated)]\n\n{body}"));
        }
        let file = format!("fluent/pass/{}.rs", separated(name, '-'));
        let about = format!("//! Made from what the rules of `{name}` must accept.");
        files.insert(file, format!("{about}\n\n{}", fluent(operation(&name.into()), &examples)));
    }
    files
}

fn operation(name: &Value) -> &'static Operation {
    let name = name.as_str().unwrap_or_default();
    let found = apigw_model::OPERATIONS.iter().find(|operation| operation.name == name);
    found.unwrap_or_else(|| unreachable!("an example names the unknown operation `{name}`"))
}

/// Whether a macro call can say it in a file of sensible size: members that the model does not have are syntax there,
/// and `null` is no literal.
fn can_be_written(params: &Value, operation: &Operation) -> bool {
    let text = params.to_string();
    let known = unknown_members(params, operation.input.shape()).is_empty();
    known && !text.contains(":null") && text.len() < LONGEST
}

fn violations(operation: &Operation, params: &Value) -> Vec<Violation> {
    let shape = operation.input.shape();
    let document = Document::new(params, shape);
    document.members().map(|members| apigw_spec::check(shape, members)).unwrap_or_default()
}

/// One file an example and door, where the request alone shows the violation.
fn rejected(files: &mut BTreeMap<String, String>, rule: &str, operation: &Operation, examples: &[Value]) {
    for (number, params) in examples.iter().enumerate() {
        let found = violations(operation, params);
        let Some(violation) = found.iter().find(|violation| violation.rule == rule) else { continue };
        let number = if number == 0 { String::new() } else { format!("-{}", number + 1) };
        let (kind, deny) = if violation.is_error() { ("fail", "") } else { ("warn", "#![deny(warnings)]\n\n") };
        for (door, body) in doors(operation, &[params]) {
            files.insert(format!("{door}/{kind}/{rule}{number}.rs"), file(rule, deny, &body));
        }
        if let Some(decides) = decides(operation, rule, params) {
            let name = operation.name;
            let call = macro_text::builder(operation, params, &[decides]);
            let body = format!("use apigw_model::{name};\n\nfn main() {{\n    let _ = {call};\n}}\n");
            files.insert(format!("constant/{kind}/{rule}{number}.rs"), file(rule, deny, &body));
            let body = fluent(operation, &[params]);
            files.insert(format!("fluent/{kind}/{rule}{number}.rs"), file(rule, deny, &body));
        }
    }
}

/// The member whose typed constant makes a builder check the rule: the one that decides whether another is required or
/// must not be there.
fn decides(operation: &Operation, rule: &str, params: &Value) -> Option<&'static str> {
    let rule = operation.input.shape().structure().rules.rules.iter().find(|other| other.id == rule)?;
    deciding(rule, params)
}

fn deciding(rule: &Rule, params: &Value) -> Option<&'static str> {
    let Condition::In { path, listed: [_, ..], .. } = rule.when else { return None };
    let (Demand::Require(target) | Demand::NonEmpty(target) | Demand::Forbid(target)) = rule.demand else {
        return None;
    };
    let is_near = |path: &MemberPath| path.root == Root::This && matches!(path.steps, [Step::Member { .. }]);
    let error = rule.severity == Severity::Error && rule.each.is_none();
    // An empty text, list or map is given, as far as the compiler counts.
    let is_empty = |value: &Value| [json!(""), json!([]), json!({})].contains(value);
    let shows = target.last_member().is_some_and(|name| !is_empty(&params[name]));
    (error && shows && is_near(&path) && is_near(&target)).then(|| path.last_member()).flatten()
}

/// The text of a file with calls of the client's method, with a typed constant wherever one makes a difference.
fn fluent(operation: &Operation, examples: &[&Value]) -> String {
    let rules = operation.input.shape().structure().rules.rules;
    let calls = examples.iter().map(|params| {
        let decide: Vec<_> = rules.iter().filter_map(|rule| deciding(rule, params)).collect();
        format!("    let _ = {};\n", macro_text::fluent(operation, params, &decide))
    });
    let calls = calls.collect::<String>();
    format!("pub fn calls(client: &apigw_client::Client) {{\n{calls}}}\n\nfn main() {{}}\n")
}

fn errors(operation: &Operation, params: &Value) -> usize {
    violations(operation, params).iter().filter(|violation| violation.is_error()).count()
}

fn file(rule: &str, attributes: &str, body: &str) -> String {
    format!("//! Made from the examples of the rule `{rule}`.\n\n{attributes}{body}")
}

/// The text of a file for each door that takes literals.
fn doors(operation: &Operation, examples: &[&Value]) -> [(&'static str, String); 2] {
    let name = operation.name;
    let calls = examples.iter().map(|params| format!("    let _ = {};\n", macro_text::request(operation, params)));
    let request = format!("use apigw_model::{{{name}, request}};\n\nfn main() {{\n{}}}\n", calls.collect::<String>());
    let items = examples.iter().enumerate().map(|(number, params)| {
        macro_text::derive(operation, params).replace("struct Mine", &format!("struct Mine{number}"))
    });
    let items = items.collect::<Vec<_>>().join("\n\n");
    let uses = (0..examples.len()).map(|number| format!("    let _: {name} = Mine{number} {{}}.into();\n"));
    let uses = uses.collect::<String>();
    let derive = format!("use apigw_model::{{Input, {name}}};\n\n{items}\n\nfn main() {{\n{uses}}}\n");
    [("request", request), ("derive", derive)]
}
