//! An operation called from its options: conversion, input file, validation, request, output.

use std::io::{self, ErrorKind};
use std::path::Path;

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::format::Format;
use apigw_cli_text::python::os_error;
use apigw_spec::Pagination;

use crate::check::given::Given;
use crate::check::mode::Mode;
use crate::check::related::Related;
use crate::check::{findings, preflight, validation};
use crate::commands::{dry_run, offline, skeleton};
use crate::config::settings::{self, Settings};
use crate::failure::Failure;
use crate::input::value::InputValue;
use crate::input::{blob, convert, input_file, parameter_file, secrets};
use crate::syntax::catalog;
use crate::syntax::choices::ReportFormat;
use crate::syntax::globals::Globals;
use crate::syntax::operation::{OperationArgs, option};
use crate::syntax::paging::check_paging;
use crate::terminal::printer::Printer;
use crate::terminal::progress::{self, Progress};
use crate::terminal::stdout;
use crate::transport::paginator::{self, Change, Merged};
use crate::transport::reply;
use crate::transport::sender::Sender;

/// The key under which the AWS CLI carries the pagination options; only validation ever shows it.
const PAGINATION: &str = "PaginationConfig";

/// Runs a call.
pub(crate) fn run(mut call: OperationArgs, globals: &Globals) -> Result<(), Failure> {
    let operation = call.operation;
    let mut is_single_page = check_paging(&call, globals)?;
    let mut members = convert(&call)?;
    if let Some(outfile) = call.outfile.take() {
        call.outfile = Some(outfile_name(outfile.into())?.into());
    }
    input_file::add_members(&mut members, &call)?;
    is_single_page |= operation.pagination.is_some_and(|pagination| is_manual(&members, &pagination));
    if let Some(form) = call.skeleton
        && skeleton::print_input(form, operation)
    {
        return Ok(());
    }
    let api_file = offline::read_api_file(&call, &mut members)?;
    let settings = Settings::read(globals)?;
    // A missing region is reported before anything is validated, missing credentials only afterwards.
    let is_local = globals.is_dry_run || call.offline.is_some() && (api_file.is_some() || !globals.given.is_empty());
    let needs_sender = !is_local || globals.is_preflight && call.skeleton.is_none();
    let sender = needs_sender.then(|| Sender::new(operation, globals, &settings));
    let sender = match sender {
        Some(Err(failure)) if !settings::shows_late(&failure) => return Err(failure),
        sender => sender,
    };
    let pagination = operation.pagination.filter(|_| !is_single_page);
    if pagination.is_some() {
        members.remove(PAGINATION);
        if call.skeleton.is_none() && !globals.is_dry_run {
            // Pages are fetched as they are printed, so an invalid format fails before anything else.
            settings.output(globals)?;
        }
    }

    blob::decode_all_members(&mut members, operation, settings.binary_format(globals)?)?;
    let validated = if settings.validates() {
        validation::validate(&members, operation.input.shape())
    } else {
        members.retain(|value| *value != Document::Null);
        Ok(())
    };
    if call.skeleton.is_some() {
        validated?;
        return skeleton::print_output(operation, &Printer::new(globals, &settings, operation)?);
    }

    let mut input = InputValue::new(&members, operation.input.shape());
    if let Some(offline) = call.offline.as_ref().filter(|_| !globals.is_dry_run) {
        validated?;
        let (sender, file) = (sender.transpose()?, api_file.as_ref());
        return offline::run((&input, &members), &call, offline, (file, sender.as_ref()), &settings, globals);
    }
    let mut related = Related::default();
    if !globals.given.is_empty() {
        related = Given::read(&globals.given)?.around(operation, &members);
    }
    let live = if globals.is_preflight && validated.is_ok() { sender.as_ref() } else { None };
    if let Some(Ok(sender)) = live {
        preflight::read(sender, operation, &input, settings.timestamps()?, &mut related);
    }

    if globals.is_dry_run {
        // A dry run reports everything that is wrong.
        let mode = Mode::new(globals, || true);
        let invalid = validated.as_ref().err();
        let check = |mode| findings::check_input(&input, &members, &call, (&related, mode), globals, invalid);
        let checked = mode.and_then(check);
        match &checked {
            // A structured report has everything.
            Err(Failure::AlreadyReported(_)) if globals.findings.is_some_and(ReportFormat::is_structured) => checked?,
            _ => validated.and(checked)?,
        }
        if let Some(Err(failure)) = sender {
            return Err(failure);
        }
        return dry_run::print(&input, operation, globals);
    }
    validated?;
    let Some(sender) = sender.transpose()? else { return Ok(()) };
    let mode = Mode::new(globals, || sender.is_aws(operation))?;
    findings::check_input(&input, &members, &call, (&related, mode), globals, None)?;
    send(&sender, &call, &mut input, pagination, &settings, globals)
}

/// Sends the requests and prints the result.
fn send(
    sender: &Sender,
    call: &OperationArgs,
    input: &mut InputValue,
    pagination: Option<Pagination>,
    settings: &Settings,
    globals: &Globals,
) -> Result<(), Failure> {
    let operation = call.operation;
    let timestamps = settings.timestamps()?;
    let progress = (!globals.is_debug).then(|| Progress::start(catalog::name(operation)));

    if let Some(outfile) = &call.outfile {
        let outfile = outfile.to_string();
        let unwritten = |error| Failure::general(unwritten(&error, &outfile));
        let reply = sender.download(operation, input, Path::new(&outfile), &unwritten)?;
        drop(progress);
        let output = reply::output(&reply, operation, timestamps)?;
        return Printer::new(globals, settings, operation)?.print(&Document::Map(output));
    }
    let Some(pagination) = pagination else {
        let output = sender.fetch(operation, input, timestamps)?;
        drop(progress);
        return Printer::new(globals, settings, operation)?.print(&Document::Map(output));
    };

    let printer = Printer::new(globals, settings, operation)?;
    let mut fetch = |changes: &[Change<'_>]| {
        for (name, value) in changes {
            input.set(name, *value);
        }
        let page = sender.fetch(operation, input, timestamps);
        progress::count_page();
        page
    };
    let mut merged = Merged::default();
    let mut is_first = true;
    let rest = paginator::each(operation, &pagination, &call.paging, &mut fetch, &mut |page, others| {
        if !printer.format.is_by_page() {
            merged.add(&page, pagination.items);
            return Ok(());
        }
        let start = std::mem::take(&mut is_first);
        progress::clear();
        printer.print(&Document::Map(shown_page(page, others, start, printer.format, &pagination)))
    })?;
    drop(progress);

    if !printer.format.is_by_page() {
        return printer.print(&Document::Map(merged.finish(rest)));
    }
    match rest.token {
        Some(token) if printer.format == Format::Text => printer.print(&next_token(token)),
        _ => Ok(()),
    }
}

/// Why an output file was not written; the AWS CLI names the file only if it cannot be opened.
fn unwritten(error: &io::Error, outfile: &str) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge | ErrorKind::BrokenPipe => {
            os_error::describe_alone(error)
        }
        _ => os_error::describe(error, outfile),
    }
}

/// The token to resume from, as the text format prints it.
fn next_token(token: String) -> Document {
    let inside: Map = [("NextToken", token)].into_iter().collect();
    Document::Map([("NextToken", inside)].into_iter().collect())
}

/// A page as the formats that print page by page show it: a stream whole, text the items alone.
fn shown_page(mut page: Map, others: &Map, is_first: bool, format: Format, pagination: &Pagination) -> Map {
    if format != Format::Text {
        return page;
    }
    let items = page.remove(pagination.items).unwrap_or(Document::Null);
    let mut shown = if is_first { others.clone() } else { Map::new() };
    shown.insert(pagination.items, items);
    shown
}

/// Whether the members choose a page themselves.
fn is_manual(members: &Map, pagination: &Pagination) -> bool {
    members.contains(pagination.input_token) || pagination.page_size.is_some_and(|member| members.contains(member))
}

/// The members that options give, in the order of the model.
fn convert(call: &OperationArgs) -> Result<Map, Failure> {
    let mut members = Map::new();
    for (member, given) in &call.members {
        let option = option(call.operation, member);
        let value = convert::convert(&option, member.target.shape(), given.clone());
        let value = value.map_err(|failure| secrets::failure(failure, call.operation.input.shape(), member));
        members.insert(member.name, value?);
    }

    let paging = &call.paging;
    let mut config = Map::new();
    if let Some(token) = &paging.starting_token {
        config.insert("StartingToken", token.as_str());
    }
    if let Some(size) = paging.page_size {
        config.insert("PageSize", Document::Integer(size));
    }
    if let Some(count) = paging.max_items {
        if count <= 0 {
            stdout::print_error("warning: Non-positive values for --max-items may result in undefined behavior.\n");
        }
        config.insert("MaxItems", Document::Integer(count));
    }
    if !config.is_empty() {
        members.insert(PAGINATION, config);
    }
    Ok(members)
}

/// The name of the file for a streamed answer, which a file may hold like any other value.
fn outfile_name(word: String) -> Result<String, Failure> {
    let loaded = parameter_file::load(&word).map_err(|problem| Failure::option("outfile", problem))?;
    Ok(match loaded {
        Some(Document::Text(text)) => text,
        Some(Document::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        _ => word,
    })
}
