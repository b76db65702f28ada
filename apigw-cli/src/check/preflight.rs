//! `--preflight`: the objects around a request, read from the service before the request is sent.
//!
//! What is read follows from the rules alone: an object that they look at is read with the operation that answers with
//! it. What cannot be read is unknown, and fails no rule.

use apigw_cli_text::document::{Document, Map};
use apigw_spec::Operation;
use apigw_spec::api::{ContextRead, ReadInput, reads, texts};

use crate::check::related::{Related, changes};
use crate::config::timestamps::Timestamps;
use crate::failure::Failure;
use crate::input::value::{InputNode, InputValue};
use crate::syntax::catalog;
use crate::terminal::stdout;
use crate::transport::sender::Sender;

/// How many pages of a list are read.
const MAX_PAGES: usize = 100;

/// Reads what the rules of a request look at and what is not known yet.
pub(crate) fn read(
    sender: &Sender,
    operation: &'static Operation,
    input: &InputValue,
    timestamps: Timestamps,
    related: &mut Related,
) {
    if !changes(operation) {
        return;
    }
    let known = texts(operation.input.shape(), input);
    for read in reads(operation, apigw_model::OPERATIONS) {
        if !related.has(read.slot.name)
            && let Some(request) = read.input(&known)
            && let Some(object) = object(sender, &read, &request, timestamps)
        {
            related.add(read.slot.name, Some(object));
        }
    }
}

/// Reads an object. That it cannot be read is reported.
pub(crate) fn object(
    sender: &Sender,
    read: &ContextRead,
    request: &ReadInput,
    timestamps: Timestamps,
) -> Option<InputNode> {
    match answer(sender, read, request, timestamps) {
        Ok(object) => {
            let shape = match read.items {
                Some(items) => items.target.shape(),
                None => read.operation.output?.shape(),
            };
            Some(InputNode::new(&object, shape))
        }
        Err(failure) => {
            let why = match &failure {
                Failure::Service(error) => error.code.clone(),
                other => other.message().unwrap_or_default(),
            };
            let (name, command) = (read.slot.name, catalog::name(read.operation));
            stdout::print_error(&format!(
                "apigw: preflight: {command} failed ({why}); rules about `{name}` are not checked\n"
            ));
            None
        }
    }
}

fn answer(
    sender: &Sender,
    read: &ContextRead,
    request: &ReadInput,
    timestamps: Timestamps,
) -> Result<Document, Failure> {
    let mut page: Map = sender.fetch(read.operation, request, timestamps)?;
    let Some(items) = read.items else { return Ok(Document::Map(page)) };

    let mut all = Vec::new();
    for _ in 0..MAX_PAGES {
        if let Some(Document::List(more)) = page.remove(items.name) {
            all.extend(more);
        }
        let token = read.operation.pagination.and_then(|pagination| page.get(pagination.output_token)?.text());
        let next = token.and_then(|token| request.next_page(read.operation, token));
        let Some(next) = next else { return Ok(Document::List(all)) };
        page = sender.fetch(read.operation, &next, timestamps)?;
    }
    Err(Failure::general("the list has too many pages"))
}
