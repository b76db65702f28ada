//! The request as it is sent: a bound request with a host, a signature and the headers of one attempt.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use bytes::Bytes;
#[cfg(feature = "event-stream")]
use bytes::BytesMut;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};

use crate::config::endpoint::Endpoint;
#[cfg(feature = "event-stream")]
use crate::http::frame::{Frames, write};
use crate::http::request::HttpRequest;
#[cfg(feature = "event-stream")]
use crate::http::sign::SIGNED_EVENTS;
#[cfg(feature = "event-stream")]
use crate::http::sign::chain::Chain;
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

#[cfg(feature = "event-stream")]
impl Signer<'_> {
    /// The chain of signatures of the events that a request sends as they are made.
    pub(crate) fn chain(&self) -> impl FnOnce(&HeaderMap) -> Chain + use<> {
        let (credentials, region, service) =
            (self.credentials.clone(), self.region.to_owned(), self.service.to_owned());
        move |headers| Chain::begun_by(headers.get(AUTHORIZATION), credentials, &region, &service)
    }
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
    #[cfg_attr(not(feature = "event-stream"), expect(unused_mut, reason = "only events are signed one by one"))]
    let mut body = bound.body.clone();
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
            #[cfg(feature = "event-stream")]
            if bound.events {
                headers.insert(CONTENT_HASH, HeaderValue::from_static(SIGNED_EVENTS));
            }
            if unsigned_payload {
                headers.insert(CONTENT_HASH, HeaderValue::from_static(UNSIGNED_PAYLOAD));
            }
            let scope = Scope { credentials: &credentials, region, service, time, keys };
            let signature = signature(scope, bound.method, &target, &headers, &bound.body)?;
            #[cfg(feature = "event-stream")]
            if bound.events {
                let authorization = signature.iter().find(|(name, _)| *name == AUTHORIZATION);
                let chain = Chain::begun_by(authorization.map(|(_, value)| value), credentials, region, service);
                body = signed_events(bound.body.clone(), chain, time)?;
                length = length.map(|_| HeaderValue::from(body.len()));
            }
            headers.extend(signature);
        }
    }
    headers.insert(HeaderName::from_static("amz-sdk-invocation-id"), HeaderValue::try_from(attempt.invocation)?);
    headers.insert(HeaderName::from_static("amz-sdk-request"), attempt.header()?);
    headers.extend(length.map(|length| (CONTENT_LENGTH, length)));

    let mut request = Request::new(body);
    *request.method_mut() = Method::from_bytes(bound.method.as_bytes())?;
    *request.uri_mut() = endpoint.uri(&target)?;
    *request.headers_mut() = headers;
    Ok(request)
}

/// A body of events, each signed, with the message behind them that ends the stream.
#[cfg(feature = "event-stream")]
fn signed_events(body: Bytes, mut chain: Chain, time: SystemTime) -> Result<Bytes, SignError> {
    let mut frames = Frames::of(body);
    let mut signed = BytesMut::new();
    while let Some(event) = frames.last()? {
        write(&chain.sign(Some(&event), time)?, &mut signed)?;
    }
    write(&chain.sign(None, time)?, &mut signed)?;
    Ok(signed.freeze())
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
