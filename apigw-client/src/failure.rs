//! What a failed reply says, and what follows from it: predicates that everything above decides by.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

/// Codes that ask for fewer calls, as the AWS tools list them.
const THROTTLING: [&str; 13] = [
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "RequestThrottled",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "SlowDown",
    "EC2ThrottledException",
];

/// Codes of failures that pass.
const TRANSIENT: [&str; 3] = ["RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete"];

/// Codes that say, or may say, that the clocks differ.
const CLOCK_SKEW: [&str; 6] = [
    "RequestTimeTooSkewed",
    "RequestExpired",
    "RequestInTheFuture",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "AuthFailure",
];

/// Codes that say that the credentials have expired, whatever their own expiry.
const EXPIRED: [&str; 3] = ["ExpiredTokenException", "ExpiredToken", "TokenRefreshRequired"];

/// What a reply says about a failure.
///
/// ```
/// # use apigw_client::{Client, stub::Stub};
/// use apigw_model::GetRestApi;
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<GetRestApi>().reject_as(404, "NotFoundException", "Invalid API identifier specified");
/// let error = Client::from_stub(&stub).get_rest_api().rest_api_id("a1b2c3").send().await.unwrap_err();
/// let failure = error.failure().unwrap();
/// assert_eq!((failure.status, failure.code.as_str()), (404, "NotFoundException"));
/// assert!(!failure.is_throttling() && !failure.is_transient());
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The service's code (`NotFoundException`), or the status if the reply has none.
    pub code: String,
    /// The service's message, which may be empty.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
    /// The request ID that the service assigned.
    pub request_id: Option<String>,
    /// How long the service asks to wait before the next attempt.
    pub retry_after: Option<Duration>,
    /// The reply itself, for the members that the model gives the error.
    pub(crate) raw: Option<Raw>,
}

/// A reply that a failure was read from.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Raw {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl fmt::Debug for Raw {
    /// Prints only the size of the body, which can hold keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.body.len())
    }
}

impl Failure {
    /// Whether the service asks for fewer calls: a status 429, or a code that says so.
    pub fn is_throttling(&self) -> bool {
        self.status == 429 || self.has_throttling_code()
    }

    /// Whether the code alone says that the service asks for fewer calls, as the AWS CLI decides.
    pub fn has_throttling_code(&self) -> bool {
        THROTTLING.contains(&self.code.as_str())
    }

    /// Whether the service failed temporarily, so that the same request may succeed later.
    pub fn is_transient(&self) -> bool {
        TRANSIENT.contains(&self.code.as_str()) || matches!(self.status, 500 | 502 | 503 | 504)
    }

    /// Whether the service rejected the credentials as expired.
    pub fn is_expired_credentials(&self) -> bool {
        EXPIRED.contains(&self.code.as_str())
    }

    /// Whether a difference between the clocks can be the reason.
    pub(crate) fn may_be_clock_skew(&self) -> bool {
        CLOCK_SKEW.contains(&self.code.as_str())
    }
}

impl fmt::Display for Failure {
    /// Code, message and request ID.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        if !self.message.is_empty() {
            write!(f, ": {}", self.message)?;
        }
        write_request_id(f, self.request_id.as_deref())
    }
}

/// Appends a request ID, if there is one.
pub(crate) fn write_request_id(f: &mut fmt::Formatter<'_>, request_id: Option<&str>) -> fmt::Result {
    request_id.map_or(Ok(()), |request_id| write!(f, " (request id {request_id})"))
}
