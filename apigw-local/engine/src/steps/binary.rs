//! Conversions between bytes and text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::fault::Fault;
use crate::api::ContentHandling;

/// A body, as a template sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Payload {
    /// Text, which templates and mappings can read.
    Text(String),
    /// Bytes, which they cannot.
    Bytes(Vec<u8>),
}

impl Payload {
    /// The bytes that are sent.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// The body of a request.
pub(crate) fn request(body: &[u8], is_binary: bool, handling: Option<ContentHandling>) -> Result<Payload, Fault> {
    match (is_binary, handling) {
        (false, None | Some(ContentHandling::ToText)) => Ok(text(body)),
        (false, Some(ContentHandling::ToBinary)) => decoded(body),
        (true, None | Some(ContentHandling::ToBinary)) => Ok(Payload::Bytes(body.to_vec())),
        (true, Some(ContentHandling::ToText)) => Ok(Payload::Text(STANDARD.encode(body))),
    }
}

/// The body of a response, by what the backend sent and what the caller accepts.
pub(crate) fn response(
    body: &[u8],
    is_binary: bool,
    accepts_binary: bool,
    handling: Option<ContentHandling>,
) -> Result<Payload, Fault> {
    match (is_binary, handling, accepts_binary) {
        (false, Some(ContentHandling::ToText), _) | (false, None, false) => Ok(text(body)),
        (false, Some(ContentHandling::ToBinary), _) | (false, None, true) => decoded(body),
        (true, Some(ContentHandling::ToBinary), _) | (true, None, true) => Ok(Payload::Bytes(body.to_vec())),
        (true, Some(ContentHandling::ToText), _) | (true, None, false) => Ok(Payload::Text(STANDARD.encode(body))),
    }
}

fn text(body: &[u8]) -> Payload {
    Payload::Text(String::from_utf8_lossy(body).into_owned())
}

fn decoded(body: &[u8]) -> Result<Payload, Fault> {
    let decoded = STANDARD.decode(body);
    decoded.map(Payload::Bytes).map_err(|_| Fault::Configuration("Unable to base64 decode the body.".to_owned()))
}
