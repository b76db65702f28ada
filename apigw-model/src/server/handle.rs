//! One request: decoded, checked, handled, encoded.

use apigw_spec::{Binding, Operation as SpecOperation, Target};

use super::decode::{Received, decode};
use super::encode::encode;
use super::error_reply::ErrorReply;
use super::message::{Request, Response};
use crate::operation::Operation;

/// What a service checks before an input is handled.
///
/// ```
/// use apigw_model::server::{Check, ErrorReply};
///
/// let no_writes: Check<'_> = &|received| match received.operation.method {
///     "GET" => Ok(()),
///     _ => Err(ErrorReply::new("AccessDeniedException", "this service is read-only").with_status(403)),
/// };
/// # let _ = no_writes;
/// ```
pub type Check<'c> = &'c dyn Fn(&Received<'_>) -> Result<(), ErrorReply>;

/// Answers a request for an operation.
#[doc(hidden)]
pub fn handle<I: Operation>(
    request: &Request<'_>,
    check: Check<'_>,
    handler: impl FnOnce(I) -> Result<I::Output, ErrorReply>,
) -> Response {
    let operation = I::OPERATION;
    if has_events(operation) {
        return ErrorReply::not_implemented(operation).into_response(Some(operation));
    }

    let mut input = I::placeholder();
    let checked = decode(operation, request, &mut input)
        .and_then(|given| check(&Received { operation, request, input: &input, given }));
    match checked.and_then(|()| handler(input)) {
        Ok(output) => encode(operation, &output),
        Err(error) => error.into_response(Some(operation)),
    }
}

/// Whether an operation takes or gives a stream of events, which are neither decoded nor encoded here.
fn has_events(operation: &SpecOperation) -> bool {
    let is_stream = |target: Target| target.shape().members().iter().any(|member| member.binding == Binding::Events);
    is_stream(operation.input) || operation.output.is_some_and(is_stream)
}

/// What a request is answered with that is for no operation.
#[doc(hidden)]
pub fn unknown_operation() -> Response {
    ErrorReply::unknown_operation().into_response(None)
}
