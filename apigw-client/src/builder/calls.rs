//! The options of the calls of a client, set on its builder.

use std::time::Duration;

use http::{HeaderName, HeaderValue};

use crate::builder::ClientBuilder;
use crate::settings::options::CallOptions;
use crate::settings::retry_policy::RetryPolicy;
use crate::settings::validation::Validation;

impl ClientBuilder {
    /// What happens to an input that violates service rules; by default it is an error and nothing is sent.
    ///
    /// ```
    /// use apigw_client::{Client, Validation};
    ///
    /// let builder = Client::builder().validation(Validation::Warn);
    /// # drop(builder);
    /// ```
    pub fn validation(self, validation: Validation) -> Self {
        self.calls(|calls| calls.validation(validation))
    }

    /// Allows a rule to be violated, by its ID. Errors name the IDs of the violated rules.
    pub fn allow(self, rule: impl Into<String>) -> Self {
        self.calls(|calls| calls.allow(rule))
    }

    /// What is retried, and how often; by default as the environment and the profile configure it.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        self.calls(|calls| calls.retry(policy))
    }

    /// How long one attempt may take, its response included; without a limit by default, and if zero.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.calls(|calls| calls.attempt_timeout(timeout))
    }

    /// How long a call may take with all its attempts and the delays between them; without a limit by default, and if
    /// zero.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.calls(|calls| calls.timeout(timeout))
    }

    /// Whether calls are delayed to stay within the fixed quotas that the service publishes; false by default. All
    /// clones of the client share the quotas.
    pub fn pacing(self, pacing: bool) -> Self {
        self.calls(|calls| calls.pacing(pacing))
    }

    /// How many bytes a body may have that is read whole; 64 MiB by default. Streams have no limit.
    pub fn body_limit(self, limit: usize) -> Self {
        self.calls(|calls| calls.body_limit(limit))
    }

    /// Whether what some operations put before the host (`data.`) is put there; true by default. Servers on one host, such
    /// as those for tests, need it off.
    pub fn host_prefixes(self, host_prefixes: bool) -> Self {
        self.calls(|calls| calls.host_prefixes(host_prefixes))
    }

    /// A header that is added to each request and signed with it, for a proxy, a trace or a cost report. It takes the place
    /// of a header of that name that the client would send, except `host`, `content-length` and `authorization`. Mark a
    /// secret with `HeaderValue::set_sensitive`, so that `Debug` does not show it.
    pub fn header(self, name: HeaderName, value: HeaderValue) -> Self {
        self.calls(|calls| calls.header(name, value))
    }

    /// The seed of the random delays between attempts, so that a test can repeat them.
    pub fn jitter_seed(mut self, seed: u64) -> Self {
        self.overrides.jitter_seed = Some(seed);
        self
    }

    fn calls(mut self, set: impl FnOnce(CallOptions) -> CallOptions) -> Self {
        self.overrides.calls = set(self.overrides.calls);
        self
    }
}
