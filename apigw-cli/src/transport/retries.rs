//! What is said about retries that did not help.

use apigw_client::{CallError, Failure, Reply, ServiceError};

/// The codes, besides those of throttling, and the statuses after which the AWS CLI tries again.
const TRANSIENT_CODES: [&str; 3] = ["RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete"];
const TRANSIENT_STATUSES: [u16; 4] = [500, 502, 503, 504];

/// How many retries were made before giving up, if the last answer would have had another one. With one attempt the
/// AWS CLI says so of every error: it counts before it looks.
pub(crate) fn exhausted(reply: &Reply, max_attempts: u32) -> Option<u32> {
    let failure = reply.failure()?;
    if max_attempts == 1 {
        return Some(0);
    }
    let is_transient = TRANSIENT_CODES.contains(&failure.code.as_str()) || TRANSIENT_STATUSES.contains(&failure.status);
    (is_transient || is_throttling(failure)).then(|| max_attempts.saturating_sub(1))
}

/// Whether the code asks for fewer calls; the status 429 alone does not count for the AWS CLI.
fn is_throttling(failure: Failure) -> bool {
    let failure = Failure { status: 400, ..failure };
    CallError::Service(Box::new(ServiceError { kind: (), failure, rules: Vec::new() })).is_throttling()
}

#[cfg(test)]
mod tests {
    use super::exhausted;

    #[test]
    fn what_is_tried_again_ends_with_the_attempts() {
        let reply = |status: u16, code: &str| apigw_client::Reply {
            status: http::StatusCode::from_u16(status).expect("a status"),
            headers: http::HeaderMap::new(),
            body: format!(r#"{{"code":"{code}"}}"#).into(),
        };
        for (status, code) in [(500, "x"), (504, "x"), (429, "TooManyRequestsException"), (400, "RequestTimeout")] {
            assert_eq!(exhausted(&reply(status, code), 3), Some(2), "{status} {code}");
        }
        for (status, code) in [(200, ""), (400, "x"), (429, "x"), (501, "x"), (509, "x")] {
            assert_eq!(exhausted(&reply(status, code), 3), None, "{status} {code}");
        }
        assert_eq!(exhausted(&reply(503, "x"), 1), Some(0));
        assert_eq!(exhausted(&reply(404, "x"), 1), Some(0));
        assert_eq!(exhausted(&reply(200, ""), 1), None);
    }
}
