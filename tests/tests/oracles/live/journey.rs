//! A life of an API, from its creation to its end, told in `cases/journey.json`: through every door the same.

use std::collections::{BTreeMap, BTreeSet};

use apigw_client::blocking;
use apigw_model::OPERATIONS;
use apigw_model::blob::from_base64;
use apigw_spec::{Kind, Shape};
use serde_json::Value;

use crate::live::doors::{Asynchronous, Blocking, Door, Shell, with_blobs};
use crate::live::server::LiveServer;
use crate::live::tools_of_aws::PythonTool;

/// One call of the journey.
struct Step {
    /// The operation.
    call: &'static apigw_spec::Operation,
    /// Its input, in which `${name}` stands for what was kept.
    with: Value,
    /// What is kept of the output, by name: where it is, with dots between members.
    keep: BTreeMap<String, String>,
    /// The code of the error that has to come.
    fails: Option<String>,
}

impl Step {
    fn read(json: &Value) -> Self {
        let name = json["call"].as_str().unwrap();
        let call = OPERATIONS.iter().find(|operation| operation.name == name);
        let kept = json["keep"].as_object().into_iter().flatten();
        Self {
            call: call.unwrap_or_else(|| panic!("no operation {name}")),
            with: json["with"].clone(),
            keep: kept.map(|(name, place)| (name.clone(), place.as_str().unwrap().replace('.', "/"))).collect(),
            fails: json["fails"].as_str().map(str::to_owned),
        }
    }
}

/// Runs the journey through each door, on a server of its own, and compares what came of every step.
pub(crate) fn every_door() {
    let steps: Vec<Step> = apigw_tests::json("cases/journey.json").as_array().unwrap().iter().map(Step::read).collect();
    let operations: BTreeSet<_> = steps.iter().map(|step| step.call.name).collect();
    assert!(operations.len() >= 80, "{} operations", operations.len());
    let server = LiveServer::moto();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let first = travel(&steps, &Asynchronous { client: server.client(), runtime });
    let server = LiveServer::moto();
    let second = travel(&steps, &Blocking(blocking::Client::new(server.client()).unwrap()));
    let server = LiveServer::moto();
    let third = travel(&steps, &Shell(&server));
    let results = steps.iter().zip(&first).zip(&second).zip(&third);
    let differing = results.filter_map(|(((step, first), second), third)| {
        let differs = first != second || first != third;
        differs.then(|| format!("{}\n async    {first}\n blocking {second}\n command  {third}", step.call.name))
    });
    let differing: Vec<_> = differing.collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The journey for a service that acts like AWS.
fn local_steps() -> Vec<Step> {
    let mut steps: Vec<Step> =
        apigw_tests::json("cases/journey.json").as_array().unwrap().iter().map(Step::read).collect();
    for step in &mut steps {
        // Only domain names at the edge have a distribution.
        step.keep.remove("distribution");
        // A plan with stages cannot be deleted.
        if step.call.name == "DeleteUsagePlan" {
            step.fails = Some("BadRequestException".to_owned());
        }
    }
    steps
}

/// Runs the journey on the service on this machine: through the client, the command, boto3 and the AWS CLI.
pub(crate) fn every_tool() {
    let steps = local_steps();
    let server = LiveServer::local();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let expected = travel(&steps, &Asynchronous { client: server.client(), runtime });

    let mut differing = Vec::new();
    let mut compare = |tool: &str, results: &[Value]| {
        for ((step, expected), result) in steps.iter().zip(&expected).zip(results) {
            if expected != result {
                differing.push(format!("{}\n client {expected}\n {tool} {result}", step.call.name));
            }
        }
    };
    let server = LiveServer::local();
    compare("command", &travel(&steps, &Shell(&server)));
    for tool in ["boto3", "awscli"] {
        let server = LiveServer::local();
        compare(tool, &travel(&steps, &PythonTool::start(tool, &server.url())));
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// What comes of every step, with what differs by nature named instead.
fn travel(steps: &[Step], door: &impl Door) -> Vec<Value> {
    let mut kept = BTreeMap::new();
    let mut results = Vec::new();
    for step in steps {
        let operation = step.call;
        let input = with_blobs(operation, filled(&step.with, &kept));
        let outcome = door.call(operation, &input);
        if let Some(code) = &step.fails {
            assert_eq!(outcome.as_ref(), Err(code), "{}", operation.name);
            results.push(Value::Null);
            continue;
        }
        let mut output = outcome.unwrap_or_else(|error| panic!("{} with {input}: {error}", operation.name));
        for (name, place) in &step.keep {
            let found = output.pointer(&format!("/{place}")).and_then(Value::as_str);
            let found = found.unwrap_or_else(|| panic!("no `{place}` in {output} of {}", operation.name));
            kept.insert(name.clone(), found.to_owned());
        }
        if let Some(shape) = operation.output {
            name_moments(&mut output, shape.shape());
        }
        name_kept(&mut output, &kept);
        results.push(output);
    }
    results
}

/// The value with what was kept put in.
fn filled(value: &Value, kept: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => {
            let fill = |text: String, (name, value): (&String, &String)| text.replace(&format!("${{{name}}}"), value);
            kept.iter().fold(text.clone(), fill).into()
        }
        Value::Array(items) => items.iter().map(|item| filled(item, kept)).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), filled(value, kept))).collect(),
        other => other.clone(),
    }
}

/// Puts the names of what was kept in the place of the values, which each server makes up.
fn name_kept(value: &mut Value, kept: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            for (name, value) in kept {
                *text = text.replace(value.as_str(), &format!("${{{name}}}"));
            }
        }
        Value::Array(items) => {
            for item in items {
                name_kept(item, kept);
            }
        }
        Value::Object(members) => {
            *members = std::mem::take(members)
                .into_iter()
                .map(|(name, mut value)| {
                    name_kept(&mut value, kept);
                    let mut name = Value::String(name);
                    name_kept(&mut name, kept);
                    (name.as_str().unwrap().to_owned(), value)
                })
                .collect();
        }
        _ => {}
    }
}

/// What stands for a moment.
const MOMENT: &str = "a moment";

/// Puts a word in the place of moments, which the doors also write differently, and shows blobs as text.
fn name_moments(value: &mut Value, shape: &Shape) {
    match (value, shape.kind) {
        (value, Kind::Timestamp(_)) => *value = MOMENT.into(),
        (Value::String(text), Kind::Blob) => {
            let bytes = from_base64(text).unwrap();
            *text = without_moments(&String::from_utf8(bytes).unwrap());
        }
        (Value::String(text), _) => *text = without_moments(text),
        (Value::Object(members), Kind::Structure(structure)) => {
            for (name, value) in members {
                let (_, member) = structure.member(name).unwrap();
                name_moments(value, member.target.shape());
            }
        }
        (Value::Object(entries), Kind::Map { value: target, .. }) => {
            for value in entries.values_mut() {
                name_moments(value, target.shape());
            }
        }
        (Value::Array(items), Kind::List(item)) => {
            for value in items {
                name_moments(value, item.shape());
            }
        }
        _ => {}
    }
}

/// The text with a word in the place of moments such as `2026-11-22T16:11:34`.
fn without_moments(text: &str) -> String {
    const FORM: &str = "0000-00-00T00:00:00";
    let mut rest = text;
    let mut result = String::new();
    while let Some(next) = rest.chars().next() {
        let candidate = rest.get(..FORM.len()).unwrap_or_default();
        let form: String = candidate.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        let length = if form == FORM { FORM.len() } else { next.len_utf8() };
        result.push_str(if form == FORM { MOMENT } else { &rest[..length] });
        rest = &rest[length..];
    }
    result
}
