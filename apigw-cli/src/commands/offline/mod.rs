//! Calls that this command runs itself, on an API that it reads from files or from the service.

mod answer;
mod api_file;
mod backends;
mod case;
mod definition;
mod moment;
mod parts;
mod request;

use std::time::Instant;

use apigw_cli_text::document::{Document, Map};
use apigw_engine::invoke;

use crate::check::findings;
use crate::check::given::Given;
use crate::check::mode::Mode;
use crate::check::related::Related;
use crate::config::settings::Settings;
use crate::failure::Failure;
use crate::input::value::InputValue;
use crate::syntax::globals::Globals;
use crate::syntax::operation::{OfflineArgs, OperationArgs};
use crate::terminal::printer::Printer;
use crate::transport::sender::Sender;
use parts::Parts;

use api_file::ApiFile;
pub(super) use case::run as run_case;

/// Where the API of a call comes from.
enum ApiSource<'a> {
    /// A file that defines it.
    File(&'a ApiFile),
    /// Files with its parts, as the service answers with them.
    Given,
    /// The service itself.
    Service(&'a Sender),
}

impl<'a> ApiSource<'a> {
    /// The file before the service; without both, the files of `--given`.
    fn new(file: Option<&'a ApiFile>, sender: Option<&'a Sender>) -> Self {
        match (file, sender) {
            (Some(file), _) => Self::File(file),
            (None, Some(sender)) => Self::Service(sender),
            (None, None) => Self::Given,
        }
    }
}

/// Reads the file of `--api`, if there is one, and adds the members that it says.
pub(super) fn read_api_file(call: &OperationArgs, members: &mut Map) -> Result<Option<ApiFile>, Failure> {
    let name = call.offline.as_ref().and_then(|offline| offline.api.as_deref());
    let Some(name) = name.filter(|_| call.skeleton.is_none()) else { return Ok(None) };
    let file = ApiFile::read(name)?;
    file.fill_in(members, call.operation)?;
    Ok(Some(file))
}

/// Runs a call, with the file that defines the API, or the sender that reads it from the service.
pub(super) fn run(
    (input, members): (&InputValue, &Map),
    call: &OperationArgs,
    offline: &OfflineArgs,
    (file, sender): (Option<&ApiFile>, Option<&Sender>),
    settings: &Settings,
    globals: &Globals,
) -> Result<(), Failure> {
    let operation = call.operation;
    let mode = Mode::new(globals, || true)?;
    // What exists around the call, the call itself finds out.
    findings::check_input(input, members, call, (&Related::default(), mode), globals, None)?;
    let printer = Printer::new(globals, settings, operation)?;
    let mut backends = backends::of_call(operation, &offline.functions, globals)?;
    let definition = match ApiSource::new(file, sender) {
        ApiSource::File(file) => file.definition(members, operation)?,
        ApiSource::Given => definition::read(&Parts::Files(Given::read(&globals.given)?), members, operation)?,
        ApiSource::Service(sender) => definition::read(&Parts::Service(sender), members, operation)?,
    };
    let engine_call = request::call(members, &definition);

    let start = Instant::now();
    let outcome = invoke(&definition.api, &definition.method, &definition.integration, &engine_call, &mut backends);
    let latency = start.elapsed().as_millis();
    if let Some(problem) = backends.problem() {
        return Err(Failure::general(problem));
    }
    printer.print(&Document::Map(answer::output(&outcome, latency, operation)))
}
