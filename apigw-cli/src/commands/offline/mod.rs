//! Calls that this command runs itself, on an API that it reads from files or from the service.

mod answer;
mod backend;
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
use backend::Backends;
use parts::Parts;

pub(super) use case::run as run_case;

/// Runs a call. Without a sender, the API comes from the files that are given.
pub(super) fn run(
    (input, members): (&InputValue, &Map),
    call: &OperationArgs,
    offline: &OfflineArgs,
    sender: Option<&Sender>,
    settings: &Settings,
    globals: &Globals,
) -> Result<(), Failure> {
    let operation = call.operation;
    let mode = Mode::new(globals, || true)?;
    // What exists around the call, the call itself finds out.
    findings::check_input(input, members, call, (&Related::default(), mode), globals, None)?;
    let printer = Printer::new(globals, settings, operation)?;
    let mut backends = Backends::new(operation, &offline.functions, globals)?;
    let parts = match sender {
        Some(sender) => Parts::Service(sender),
        None => Parts::Files(Given::read(&globals.given)?),
    };
    let definition = definition::read(&parts, members, operation)?;
    let engine_call = request::call(members, &definition);

    let start = Instant::now();
    let outcome = invoke(&definition.api, &definition.method, &definition.integration, &engine_call, &mut backends);
    let latency = start.elapsed().as_millis();
    if let Some(problem) = backends.problem {
        return Err(Failure::general(problem));
    }
    printer.print(&Document::Map(answer::output(&outcome, latency, operation)))
}
