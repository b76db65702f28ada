//! Exhausted retries, as messages report them.

use apigw_client::Failure;

/// How many retries were made, if the last failure would have been retried once more. With a single attempt the AWS CLI
/// reports exhausted retries for every error.
pub(crate) fn exhausted(failure: &Failure, max_attempts: u32) -> Option<u32> {
    if max_attempts == 1 {
        return Some(0);
    }
    // The AWS CLI does not retry for the status 429 alone.
    (failure.is_transient() || failure.has_throttling_code()).then(|| max_attempts.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::exhausted;

    #[test]
    fn what_is_tried_again_ends_with_the_attempts() {
        let reply = |status: u16, code: &str| {
            let status = http::StatusCode::from_u16(status).expect("a status");
            apigw_client::Reply::new(status, http::HeaderMap::new(), format!(r#"{{"code":"{code}"}}"#))
        };
        let exhausted =
            |reply: apigw_client::Reply, max_attempts| exhausted(reply.failure().expect("a failure"), max_attempts);
        for (status, code) in [(500, "x"), (504, "x"), (429, "TooManyRequestsException"), (400, "RequestTimeout")] {
            assert_eq!(exhausted(reply(status, code), 3), Some(2), "{status} {code}");
        }
        for (status, code) in [(400, "x"), (429, "x"), (501, "x"), (509, "x")] {
            assert_eq!(exhausted(reply(status, code), 3), None, "{status} {code}");
        }
        assert_eq!(exhausted(reply(503, "x"), 1), Some(0));
        assert_eq!(exhausted(reply(404, "x"), 1), Some(0));
    }
}
