//! Every parser behind a door that takes bytes of any kind: fuzzers feed them, and so do tests with what fuzzers found.
//!
//! A door returns, whatever comes: no panic, and time in proportion to the bytes. Some also assert what must hold of any
//! input. Where a parser needs a choice beside the text, the first bytes make it.

mod definitions;
mod service;

use std::str::FromStr as _;

use apigw_cli::offline;
use apigw_cli_text::document::Document;
use apigw_cli_text::format::Format as OutputFormat;
use apigw_cli_text::jmespath::Query;
use apigw_cli_text::python::json::{self as python, Maps};
use apigw_cli_text::{json, shorthand, table, yaml};
use apigw_client::recorder::Replayer;
use apigw_client::{Endpoint, Environment, Profiles};
use apigw_codegen::{derive_input, derive_output, request};
use apigw_engine::api::{Api, Integration, Method};
use apigw_engine::http::{Request, Response};
use apigw_engine::{
    Backend, BackendAnswer, BackendCall, BackendError, Call, MappingTemplate, Parameters, TemplateInput, invoke,
};
use apigw_model::{OPERATIONS, timestamp};
use apigw_spec::Kind;
use apigw_spec::catalogue::catalogue;
use apigw_spec::format::Format;
use apigw_spec::read::{Source, import, read};
use proc_macro2::TokenStream;

use crate::{mutation, radio};

/// The formats that print something.
const FORMATS: [OutputFormat; 5] =
    [OutputFormat::Json, OutputFormat::Text, OutputFormat::Table, OutputFormat::Yaml, OutputFormat::YamlStream];

/// A parser that takes any bytes.
pub type Door = fn(&[u8]);

/// The doors by name: the names of the fuzz targets and of their folders of examples.
pub const DOORS: &[(&str, Door)] = &[
    ("option_value", option_value),
    ("command_line", command_line),
    ("json_input", json_input),
    ("yaml_input", yaml_input),
    ("query", query),
    ("output", output),
    ("reply", reply),
    ("events", events),
    ("script", script),
    ("model", model),
    ("rules", rules),
    ("format", format),
    ("config", config),
    ("recording", recording),
    ("macros", macros),
    ("changed_macros", changed_macros),
    ("template", template),
    ("json_path", json_path),
    ("function_answer", function_answer),
    ("definition", definitions::definition),
    ("import_document", service::import_document),
    ("service_request", service::request),
    ("explanation", explanation),
];

/// Opens the door of this name.
///
/// # Panics
///
/// If there is none.
pub fn open(name: &str, data: &[u8]) {
    let door = DOORS.iter().find(|(known, _)| *known == name);
    let (_, door) = door.unwrap_or_else(|| panic!("no door `{name}`"));
    door(data);
}

/// The first byte, and the text after it.
fn chosen(data: &[u8]) -> Option<(u8, &str)> {
    let (first, rest) = data.split_first()?;
    Some((*first, std::str::from_utf8(rest).ok()?))
}

fn text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}

/// An item of a list, by any number.
fn pick<T>(items: &[T], number: u8) -> Option<&T> {
    items.get(usize::from(number) % items.len().max(1))
}

/// Whether a parser would read a file.
fn names_file(text: &str) -> bool {
    text.contains("file://") || text.contains("fileb://")
}

/// A stream of events: as it is, and in frames whose checksums fit, so that what is in them is read.
fn events(data: &[u8]) {
    let (events, error) = radio::heard(data);
    assert!(events.len() * 16 <= data.len(), "{events:?} {error:?}");
    let Some((headers, content)) = data.split_first() else { return };
    radio::heard(&framed(content, u32::from(*headers)));
}

/// A frame with content of which so many bytes are its headers.
fn framed(content: &[u8], headers: u32) -> Vec<u8> {
    let size = u32::try_from(content.len() + 16).unwrap_or(u32::MAX);
    let mut frame = [size.to_be_bytes(), headers.to_be_bytes()].concat();
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    frame.extend_from_slice(content);
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    frame
}

fn option_value(data: &[u8]) {
    let Some((number, text)) = chosen(data).filter(|(_, text)| !names_file(text)) else { return };
    let members = OPERATIONS.iter().flat_map(|operation| operation.input.shape().members());
    let is_complex = |kind: Kind| matches!(kind, Kind::List(_) | Kind::Map { .. } | Kind::Structure(_));
    let complex: Vec<_> = members.filter(|member| is_complex(member.target.shape().kind)).collect();
    let Some(member) = pick(&complex, number) else { return };

    let _ = shorthand::parse(text, &|_| Ok(None));
    let _ = offline::read_option(member, &[text]);
    let _ = offline::read_option(member, &text.split('\n').collect::<Vec<_>>());
}

/// One word a line.
fn command_line(data: &[u8]) {
    let Some(text) = text(data).filter(|text| !names_file(text)) else { return };
    let words: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Ok(Some((operation, members))) = offline::read_call(&words) {
        offline::check(operation, &members);
    }
}

fn json_input(data: &[u8]) {
    let Some((number, text)) = chosen(data) else { return };
    let Ok(document) = python::read(text, Maps::Plain) else { return };
    let printed = json::compact(&document);
    let back = python::read(&printed, Maps::Plain).ok().map(|document| json::compact(&document));
    assert_eq!(back.as_deref(), Some(printed.as_str()), "the printed JSON reads as another document");
    check_input(number, &document);
}

fn yaml_input(data: &[u8]) {
    if let Some((number, text)) = chosen(data)
        && let Some(document) = yaml::read(text)
    {
        check_input(number, &document);
    }
}

/// Checks a document as the input of an operation.
fn check_input(number: u8, document: &Document) {
    if let (Some(operation), Document::Map(members)) = (pick(OPERATIONS, number), document) {
        offline::check(operation, members);
    }
}

/// The expression stands in the first line, the document below.
fn query(data: &[u8]) {
    if let Some(text) = text(data) {
        let (expression, document) = text.split_once('\n').unwrap_or((text, "null"));
        let Ok(query) = Query::compile(expression) else { return };
        let document = python::read(document, Maps::Plain).unwrap_or(Document::Null);
        if let Ok(found) = query.search(&document) {
            print(&found);
        }
    }
}

fn output(data: &[u8]) {
    if let Some(document) = text(data).and_then(|text| python::read(text, Maps::Plain).ok()) {
        print(&document);
    }
}

/// Prints a document in every format of output.
fn print(document: &Document) {
    for format in FORMATS {
        let _ = format.render("Title", document, table::Style { width: 80, has_color: true });
    }
}

fn reply(data: &[u8]) {
    let [number, status, body @ ..] = data else { return };
    let Some(operation) = pick(OPERATIONS, *number) else { return };
    let status = 200 + 100 * u16::from(status % 4);
    // A successful body that is not JSON is reported on standard error.
    if status == 200 && python::read(&String::from_utf8_lossy(body), Maps::Plain).is_err() {
        return;
    }
    for format in FORMATS {
        let _ = offline::render(operation, status, body, format);
    }
}

fn script(data: &[u8]) {
    const NAMES: &[&str] = &["a.sh", "Makefile", "a.yml", "Dockerfile", "a.md"];
    if let Some((number, text)) = chosen(data)
        && let Some(name) = pick(NAMES, number)
    {
        let _ = offline::lint_script(name, text);
    }
}

fn model(data: &[u8]) {
    if let Some(text) = text(data) {
        let spec = read(&[Source { name: "model.json", text }]).map_err(|errors| errors.to_string());
        let _ = spec.map(|spec| apigw_codegen::expand(&spec, &[]));
        let _ = import::smithy(text);
        let _ = import::botocore(text, None, Some(text));
    }
}

/// Rules for a small model.
fn rules(data: &[u8]) {
    const MODEL: &str = include_str!("../../models/parcels.json");
    if let Some(text) = text(data) {
        let sources = [Source { name: "model.json", text: MODEL }, Source { name: "rules.json", text }];
        let _ = read(&sources).map_err(|errors| errors.to_string());
    }
}

fn format(data: &[u8]) {
    let Some((number, text)) = chosen(data) else { return };
    let format = Format::ALL[usize::from(number) % Format::ALL.len()];
    if let Err(problem) = format.check(text) {
        assert!(text.is_char_boundary(problem.offset), "{format:?} points at byte {} of {text:?}", problem.offset);
    }
}

fn config(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let _ = timestamp::parse(text);
    if let Ok(endpoint) = Endpoint::parse(text) {
        let _ = endpoint.url("/restapis");
    }
    if let Ok(profiles) = Profiles::parse(text, text) {
        for name in [None, Some("x")] {
            let profile = profiles.select(name, &Environment::empty());
            let _ = profile.map(|profile| profile.get("region").map(str::len));
        }
    }
}

fn recording(data: &[u8]) {
    let _ = Replayer::read(data).map(|replayer| replayer.left());
}

fn macros(data: &[u8]) {
    let Some(tokens) = text(data).and_then(|text| TokenStream::from_str(text).ok()) else { return };
    for expand in [request, derive_input, derive_output] {
        let _ = expand(tokens.clone()).to_string();
    }
}

/// A call of a macro whose tokens are changed as the bytes decide.
fn changed_macros(data: &[u8]) {
    let (expand, call) = mutation::mutated(data);
    let _ = expand(call).to_string();
}

/// A template, rendered with a body that has something of everything.
fn template(data: &[u8]) {
    let Some(text) = text(data) else { return };
    if let Ok(template) = MappingTemplate::parse(text) {
        let _ = template.render(&TemplateInput::from("{\"a\": [1, {\"b\": null}], \"c\": \"d\"}"));
    }
}

/// A path in the first line, and the document that it goes into.
fn json_path(data: &[u8]) {
    let Some((path, body)) = text(data).and_then(|text| text.split_once('\n')) else { return };
    let template = MappingTemplate::parse("$input.json($input.params('path'))").expect("a template");
    let parameters = Parameters::new().query("path", path);
    let _ = template.render(&TemplateInput { body: body.to_owned(), parameters, ..TemplateInput::default() });
}

/// What a function answers to a proxy integration.
fn function_answer(data: &[u8]) {
    struct Function<'a>(&'a [u8]);

    impl Backend for Function<'_> {
        fn send(&mut self, _call: &BackendCall) -> Result<BackendAnswer, BackendError> {
            let response = Response { status: 200, body: self.0.to_vec(), ..Response::default() };
            Ok(BackendAnswer { response, is_function_error: false, latency: 0 })
        }
    }

    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations";
    let integration = serde_json::json!({"type": "AWS_PROXY", "httpMethod": "POST", "uri": uri});
    let integration = Integration::from_json(&integration).expect("an integration");
    let call = Call::new(Request { method: "GET".to_owned(), path: "/".to_owned(), ..Request::default() });
    let outcome = invoke(&Api::default(), &Method::default(), &integration, &call, &mut Function(data));
    assert!((100..600).contains(&outcome.response.status));
}

/// What someone pastes of what AWS said.
fn explanation(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let catalogue = catalogue().expect("the catalogue");
    for found in catalogue.recognize(text).into_iter().chain(catalogue.contained(text)) {
        assert!(!found.cause().is_empty() && !found.cure().is_empty(), "{text:?}");
    }
}
