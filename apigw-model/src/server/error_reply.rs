//! Errors that a service answers with.

use std::borrow::Cow;

use apigw_spec::Operation;
use serde_json::{Map, Value};

use super::message::Response;
use crate::operation::Structured;

/// An error that a service answers with: one of its model, or one of the protocol.
///
/// ```
/// use apigw_model::server::ErrorReply;
///
/// let error = ErrorReply::new("NotFoundException", "there are no pets");
/// assert_eq!(error.to_string(), "NotFoundException: there are no pets");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorReply {
    /// The code, which is the name of the error's shape.
    pub code: Cow<'static, str>,
    /// The message.
    pub message: Option<String>,
    /// The status; that of the error's shape if it is not given, and 400 if the operation's model has no such error.
    pub status: Option<u16>,
    /// The other members of the body.
    members: Option<Box<Map<String, Value>>>,
}

impl ErrorReply {
    /// An error with the status that the model gives it.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: Some(message.into()), status: None, members: None }
    }

    /// The same error with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status: Some(status), ..self }
    }

    /// An error of the model, with all its members.
    ///
    /// ```
    /// use apigw_model::{NotFoundException, server::ErrorReply};
    ///
    /// let mut error = NotFoundException::default();
    /// error.message = Some("no pets".to_owned());
    /// let reply = ErrorReply::of(&error);
    /// assert_eq!((reply.code.as_ref(), reply.status), ("NotFoundException", Some(404)));
    /// ```
    pub fn of<E: Structured>(error: &E) -> Self {
        let text = crate::json::text(apigw_spec::Target::to(E::SHAPE), error.to_value());
        let members = serde_json::from_str(&text).ok().map(Box::new);
        let status = E::SHAPE.structure().error;
        Self { code: Cow::Borrowed(E::SHAPE.name()), message: None, status, members }
    }

    /// What an operation answers with that a service does not implement.
    pub fn not_implemented(operation: &Operation) -> Self {
        let message = format!("`{}` is not implemented here", operation.name);
        Self::new("NotImplementedException", message).with_status(501)
    }

    /// What a request is answered with that is for no operation.
    pub(crate) fn unknown_operation() -> Self {
        Self::new("UnknownOperationException", "no operation has this method and path").with_status(404)
    }

    /// The error as it travels. Errors that the model does not list for the operation have the form of the protocol's own.
    pub fn into_response(self, operation: Option<&Operation>) -> Response {
        let errors = operation.map(|operation| operation.errors).unwrap_or_default();
        let listed = errors.iter().map(|error| error.shape()).find(|shape| shape.name() == self.code);
        let status = self.status.or_else(|| listed?.structure().error).unwrap_or(400);

        let mut body = Map::new();
        if let Some(message) = self.message {
            let name = if listed.is_some() || operation.is_none() { "message" } else { "Message" };
            body.insert(name.to_owned(), Value::String(message));
        }
        body.extend(self.members.into_iter().flat_map(|members| *members));
        let headers = vec![
            (Cow::Borrowed("Content-Type"), "application/json".to_owned()),
            (Cow::Borrowed("x-amzn-ErrorType"), self.code.into_owned()),
        ];
        Response { status, headers, body: Value::Object(body).to_string().into_bytes() }
    }
}

impl std::fmt::Display for ErrorReply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = self.message.as_deref().or_else(|| self.members.as_ref()?.get("message")?.as_str());
        write!(f, "{}: {}", self.code, message.unwrap_or("no message"))
    }
}

impl std::error::Error for ErrorReply {}
