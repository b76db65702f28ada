//! Signing, as the service verifies it: Signature Version 4 over the normalised path, encoded a second time.
//!
//! `aws-sigv4` derives the key and computes the signature. The string to sign is made here: the crate would derive the key
//! again for each call, and normalises a path that ends in `/.` differently from the service. The tests compare the result
//! with what the crate signs by itself.

#[cfg(feature = "event-stream")]
pub(crate) mod chain;
mod keys;

use std::fmt::Write as _;
use std::time::SystemTime;

use apigw_model::timestamp;
use apigw_spec::shape::TimestampFormat;
use apigw_spec::value::Timestamp;
use aws_credential_types::Credentials;
use aws_sigv4::sign::v4::calculate_signature;
use http::header::{ACCEPT_ENCODING, AUTHORIZATION, CONTENT_LENGTH, TRANSFER_ENCODING, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use sha2::{Digest as _, Sha256};

pub(crate) use self::keys::Keys;
use crate::http::percent::{encode_bytes, encode_path};

const DATE: HeaderName = HeaderName::from_static("x-amz-date");
const TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");

/// The header that says what stands for the body in the signature, and its value if nothing does.
pub(crate) const CONTENT_HASH: HeaderName = HeaderName::from_static("x-amz-content-sha256");
pub(crate) const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

/// What stands for a body of events, each of which has a signature of its own.
#[cfg(feature = "event-stream")]
pub(crate) const SIGNED_EVENTS: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

/// Headers that proxies may change.
const UNSIGNED: [HeaderName; 6] = [
    ACCEPT_ENCODING,
    AUTHORIZATION,
    CONTENT_LENGTH,
    TRANSFER_ENCODING,
    USER_AGENT,
    HeaderName::from_static("x-amzn-trace-id"),
];

/// The scope of a signature.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) credentials: &'a Credentials,
    pub(crate) region: &'a str,
    pub(crate) service: &'a str,
    pub(crate) time: SystemTime,
    pub(crate) keys: &'a Keys,
}

/// Why a request cannot be signed. The message never holds the secret key.
///
/// ```
/// use apigw_client::{Client, Credentials, Environment, Error};
///
/// # async fn example() {
/// let keys = Credentials::new("AKID\n", "secret", None, None, "example");
/// let builder = Client::builder().environment(Environment::empty()).region("eu-central-1").credentials(keys);
/// let error = builder.build().unwrap().get_account().send().await.unwrap_err();
/// assert!(matches!(error, Error::Sign(_)));
/// assert_eq!(
///     error.to_string(),
///     "cannot sign the request: the access key has a character that is not valid in a header"
/// );
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(example());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignError(String);

impl std::fmt::Display for SignError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot sign the request: {}", self.0)
    }
}

impl std::error::Error for SignError {}

/// The headers that sign a request: date, session token and authorization, in the order in which they are sent.
///
/// `target` is the path and query as they are sent; `headers` must have the host.
pub(crate) fn signature(
    scope: Scope<'_>,
    method: &str,
    target: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Vec<(HeaderName, HeaderValue)>, SignError> {
    let moment = moment(scope.time);
    let day = moment.get(..8).unwrap_or_default();

    let mut made = vec![(DATE, value("the time", &moment)?)];
    if let Some(token) = scope.credentials.session_token() {
        let mut token = value("the session token", token)?;
        token.set_sensitive(true);
        made.push((TOKEN, token));
    }

    let (canonical, signed) = canonical(method, target, headers, &made, body);
    let credential_scope = format!("{day}/{}/{}/aws4_request", scope.region, scope.service);
    let mut text = format!("AWS4-HMAC-SHA256\n{moment}\n{credential_scope}\n");
    push_hash(&mut text, canonical.as_bytes());

    let secret = scope.credentials.secret_access_key();
    let key = scope.keys.key(secret, scope.time, scope.region, scope.service, &credential_scope);
    let signature = calculate_signature(key, text.as_bytes());

    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={}/{credential_scope}, SignedHeaders={signed}, Signature={signature}",
        scope.credentials.access_key_id()
    );
    let mut authorization = value("the access key", &authorization)?;
    authorization.set_sensitive(true);
    made.push((AUTHORIZATION, authorization));
    Ok(made)
}

/// A time in the form of a signature: `20261122T120000Z`.
fn moment(time: SystemTime) -> String {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let timestamp = Timestamp { seconds: i64::try_from(seconds).unwrap_or_default(), nanoseconds: 0 };
    let mut text = timestamp::to_text(timestamp, TimestampFormat::DateTime);
    text.retain(|c| !"-:".contains(c));
    text
}

fn value(what: &str, text: &str) -> Result<HeaderValue, SignError> {
    let unfit = |_| SignError(format!("{what} has a character that is not valid in a header"));
    HeaderValue::try_from(text).map_err(unfit)
}

/// The canonical request, and the names of the signed headers.
fn canonical(
    method: &str,
    target: &str,
    headers: &HeaderMap,
    made: &[(HeaderName, HeaderValue)],
    body: &[u8],
) -> (String, String) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut text = String::with_capacity(512);
    text.push_str(method);
    text.push('\n');
    push_path(&mut text, path);
    text.push('\n');
    push_query(&mut text, query);
    text.push('\n');

    let is_made = |name| made.iter().any(|(made, _)| made == name);
    let all = headers.iter().filter(|(name, _)| !UNSIGNED.contains(name) && !is_made(*name));
    let all = all.chain(made.iter().map(|(name, value)| (name, value)));
    let mut all: Vec<_> = all.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))).collect();
    // Stable: the values of a repeated header keep their order.
    all.sort_by_key(|(name, _)| *name);

    let mut signed = String::new();
    for group in all.chunk_by(|(one, _), (other, _)| one == other) {
        let mut separator = ':';
        for (index, (name, value)) in group.iter().enumerate() {
            if index == 0 {
                text.push_str(name);
                signed.push_str(if signed.is_empty() { "" } else { ";" });
                signed.push_str(name);
            }
            text.push(separator);
            push_folded(&mut text, value);
            separator = ',';
        }
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&signed);
    text.push('\n');
    match headers.get(CONTENT_HASH).and_then(|hash| hash.to_str().ok()) {
        Some(hash) => text.push_str(hash),
        None => push_hash(&mut text, body),
    }
    (text, signed)
}

/// The canonical path: empty and `.` segments dropped, `..` resolved, a trailing slash kept, all encoded again.
fn push_path(text: &mut String, path: &str) {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            segment => segments.push(segment),
        }
    }
    for segment in &segments {
        text.push('/');
        encode_path(text, segment);
    }
    if path.ends_with('/') || segments.is_empty() {
        text.push('/');
    }
}

/// The canonical query: its parameters encoded again and sorted.
fn push_query(text: &mut String, query: &str) {
    let encoded = |part: &str| {
        let mut text = String::with_capacity(part.len());
        encode_bytes(&mut text, &percent_decode_str(&part.replace('+', " ")).collect::<Vec<_>>());
        text
    };
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut pairs: Vec<_> = pairs.map(|(name, value)| (encoded(name), encoded(value))).collect();
    pairs.sort();
    for (index, (name, value)) in pairs.iter().enumerate() {
        let separator = if index == 0 { "" } else { "&" };
        _ = write!(text, "{separator}{name}={value}");
    }
}

/// The value of a header, trimmed, with runs of spaces folded into one.
fn push_folded(text: &mut String, value: &str) {
    let value = value.trim_matches(' ');
    if !value.contains("  ") {
        return text.push_str(value);
    }
    for (index, word) in value.split(' ').filter(|word| !word.is_empty()).enumerate() {
        text.push_str(if index == 0 { "" } else { " " });
        text.push_str(word);
    }
}

fn push_hash(text: &mut String, bytes: &[u8]) {
    let digit = |four: u8| char::from(if four < 10 { b'0' + four } else { b'a' + four - 10 });
    for byte in Sha256::digest(bytes) {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
}

#[cfg(test)]
mod tests;
