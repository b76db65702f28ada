//! The command without files, connections and a terminal, for tests and fuzzers: what it would send, report and print.
//! Everything but `dispatch` may be imported here.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::format::Format;
use apigw_cli_text::table::Style;
use apigw_cli_text::word::Word;
use apigw_client::bind::bind;
use apigw_client::{HttpRequest, Reply};
use apigw_spec::{Member, Operation};

use crate::check::{findings, validation};
use crate::config::timestamps::Timestamps;
use crate::failure::{Failure, Verbosity};
use crate::input::convert;
use crate::input::value::InputValue;
use crate::lint;
use crate::syntax::command::{self, Command};
use crate::syntax::globals;
use crate::syntax::raw::RawValue;
use crate::transport::reply;

/// A failure as the command reports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection {
    /// The text for people.
    pub text: String,
    /// The object for the structured formats, if the failure has one.
    pub object: Option<Document>,
}

/// What the checks before a request give.
#[derive(Debug)]
pub struct Checked {
    /// The failure of the validation of the AWS CLI, if it fails.
    pub invalid: Option<Rejection>,
    /// The findings of the rules: as text, as JSON and as SARIF.
    pub findings: Vec<String>,
    /// The request, or why it cannot be written.
    pub request: Result<HttpRequest, String>,
}

impl From<Failure> for Rejection {
    fn from(failure: Failure) -> Self {
        Self { text: failure.text(Verbosity::Enhanced), object: failure.object() }
    }
}

/// The operation that the words of a command line call, with its members; `None` for other commands. A value that names a
/// file is read.
pub fn read_call(words: &[String]) -> Result<Option<(&'static Operation, Map)>, Rejection> {
    let words: Vec<Word> = words.iter().map(|word| Word::from(word.as_str())).collect();
    let reading = globals::read(&words)?;
    let Command::Operation(call) = command::read(&reading.command, reading.rest)? else { return Ok(None) };

    let mut members = Map::new();
    for (member, value) in &call.members {
        members.insert(member.name, convert::convert("--option", member.target.shape(), value.clone())?);
    }
    Ok(Some((call.operation, members)))
}

/// The value of an option for a member, from one word or from several.
pub fn read_option(member: &'static Member, words: &[&str]) -> Result<Document, Rejection> {
    let value = match words {
        [word] => RawValue::Word((*word).into()),
        words => RawValue::Words(words.iter().map(|word| Word::from(*word)).collect()),
    };
    Ok(convert::convert("--option", member.target.shape(), value)?)
}

/// Checks and binds an input, as before a request is sent.
pub fn check(operation: &'static Operation, members: &Map) -> Checked {
    let shape = operation.input.shape();
    let input = InputValue::new(members, shape);
    Checked {
        invalid: validation::validate(members, shape).err().map(Rejection::from),
        findings: findings::all_formats(operation, &input),
        request: bind(operation, &input).map_err(|error| error.to_string()),
    }
}

/// What the command prints for a reply in a format. A body that is not JSON is reported on standard error.
pub fn render(operation: &'static Operation, status: u16, body: &[u8], format: Format) -> Result<String, Rejection> {
    let status = http::StatusCode::from_u16(status).map_err(|error| Failure::General(error.to_string()))?;
    let reply = Reply::new(status, http::HeaderMap::new(), body.to_vec());
    if let Some(error) = reply::service_error(&reply, operation) {
        return Err(Failure::Service(Box::new(error)).into());
    }
    let output = Document::Map(reply::output(&reply, operation, Timestamps::Iso)?);
    let style = Style { width: 80, has_color: true };
    let rendered = format.render(operation.name, &output, style);
    rendered.map_err(|unprintable| Failure::General(unprintable.problem).into())
}

/// The messages of `apigw lint-script` for a file of this name and content.
///
/// # Errors
///
/// If the file is not what its name says.
pub fn lint_script(name: &str, content: &str) -> Result<Vec<String>, String> {
    Ok(lint::lint(name, content, &[])?.findings.into_iter().map(|finding| finding.message).collect())
}
