//! What a builder says of the calls of its client.

use std::time::Duration;

use crate::builder::ClientBuilder;
use crate::call::validate::Validation;
use crate::settings::options::CallOptions;
use crate::settings::retry_policy::RetryPolicy;

impl ClientBuilder {
    /// What becomes of an input that breaks rules; an error before anything is sent by default.
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

    /// Lets inputs pass that break a rule. Errors name the rules that are broken.
    pub fn allow(self, rule: impl Into<String>) -> Self {
        self.calls(|calls| calls.allow(rule))
    }

    /// What is tried again, and how often; what the environment and the profile say by default.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        self.calls(|calls| calls.retry(policy))
    }

    /// How long one attempt may take, its answer included; for ever by default, and if zero.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.calls(|calls| calls.attempt_timeout(timeout))
    }

    /// How long a call may take with all its attempts and the waiting between them; for ever by default, and if zero.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.calls(|calls| calls.timeout(timeout))
    }

    /// Whether calls wait their turn, so that they keep within the fixed quotas which the service publishes; they do
    /// not by default. All clones of the client share the quotas.
    pub fn pacing(self, pacing: bool) -> Self {
        self.calls(|calls| calls.pacing(pacing))
    }

    /// How many bytes an answer that is kept in memory may have; 64 MiB by default. Streams have no limit.
    pub fn body_limit(self, limit: usize) -> Self {
        self.calls(|calls| calls.body_limit(limit))
    }

    /// Where the random delays between attempts start from, so that a test can repeat them.
    pub fn jitter_seed(mut self, seed: u64) -> Self {
        self.wishes.jitter_seed = Some(seed);
        self
    }

    fn calls(mut self, say: impl FnOnce(CallOptions) -> CallOptions) -> Self {
        self.wishes.calls = say(self.wishes.calls);
        self
    }
}
