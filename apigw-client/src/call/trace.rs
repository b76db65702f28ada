//! What is logged, with the feature `tracing`: names, numbers, request IDs, and the warnings about inputs; never headers,
//! bodies or members that the model marks as sensitive.

use apigw_spec::{Operation, Violation};

use crate::call::answer::Answer;
use crate::error::CallError;
#[cfg(feature = "tracing")]
use apigw_spec::violation::RustNaming;

/// The span of a call, `apigw.call`. Without the feature it is nothing.
#[cfg_attr(not(feature = "tracing"), derive(Debug, Clone, Copy))]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl Trace {
    /// Starts the span of a call.
    pub(crate) fn start(operation: &'static Operation) -> Self {
        use tracing::field::Empty;
        let service = operation.service.sdk_id;
        let span = tracing::debug_span!(
            "apigw.call",
            service,
            operation = operation.name,
            attempts = Empty,
            status = Empty,
            request_id = Empty,
        );
        Self { span }
    }

    /// One attempt is over.
    pub(crate) fn attempt(&self, number: u32, outcome: &Result<Answer, CallError>) {
        self.span.record("attempts", number);
        let parent = &self.span;
        match outcome {
            Ok(answer) => {
                let (status, request_id) = (answer.status().as_u16(), answer.request_id());
                tracing::debug!(parent: parent, attempt = number, status, request_id, "answered");
            }
            Err(error) => {
                tracing::debug!(parent: parent, attempt = number, error = error.name(), "failed");
            }
        }
    }

    /// The call is over.
    pub(crate) fn end(&self, outcome: &Result<Answer, CallError>) {
        if let Ok(answer) = outcome {
            self.span.record("status", answer.status().as_u16());
            if let Some(request_id) = answer.request_id() {
                self.span.record("request_id", request_id);
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
#[expect(clippy::unused_self, reason = "the log has the same form with and without the feature")]
impl Trace {
    /// Starts nothing.
    pub(crate) fn start(_: &'static Operation) -> Self {
        Self {}
    }

    /// Logs nothing.
    pub(crate) fn attempt(self, _: u32, _: &Result<Answer, CallError>) {}

    /// Logs nothing.
    pub(crate) fn end(self, _: &Result<Answer, CallError>) {}
}

/// A violation in an input that is sent all the same.
pub(crate) fn warn(violation: &Violation) {
    #[cfg(feature = "tracing")]
    tracing::warn!(rule = violation.rule, "{}", violation.render(&RustNaming));
    #[cfg(not(feature = "tracing"))]
    let _ = violation;
}
