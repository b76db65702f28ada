//! The error of a service.

use std::fmt;

use apigw_spec::Rule;
use apigw_spec::rule::Fix;

use crate::failure::Failure;

/// The service rejected the request or failed.
///
/// ```
/// use apigw_client::{Client, Error, stub::Stub};
/// use apigw_model::{DeleteRestApi, delete_rest_api};
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<DeleteRestApi>().reject(delete_rest_api::ErrorKind::TooManyRequests, "Too Many Requests");
/// let error = Client::from_stub(&stub).delete_rest_api().rest_api_id("a1b2c3").send().await.unwrap_err();
/// let Error::Service(error) = error else { panic!("{error:?}") };
/// assert_eq!((error.failure.status, error.failure.is_throttling()), (429, true));
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceError<K> {
    /// Which of the operation's errors it is.
    pub kind: K,
    /// What the reply says.
    pub failure: Failure,
    /// The rules for the input whose violation the service is known to reject with this message; the low-level API does not
    /// look for them.
    pub rules: Vec<&'static Rule>,
}

impl<K> fmt::Display for ServiceError<K> {
    /// What the reply says, and the reasons of the rules.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)?;
        self.rules.iter().try_for_each(|rule| {
            write!(f, "; rule `{}`: {}", rule.id, rule.reason)?;
            if let Some(Fix::Say(fix)) = rule.fix { write!(f, "; {fix}") } else { Ok(()) }
        })
    }
}
