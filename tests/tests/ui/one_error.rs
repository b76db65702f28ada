//! One mistake gives one error, at the value or field that has it. Each case is a program in which `«…»` stands around
//! what the compiler must mark. May import: `compiler`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::compiler::{Compiler, Output, in_parallel};

/// What every program begins with: a type that no member has.
const START: &str = "#![allow(unused)]\nuse apigw_model::*;\nuse std::collections::{BTreeMap, HashMap};\n\n\
                     #[derive(Clone, Default)]\nstruct Wrong;\n";

/// Values in calls of `request!`.
const CALLS: [&str; 23] = [
    "CreateRestApi { name: «Wrong» }",
    "CreateRestApi { name: Wrong.«into»() }",
    "CreateRestApi { name: \"a\", binary_media_types: «Wrong» }",
    "CreateRestApi { name: \"a\", binary_media_types: [«Wrong»] }",
    "CreateRestApi { name: \"a\", binary_media_types: [\"a/b\", «Wrong»] }",
    "CreateRestApi { name: \"a\", binary_media_types: [\"a/b\", Wrong.«into»()] }",
    "CreateRestApi { name: \"a\", tags: «Wrong» }",
    "CreateRestApi { name: \"a\", tags: { \"a\": «Wrong» } }",
    "CreateRestApi { name: \"a\", tags: { «Wrong»: \"a\" } }",
    // A key can be a variable, so only the compiler knows that quotes are missing.
    "CreateRestApi { name: \"a\", tags: { «a»: \"b\" } }",
    "CreateRestApi { name: \"a\", tags: «vec![\"a\"]» }",
    "CreateRestApi { name: \"a\", api_key_source: «Wrong» }",
    "PutIntegration { rest_api_id: \"a\", resource_id: \"b\", http_method: GET, type: «Wrong» }",
    "CreateRestApi { name: \"a\", disable_execute_api_endpoint: «Wrong» }",
    "CreateRestApi { name: \"a\", minimum_compression_size: «Wrong» }",
    "CreateRestApi { name: \"a\", endpoint_configuration: «Wrong» }",
    "CreateRestApi { name: \"a\", endpoint_configuration: { types: [«Wrong»] } }",
    "ImportRestApi { body: «Wrong» }",
    "CreateUsagePlan { name: \"a\", api_stages: [«Wrong»] }",
    "CreateUsagePlan { name: \"a\", throttle: { rate_limit: «Wrong» } }",
    "CreateRestApi { name: \"a\", description?: «Wrong» }",
    "CreateRestApi { name: \"a\", ..«Wrong» }",
    "«CreateRestApi» { description: \"a\", ..Default::default() }",
];

/// Fields of structures that derive `Input`, behind the operation.
const INPUTS: [&str; 11] = [
    "CreateRestApi name: «Wrong»",
    "CreateRestApi name: String, description: «Option»<Wrong>",
    "CreateRestApi name: String, binary_media_types: «Wrong»",
    "CreateRestApi name: String, binary_media_types: «Option»<Vec<Wrong>>",
    "CreateRestApi name: String, tags: «Wrong»",
    "CreateRestApi name: String, tags: «HashMap»<String, Wrong>",
    "CreateRestApi name: String, api_key_source: «Wrong»",
    "PutIntegration rest_api_id: String, resource_id: String, http_method: HttpMethod, r#type: «Wrong»",
    "CreateRestApi name: String, minimum_compression_size: «Wrong»",
    "CreateRestApi name: String, endpoint_configuration: «Wrong»",
    "ImportRestApi body: «Wrong»",
];

/// Fields of structures that derive `Output` from `GetRestApi`.
const OUTPUTS: [&str; 10] = [
    "name: «Wrong»",
    "name: «Option»<Wrong>",
    "binary_media_types: «Wrong»",
    "binary_media_types: «Vec»<Wrong>",
    "tags: «Wrong»",
    "tags: «BTreeMap»<String, Wrong>",
    "minimum_compression_size: «Wrong»",
    "endpoint_configuration: «Wrong»",
    "#[apigw(default)] name: «Wrong»",
    "#[apigw(parse)] name: «Wrong»",
];

/// The marked programs.
fn programs() -> Vec<String> {
    let calls = CALLS.iter().map(|call| format!("{START}fn main() {{\n    let _ = request!({call});\n}}\n"));
    let inputs = INPUTS.iter().map(|input| {
        let (operation, fields) = input.split_once(' ').expect("an operation and fields");
        format!(
            "{START}#[derive(Input)]\n#[apigw(operation = {operation})]\nstruct Mine {{ {fields} }}\nfn main() {{}}\n"
        )
    });
    let outputs = OUTPUTS.iter().map(|field| {
        format!(
            "{START}#[derive(Output)]\n#[apigw(operation = GetRestApi)]\nstruct Mine {{ {field} }}\nfn main() {{}}\n"
        )
    });
    calls.chain(inputs).chain(outputs).collect()
}

/// Every program has one error, which begins at the mark.
pub(crate) fn is_at_its_place() {
    let programs: Vec<_> = programs().into_iter().enumerate().collect();
    let findings = in_parallel(&programs, |(number, marked)| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-one-error").join(number.to_string());
        let source = folder.join("main.rs");
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&source, marked.replace(['«', '»'], "")));
        written.unwrap_or_else(|error| panic!("cannot write `{}`: {error}", source.display()));
        let report = Compiler::get().compile(&source.display().to_string(), "", Output::Metadata);
        let places: Vec<_> = report.diagnostics.iter().filter_map(place).collect();
        let (before, rest) = marked.split_once('«').expect("a mark");
        let line = before.lines().count();
        let column = before.lines().next_back().unwrap_or_default().chars().count() + 1;
        let shown = report.diagnostics.iter().filter_map(|diagnostic| diagnostic["rendered"].as_str());
        let is_right =
            matches!(places.as_slice(), [(at, from)] if (*at, *from) == (line, column)) && rest.contains('»');
        if is_right { String::new() } else { format!("{marked}{places:?}\n{}", shown.collect::<String>()) }
    });
    let findings: Vec<_> = findings.into_iter().filter(|finding| !finding.is_empty()).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// The line and column where an error begins.
fn place(diagnostic: &Value) -> Option<(usize, usize)> {
    let spans = diagnostic["spans"].as_array()?;
    let span = spans.iter().find(|span| span["is_primary"] == true)?;
    let number = |name: &str| span[name].as_u64().and_then(|number| usize::try_from(number).ok());
    Some((number("line_start")?, number("column_start")?))
}
