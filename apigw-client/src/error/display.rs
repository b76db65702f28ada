//! The messages of errors.

use std::fmt;

use apigw_spec::Violation;
use apigw_spec::violation::RustNaming;

use crate::error::Error;
use crate::failure::write_request_id;

impl<K> fmt::Display for Error<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Config(error) => error.fmt(f),
            Self::Invalid(violations) => write_violations(f, violations),
            Self::Bind(error) => error.fmt(f),
            Self::Sign(error) => error.fmt(f),
            Self::Unreachable { endpoint, source } => {
                write!(f, "cannot reach `{endpoint}`: {source}; check the endpoint and the network")
            }
            Self::Tls { endpoint, source } => {
                write!(
                    f,
                    "TLS handshake with `{endpoint}` failed: {source}; check the endpoint, or set its certificate authority"
                )
            }
            Self::Timeout { endpoint, source } => {
                write!(f, "timeout at `{endpoint}`: {source}; retry or raise the timeout")
            }
            Self::Interrupted { endpoint, source } => {
                write!(f, "incomplete response from `{endpoint}`: {source}; the request may have been executed")
            }
            Self::TooLarge { limit, request_id, .. } => {
                write!(f, "the response body is larger than {limit} bytes; raise the limit, or read it as a stream")?;
                write_request_id(f, request_id.as_deref())
            }
            Self::RepeatedPage { token } => {
                write!(f, "the service returned the page token `{token}` twice; use the pages read so far")
            }
            Self::NotJson(unreadable) => {
                write!(f, "the response is not JSON; check that the endpoint is that of the service: {unreadable}")
            }
            Self::BadJson(unreadable) => write!(f, "the response is malformed or does not fit the model: {unreadable}"),
            Self::BadEvent(bad) => bad.fmt(f),
        }
    }
}

/// Writes one violation a line, each with the ID of its rule, which can be allowed.
fn write_violations(f: &mut fmt::Formatter<'_>, violations: &[Violation]) -> fmt::Result {
    f.write_str("the request violates service rules; fix it, or allow the rules by ID:")?;
    violations.iter().try_for_each(|violation| write!(f, "\n  {}: {}", violation.rule, violation.render(&RustNaming)))
}
