//! Signatures of events: each covers its event and the signature before it, the first that of the request.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::event_stream::{SigningParams, sign_empty_message, sign_message};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::event_stream::Message;
use http::HeaderValue;

use crate::http::frame::{BadFrame, Unwritten};
use crate::http::sign::SignError;

impl From<Unwritten> for SignError {
    fn from(Unwritten(reason): Unwritten) -> Self {
        Self(reason)
    }
}

impl From<BadFrame> for SignError {
    fn from(error: BadFrame) -> Self {
        Self(format!("the body is not the frames of events: {error}"))
    }
}

/// A chain of signatures.
pub(crate) struct Chain {
    identity: Identity,
    region: String,
    service: String,
    /// The signature that the next one covers, in hexadecimal digits.
    last: String,
}

impl Chain {
    /// The chain that a signed request begins.
    pub(crate) fn begun_by(
        authorization: Option<&HeaderValue>,
        credentials: Credentials,
        region: &str,
        service: &str,
    ) -> Self {
        let text = authorization.and_then(|value| value.to_str().ok()).unwrap_or_default();
        let first = text.rsplit_once("Signature=").map_or("", |(_, signature)| signature);
        Self {
            identity: credentials.into(),
            region: region.to_owned(),
            service: service.to_owned(),
            last: first.to_owned(),
        }
    }

    /// The next event, signed; without one, the signed message that ends the stream.
    pub(crate) fn sign(&mut self, event: Option<&Message>, time: SystemTime) -> Result<Message, SignError> {
        let params = SigningParams::builder().identity(&self.identity).region(&self.region).name(&self.service);
        let params = params.time(time).settings(()).build().map_err(|error| SignError(error.to_string()))?;
        let signed = match event {
            Some(event) => sign_message(event, &self.last, &params),
            None => sign_empty_message(&self.last, &params),
        };
        let (message, signature) = signed.map_err(|error| SignError(error.to_string()))?.into_parts();
        self.last = signature;
        Ok(message)
    }
}
