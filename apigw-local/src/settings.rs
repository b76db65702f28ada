//! What a service is like, apart from what it has.

use std::fmt;
use std::sync::Arc;

use crate::gateway::Function;

/// The account of examples.
const ACCOUNT: &str = "123456789012";

/// What a service is like.
///
/// ```
/// use apigw_local::{Local, Settings};
///
/// let mut settings = Settings::default();
/// settings.seed = Some(7);
/// let local = Local::with(settings);
/// # drop(local);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Settings {
    /// The account that everything belongs to.
    pub account: String,
    /// The region that everything is in.
    pub region: String,
    /// What identifiers and moments follow from; with the same seed, the same calls have the same answers.
    pub seed: Option<u64>,
    /// What stands for functions, by the names or ARNs of these. Functions without one are called at
    /// `AWS_ENDPOINT_URL_LAMBDA`.
    pub functions: Vec<(String, Function)>,
    /// Called with the reason if a call cannot mean anything, since a backend has no endpoint or a command cannot be run.
    pub on_problem: fn(&str),
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("account", &self.account)
            .field("region", &self.region)
            .field("seed", &self.seed)
            .field("functions", &self.functions)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// Adds a function of this process, which gets events and gives answers, or the errors of a function that failed.
    ///
    /// ```
    /// use apigw_local::Settings;
    ///
    /// let settings = Settings::default().function("hello", |_event| Ok(br#"{"statusCode": 200}"#.to_vec()));
    /// # drop(settings);
    /// ```
    #[must_use]
    pub fn function(
        mut self,
        name: impl Into<String>,
        run: impl Fn(&[u8]) -> Result<Vec<u8>, Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        self.functions.push((name.into(), Function::Code(Arc::new(run))));
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            account: ACCOUNT.to_owned(),
            region: "us-east-1".to_owned(),
            seed: None,
            functions: Vec::new(),
            on_problem: |_| {},
        }
    }
}
