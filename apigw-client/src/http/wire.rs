//! The request as it is sent: a bound request with a host, a signature and the headers of one attempt.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};

use crate::config::endpoint::Endpoint;
use crate::http::request::HttpRequest;
use crate::http::sign::{CONTENT_HASH, Keys, Scope, SignError, UNSIGNED_PAYLOAD, signature};

/// The maximum length of a path with its query, in bytes. The limit of the `http` crate is a little above, for whole URLs.
const MAX_TARGET: usize = 65_000;

/// One attempt of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attempt<'a> {
    /// The ID that all attempts of a call share.
    pub(crate) invocation: &'a str,
    /// Counted from one.
    pub(crate) number: u32,
    /// The maximum number of attempts.
    pub(crate) max: u32,
}

/// The credentials to sign with, and the scope of the signature.
pub(crate) struct Signer<'a> {
    pub(crate) credentials: Credentials,
    pub(crate) region: &'a str,
    pub(crate) service: &'a str,
    /// Whether the signature leaves the body out.
    pub(crate) unsigned_payload: bool,
    pub(crate) keys: &'a Keys,
}

/// What a request is authorized with.
pub(crate) enum RequestAuth<'a> {
    /// Nothing.
    None,
    /// A signature.
    Signed(Signer<'a>),
    /// The value of a header with a bearer token.
    Bearer(HeaderValue),
}

/// Makes the request of one attempt.
pub(crate) fn outgoing(
    bound: &HttpRequest,
    endpoint: &Endpoint,
    authorization: RequestAuth<'_>,
    attempt: Attempt<'_>,
    time: SystemTime,
) -> Result<Request<Bytes>, AssembleError> {
    let target = endpoint.target(&bound.target);
    if target.len() > MAX_TARGET {
        return Err(AssembleError::TooLong);
    }

    let mut headers = HeaderMap::with_capacity(16);
    headers.insert(HOST, HeaderValue::try_from(endpoint.host())?);
    let mut length = None;
    for (name, value) in &bound.headers {
        if name == CONTENT_LENGTH {
            length = Some(value.clone());
        } else {
            headers.append(name, value.clone());
        }
    }

    match authorization {
        RequestAuth::None => {}
        RequestAuth::Bearer(token) => _ = headers.insert(AUTHORIZATION, token),
        RequestAuth::Signed(Signer { credentials, region, service, unsigned_payload, keys }) => {
            if unsigned_payload {
                headers.insert(CONTENT_HASH, HeaderValue::from_static(UNSIGNED_PAYLOAD));
            }
            let scope = Scope { credentials: &credentials, region, service, time, keys };
            let signature = signature(scope, bound.method, &target, &headers, &bound.body)?;
            headers.extend(signature);
        }
    }
    headers.insert(HeaderName::from_static("amz-sdk-invocation-id"), HeaderValue::try_from(attempt.invocation)?);
    headers.insert(HeaderName::from_static("amz-sdk-request"), attempt.header()?);
    headers.extend(length.map(|length| (CONTENT_LENGTH, length)));

    let mut request = Request::new(bound.body.clone());
    *request.method_mut() = Method::from_bytes(bound.method.as_bytes())?;
    *request.uri_mut() = endpoint.uri(&target)?;
    *request.headers_mut() = headers;
    Ok(request)
}

impl Attempt<'_> {
    fn header(self) -> Result<HeaderValue, http::Error> {
        let text = match self.number {
            1 => "attempt=1".to_owned(),
            number => format!("attempt={number}; max={}", self.max),
        };
        Ok(HeaderValue::try_from(text)?)
    }
}

/// Why a bound request cannot be sent.
#[derive(Debug)]
pub(crate) enum AssembleError {
    Sign(SignError),
    /// A part of the head is too long; its characters were checked by binding.
    TooLong,
}

impl From<SignError> for AssembleError {
    fn from(error: SignError) -> Self {
        Self::Sign(error)
    }
}

impl<E: Into<http::Error>> From<E> for AssembleError {
    fn from(_: E) -> Self {
        Self::TooLong
    }
}
