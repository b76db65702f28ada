//! What goes to the log, with the feature `tracing`: names, numbers and identifiers, and doubts about inputs as
//! errors would word them; never headers, bodies or what the model says is secret.

use apigw_spec::Operation;

use crate::call::exchange::Answer;
use crate::error::CallError;

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
            Ok(Answer { reply, .. }) => {
                let (status, request_id) = (reply.status.as_u16(), reply.request_id());
                tracing::debug!(parent: parent, attempt = number, status, request_id, "answered");
            }
            Err(error) => {
                tracing::debug!(parent: parent, attempt = number, error = error.name(), "failed");
            }
        }
    }

    /// The call is over.
    pub(crate) fn end(&self, outcome: &Result<Answer, CallError>) {
        if let Ok(Answer { reply, .. }) = outcome {
            self.span.record("status", reply.status.as_u16());
            if let Some(request_id) = reply.request_id() {
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

/// A doubt about an input that is sent all the same.
pub(crate) fn doubt(rule: &str, text: &str) {
    #[cfg(feature = "tracing")]
    tracing::warn!(rule, "{text}");
    #[cfg(not(feature = "tracing"))]
    let _ = (rule, text);
}
