//! [`Validation::Preflight`](crate::Validation::Preflight): the objects around a request are read before it is sent.
//!
//! What is read follows from the rules: an object that they look at is read with the operation that answers with it. What
//! cannot be read is unknown, and fails no rule.

use std::sync::Arc;

use apigw_model::{OPERATIONS, Operation};
use apigw_spec::api::{ContextRead, ReadInput, reads, texts};
use apigw_spec::value::ToValue as _;
use apigw_spec::{Context, Shape, check_with};

use crate::call::answer::BodyMode;
use crate::call::core::Core;
use crate::call::exchange::Exchange;
use crate::call::interpret::fill;
use crate::call::snapshot::Snapshot;
use crate::call::trace;
use crate::call::validate::Checked;
use crate::error::{CallError, Error};
use crate::http::bind::bind;
use crate::settings::options::CallSettings;
use crate::settings::validation::Validation;

/// How many pages of a list are read.
const MAX_PAGES: usize = 100;

/// What has to be read and checked before a call.
pub(crate) struct Preflight {
    core: Arc<Core>,
    calls: Arc<CallSettings>,
    operation: &'static apigw_spec::Operation,
    shape: &'static Shape,
    input: Snapshot,
}

impl Preflight {
    /// Prepares the reads for a call, if it changes something and rules look at what is around it.
    pub(crate) fn new<I: Operation>(core: &Arc<Core>, calls: &Arc<CallSettings>, input: &I) -> Option<Self> {
        let (operation, shape) = (I::OPERATION, I::SHAPE);
        let is_needed = operation.method != "GET" && !shape.structure().rules.contexts.is_empty();
        (calls.validation == Validation::Preflight && is_needed).then(|| Self {
            core: Arc::clone(core),
            calls: Arc::clone(calls),
            operation,
            shape,
            input: Snapshot::copied(shape, input.to_value()),
        })
    }

    /// Reads the objects, each once, and checks the input with them.
    pub(crate) async fn run(self) -> Result<(), CallError> {
        let mut objects = Vec::new();
        for read in reads(self.operation, OPERATIONS) {
            let request = self.input.members().and_then(|input| read.input(&texts(self.shape, input)));
            let Some(request) = request else { continue };
            if let Some(object) = self.object(&read, request).await {
                objects.push((read.slot.name, object));
            }
        }

        let contexts: Vec<Context<'_>> =
            objects.iter().map(|(name, object)| Context { name, value: object.to_value() }).collect();
        let Some(input) = self.input.members() else { return Ok(()) };
        let found = check_with(self.shape, input, &contexts);
        let checked = Checked::new(found, self.calls.validation, &self.calls.allowed);
        checked.warnings.iter().for_each(trace::warn);
        if checked.errors.is_empty() { Ok(()) } else { Err(Error::Invalid(checked.errors)) }
    }

    /// Reads one object, with all pages of a list.
    async fn object(&self, read: &ContextRead, request: ReadInput) -> Option<Snapshot> {
        let shape = read.operation.output?.shape();
        let Some(items) = read.items else { return self.answer(read, &request, shape).await };

        let mut all = Snapshot::new(items.target.shape());
        let mut page = request.clone();
        for _ in 0..MAX_PAGES {
            let mut answer = self.answer(read, &page, shape).await?;
            if let Some(more) = answer.take(items.name) {
                all.extend(more);
            }
            let token = read.operation.pagination.and_then(|pagination| answer.get(pagination.output_token));
            let next = token.and_then(|token| request.next_page(read.operation, token.to_value().text()?));
            match next {
                Some(next) => page = next,
                None => return Some(all),
            }
        }
        None
    }

    async fn answer(&self, read: &ContextRead, input: &ReadInput, shape: &'static Shape) -> Option<Snapshot> {
        let request = bind(read.operation, input).ok()?;
        let (core, calls) = (Arc::clone(&self.core), Arc::clone(&self.calls));
        let exchange = Exchange::new(core, calls, read.operation, request, BodyMode::Whole).ok()?;
        let reply = exchange.run().await.ok()?.into_reply();
        let mut answer = Snapshot::new(shape);
        (reply.is_success() && fill(&reply, shape, &mut answer).is_ok()).then_some(answer)
    }
}
