//! An authorizer in a test: asked about a request, without a method behind it.

use super::authorization::called;
use crate::api::{Api, Authorizer, AuthorizerType, Method};
use crate::invoke::{Backend, Call, prepared};
use crate::steps::fault::Fault;
use crate::steps::grant::Grant;
use crate::steps::integration_request::Incoming;
use crate::steps::log::Log;
use crate::steps::{identity, user_pool};

/// What a test of an authorizer gives.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct AuthorizerTest {
    /// What the caller is granted, or why nothing is.
    pub result: Result<Grant, Fault>,
    /// The log, in the form of that of a method's test.
    pub log: String,
}

/// Asks an authorizer about a call at a moment, in milliseconds since 1970. Answers are neither kept nor taken from
/// earlier calls.
///
/// ```
/// use apigw_engine::api::{Api, Authorizer};
/// use apigw_engine::http::Request;
/// use apigw_engine::{Call, Fault, NoBackend, test_authorizer};
///
/// let authorizer = Authorizer::from_json(&serde_json::json!({
///     "id": "abc123", "type": "TOKEN", "identitySource": "method.request.header.Auth",
/// }))?;
/// let call = Call::new(Request::new("GET", "/"));
/// let test = test_authorizer(&Api::default(), &authorizer, &call, 0, &mut NoBackend);
/// assert_eq!(test.result, Err(Fault::Unauthorized));
/// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
/// ```
pub fn test_authorizer(
    api: &Api,
    authorizer: &Authorizer,
    call: &Call,
    now: u64,
    backend: &mut dyn Backend,
) -> AuthorizerTest {
    let method = Method::at("/");
    prepared(api, &method, call, |incoming| {
        let mut log = Log::of_authorizer(&call.request_id, &call.log_time, &authorizer.id);
        let result = asked(authorizer, &method, incoming, now, (backend, &mut log));
        match &result {
            Ok(grant) => {
                log.line(&format!("Using valid authorizer policy for principal: {}", hidden(grant.principal())));
                log.line("Successfully completed authorizer execution");
            }
            Err(Fault::AuthorizerConfiguration) => {
                log.line("Execution failed due to configuration error: Authorizer error");
            }
            Err(fault) => log.line(&format!("Execution failed due to an authorizer error: {}", fault.message())),
        }
        AuthorizerTest { result, log: log.finish() }
    })
}

fn asked(
    authorizer: &Authorizer,
    method: &Method,
    incoming: Incoming<'_>,
    now: u64,
    (backend, log): (&mut dyn Backend, &mut Log),
) -> Result<Grant, Fault> {
    let identity = identity::identity(authorizer, incoming)?;
    let first = identity.first().map_or("", String::as_str);
    log.line(&format!("Incoming identity: {}", hidden(first)));
    if authorizer.kind == AuthorizerType::UserPools {
        return user_pool::grant(authorizer, first, &[], now);
    }
    let arn = incoming.api.method_arn(&incoming.request.method, &incoming.request.path);
    let event = identity::event(authorizer, &identity, &arn, incoming, method).to_string();
    log.value("Endpoint request URI", authorizer.uri.as_deref().unwrap_or_default());
    log.value("Endpoint request body after transformations", &event);
    let answer = called(authorizer, event, backend)?;
    log.value("Authorizer result body before parsing", &answer.response.text());
    Grant::from_answer(&answer.response.body, answer.is_function_error)
}

/// A value of which a log shows the end alone.
fn hidden(value: &str) -> String {
    let shown = value.chars().count().saturating_sub(4);
    value.chars().enumerate().map(|(at, c)| if at < shown { '*' } else { c }).collect()
}
