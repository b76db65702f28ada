//! Whether a caller may call a method.

use std::time::Duration;

use super::deployed::Deployed;
use super::state::GatewayState;
use crate::api::{Authorization, Authorizer, AuthorizerType, Method};
use crate::http::{Headers, Request};
use crate::invoke::backend::addressed;
use crate::invoke::{Backend, BackendAnswer};
use crate::steps::fault::Fault;
use crate::steps::grant::Grant;
use crate::steps::integration_request::Incoming;
use crate::steps::{identity, user_pool};

/// How long the function of an authorizer may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How the header of a signed request begins, and which parameter of a signed URL says it.
const SIGNED: (&str, &str) = ("AWS4-HMAC-SHA256 ", "X-Amz-Signature");

/// A call that has to be authorized.
pub(super) struct Caller<'a> {
    /// The API.
    pub(super) deployed: &'a Deployed,
    /// The method.
    pub(super) method: &'a Method,
    /// The call.
    pub(super) incoming: Incoming<'a>,
}

impl Caller<'_> {
    /// What the caller is granted; nothing where the method does not ask.
    pub(super) fn authorize(
        &self,
        state: &GatewayState,
        now: u64,
        backend: &mut dyn Backend,
    ) -> Result<Option<Grant>, Fault> {
        let (id, scopes) = match &self.method.authorization {
            Authorization::None => return Ok(None),
            Authorization::Iam => return self.signed().map(|()| None),
            Authorization::Authorizer { id, scopes } => (id, scopes),
        };
        let authorizer = self.deployed.authorizers.get(id).ok_or(Fault::AuthorizerConfiguration)?;
        let identity = identity::identity(authorizer, self.incoming)?;
        let grant = if authorizer.kind == AuthorizerType::UserPools {
            user_pool::grant(authorizer, identity.first().map_or("", String::as_str), scopes, now)?
        } else {
            self.ask(authorizer, &identity, state, now, backend)?
        };
        grant.check(&self.method_arn())?;
        grant.fill(self.incoming.context);
        Ok(Some(grant))
    }

    /// Whether the request is signed. By which key, and whether rightly, is not asked.
    fn signed(&self) -> Result<(), Fault> {
        let request = self.incoming.request;
        let has_header = request.headers.get("Authorization").is_some_and(|value| value.starts_with(SIGNED.0));
        let has_parameter = request.query.iter().any(|(name, _)| name == SIGNED.1);
        if has_header || has_parameter { Ok(()) } else { Err(Fault::MissingAuthenticationToken) }
    }

    fn method_arn(&self) -> String {
        self.incoming.api.method_arn(&self.incoming.request.method, &self.incoming.request.path)
    }

    /// The answer of a function, which may be known from an earlier call.
    fn ask(
        &self,
        authorizer: &Authorizer,
        identity: &[String],
        state: &GatewayState,
        now: u64,
        backend: &mut dyn Backend,
    ) -> Result<Grant, Fault> {
        let is_cached = !authorizer.ttl.is_zero() && !identity.is_empty();
        let api = self.incoming.api;
        if let Some(grant) = state.grant(api, &authorizer.id, identity, now).filter(|_| is_cached) {
            return Ok(grant);
        }
        let event = identity::event(authorizer, identity, &self.method_arn(), self.incoming, self.method);
        let answer = called(authorizer, event.to_string(), backend)?;
        let grant = Grant::from_answer(&answer.response.body, answer.is_function_error)?;

        if is_cached {
            let ttl = u64::try_from(authorizer.ttl.as_millis()).unwrap_or(u64::MAX);
            state.remember(api, &authorizer.id, identity, &grant, (now, now.saturating_add(ttl)));
        }
        Ok(grant)
    }
}

/// The answer of the function of an authorizer to an event.
pub(super) fn called(
    authorizer: &Authorizer,
    event: String,
    backend: &mut dyn Backend,
) -> Result<BackendAnswer, Fault> {
    let uri = authorizer.uri.clone().ok_or(Fault::AuthorizerConfiguration)?;
    let headers: Headers = [("Content-Type", "application/json")].into_iter().collect();
    let request =
        Request { method: "POST".to_owned(), path: uri, headers, body: event.into_bytes(), ..Request::default() };
    let call = addressed(false, TIMEOUT, request).map_err(|_| Fault::AuthorizerConfiguration)?;
    backend.send(&call).map_err(|_| Fault::AuthorizerConfiguration)
}
