//! The command's parsers and printers one by one, for tests that feed them bytes of any kind. No part of the interface.
//!
//! Nothing here reads a file, opens a connection or prints. What must hold of any input is asserted.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::format::Format;
use apigw_cli_text::python::json::{self, Maps};
use apigw_cli_text::word::Word;
use apigw_cli_text::yaml;
use apigw_cli_text::{json as json_output, shorthand, table};
use apigw_client::{Reply, bind};
use apigw_spec::{Member, Operation};

use crate::check::{findings, validation};
use crate::config::timestamps::Timestamps;
use crate::failure::{Failure, Verbosity};
use crate::input::value::InputValue;
use crate::input::{coerce, convert};
use crate::lint;
use crate::syntax::command::{self, Command};
use crate::syntax::globals;
use crate::syntax::raw::RawValue;
use crate::transport::reply;

/// Something of a list by any number.
fn pick<T>(items: &[T], number: u8) -> Option<&T> {
    items.get(usize::from(number) % items.len().max(1))
}

/// Whether a text would make a parser open a file.
fn names_a_file(text: &str) -> bool {
    text.contains("file://") || text.contains("fileb://")
}

/// Words every problem, since the words quote what was given.
fn word<T>(outcome: Result<T, Failure>) -> Option<T> {
    match outcome {
        Ok(value) => Some(value),
        Err(failure) => {
            let _ = failure.text(Verbosity::Enhanced);
            let _ = failure.object();
            None
        }
    }
}

/// The members that are written in shorthand or JSON.
fn complex_members() -> Vec<(&'static Operation, &'static Member)> {
    let operations = apigw_model::OPERATIONS.iter();
    let members = operations.flat_map(|operation| operation.input.shape().members().iter().map(|m| (*operation, m)));
    members.filter(|(_, member)| convert::is_complex(member.target.shape())).collect()
}

/// The value of an option: shorthand or JSON, converted by the shape of a member.
pub fn option_value(number: u8, text: &str) {
    let members = complex_members();
    let Some((_, member)) = pick(&members, number) else { return };
    if names_a_file(text) {
        return;
    }
    let shape = member.target.shape();
    if let Ok(map) = shorthand::parse(text, &|_| Ok(None)) {
        let _ = coerce::coerce(&mut Document::Map(map), shape);
    }
    let words = text.split('\n').map(Word::from).collect();
    for given in [RawValue::Word(text.into()), RawValue::Words(words)] {
        word(convert::convert("--option", shape, given));
    }
}

/// A whole command line, one word a line, down to the values of its options.
pub fn command_line(text: &str) {
    let words: Vec<Word> = text.lines().map(Word::from).collect();
    let Some(globals::GlobalReading { command: name, rest, .. }) = word(globals::read(&words)) else { return };
    let Some(Command::Operation(call)) = word(command::read(&name, rest)) else {
        return;
    };
    if names_a_file(text) {
        return;
    }
    let mut members = Map::new();
    for (member, given) in &call.members {
        if let Some(value) = word(convert::convert("--option", member.target.shape(), given.clone())) {
            members.insert(member.name, value);
        }
    }
    judge(call.operation, &members);
}

/// An input file in JSON, as the input of an operation.
pub fn json_input(number: u8, text: &str) {
    let Ok(document) = json::read(text, Maps::Plain) else { return };
    let printed = json_output::compact(&document);
    let back = json::read(&printed, Maps::Plain).ok().map(|document| json_output::compact(&document));
    assert_eq!(back.as_deref(), Some(printed.as_str()), "the printed JSON reads as another document");
    input(number, &document);
}

/// An input file in YAML, as the input of an operation.
pub fn yaml_input(number: u8, text: &str) {
    if let Some(document) = yaml::read(text) {
        input(number, &document);
    }
}

fn input(number: u8, document: &Document) {
    if let (Some(operation), Document::Map(members)) = (pick(apigw_model::OPERATIONS, number), document) {
        judge(operation, members);
    }
}

/// Everything that happens to the members of an input before the request is sent.
fn judge(operation: &'static Operation, members: &Map) {
    word(validation::validate(members, operation.input.shape()));
    let input = InputValue::new(members, operation.input.shape());
    findings::all_formats(operation, &input);
    let _ = bind::bind(operation, &input);
}

fn print(document: &Document) {
    for format in [Format::Json, Format::Text, Format::Table, Format::Yaml, Format::YamlStream] {
        let _ = format.render("Title", document, table::Style { width: 80, has_color: true });
    }
}

/// The body of an answer, successful or not, to an operation.
pub fn reply(number: u8, status: u8, body: &[u8]) {
    let Some(operation) = pick(apigw_model::OPERATIONS, number) else { return };
    let status = 200 + 100 * u16::from(status % 4);
    let Ok(status) = http::StatusCode::from_u16(status) else { return };
    let answer = Reply::new(status, http::HeaderMap::new(), body.to_vec());
    if let Some(error) = reply::service_error(&answer, operation) {
        let _ = Failure::Service(Box::new(error)).text(Verbosity::Enhanced);
    } else if json::read(&String::from_utf8_lossy(body), Maps::Plain).is_ok() {
        // What is no JSON is told on standard error.
        for timestamps in [Timestamps::Iso, Timestamps::Wire] {
            if let Some(output) = word(reply::output(&answer, operation, timestamps)) {
                print(&Document::Map(output));
            }
        }
    }
}

/// A file with calls in it: a script, a makefile, a pipeline, a container's recipe or a page.
pub fn script(number: u8, text: &str) {
    const NAMES: &[&str] = &["a.sh", "Makefile", "a.yml", "Dockerfile", "a.md"];
    if let Some(name) = pick(NAMES, number) {
        let _ = lint::lint(name, text, &[]);
    }
}
