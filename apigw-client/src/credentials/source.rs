//! The source of the credentials: static keys, or a provider that is called before they are needed and again before they
//! expire.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use tokio::sync::Mutex;

use crate::config::config_error::ConfigError;
use crate::config::runtime::require_runtime;
use crate::http::transport::chain;

/// How long before their expiry credentials are fetched again, so that they are still valid when the service reads them.
const MARGIN: Duration = Duration::from_mins(1);

/// The environment provides no credentials, which is no failure.
#[derive(Debug)]
pub(crate) struct NotFound;

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this environment provides no credentials")
    }
}

impl Error for NotFound {}

/// The source. Clones share what was fetched.
#[derive(Debug, Clone)]
pub(crate) enum CredentialsSource {
    /// These.
    Static(Credentials),
    /// Those of a provider, and the ones that it returned last.
    Fetched {
        provider: SharedCredentialsProvider,
        kept: Arc<Mutex<Option<Credentials>>>,
        /// Whether the provider needs a Tokio runtime.
        needs_runtime: bool,
    },
}

impl CredentialsSource {
    /// A source that calls a provider.
    pub(crate) fn fetched(provider: impl ProvideCredentials + 'static) -> Self {
        Self::Fetched { provider: SharedCredentialsProvider::new(provider), kept: Arc::default(), needs_runtime: false }
    }

    /// A source that calls a provider which needs a Tokio runtime.
    pub(crate) fn fetched_on_tokio(provider: impl ProvideCredentials + 'static) -> Self {
        Self::Fetched { provider: SharedCredentialsProvider::new(provider), kept: Arc::default(), needs_runtime: true }
    }

    /// The credentials to sign with now. Concurrent calls fetch them once.
    pub(crate) async fn credentials(&self, now: SystemTime) -> Result<Credentials, ConfigError> {
        let (provider, kept, needs_runtime) = match self {
            Self::Static(credentials) => return Ok(credentials.clone()),
            Self::Fetched { provider, kept, needs_runtime } => (provider, kept, *needs_runtime),
        };

        let mut kept = kept.lock().await;
        let lasts = |credentials: &&Credentials, until| credentials.expiry().is_none_or(|expiry| expiry > until);
        if let Some(credentials) = kept.as_ref().filter(|kept| lasts(kept, now + MARGIN)) {
            return Ok(credentials.clone());
        }

        if needs_runtime {
            require_runtime()?;
        }
        match provider.provide_credentials().await {
            Ok(credentials) => Ok(kept.insert(credentials).clone()),
            Err(error) => match kept.as_ref().filter(|kept| lasts(kept, now)) {
                Some(credentials) => Ok(credentials.clone()),
                None if chain(&error).any(<dyn Error>::is::<NotFound>) => Err(ConfigError::NoCredentials),
                None => Err(ConfigError::Credentials { reason: reason(&error) }),
            },
        }
    }

    /// Drops fetched credentials that the service rejected as expired; whether there were any.
    pub(crate) async fn forget(&self) -> bool {
        let Self::Fetched { kept, .. } = self else { return false };
        kept.lock().await.take().is_some()
    }
}

/// The messages of an error and of its sources, outermost first.
fn reason(error: &(dyn Error + 'static)) -> String {
    let mut text = String::new();
    for link in chain(error) {
        let separator = if text.is_empty() { "" } else { ": " };
        // A library that shows its source in its own message would repeat it.
        let message = link.to_string();
        if !text.contains(&message) {
            _ = write!(text, "{separator}{message}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, SystemTime};

    use aws_credential_types::Credentials;
    use aws_credential_types::credential_fn::provide_credentials_fn;
    use aws_credential_types::provider::error::CredentialsError;

    use super::CredentialsSource;

    /// Credentials that are numbered and last for some minutes from then on; there are two of them.
    fn source(now: SystemTime, minutes: u64) -> CredentialsSource {
        let number = std::sync::Arc::new(AtomicUsize::new(0));
        CredentialsSource::fetched(provide_credentials_fn(move || {
            let number = number.fetch_add(1, Ordering::Relaxed);
            async move {
                if number > 1 {
                    return Err(CredentialsError::provider_error("none left"));
                }
                let expiry = now + Duration::from_mins(minutes);
                Ok(Credentials::new(format!("AKID{number}"), "secret", None, Some(expiry), "test"))
            }
        }))
    }

    async fn key(source: &CredentialsSource, now: SystemTime, minutes: u64) -> Result<String, String> {
        let credentials = source.credentials(now + Duration::from_mins(minutes)).await;
        credentials.map(|given| given.access_key_id().to_owned()).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn what_was_fetched_is_kept_until_shortly_before_it_expires() {
        let now = SystemTime::now();
        let source = source(now, 10);
        assert_eq!(key(&source, now, 0).await.as_deref(), Ok("AKID0"));
        assert_eq!(key(&source, now, 8).await.as_deref(), Ok("AKID0"));
        assert_eq!(key(&source, now, 9).await.as_deref(), Ok("AKID1"));
        // The provider fails now; the last credentials are used to their end.
        let shortly = now + Duration::from_secs(599);
        assert_eq!(source.credentials(shortly).await.unwrap().access_key_id(), "AKID1");
        let error = key(&source, now, 10).await.unwrap_err();
        assert!(error.starts_with("failed to load credentials: "), "{error}");
        assert!(error.contains("none left"), "{error}");
    }

    #[tokio::test]
    async fn rejected_credentials_are_fetched_again() {
        let now = SystemTime::now();
        let source = source(now, 10);
        assert!(!source.forget().await, "there is nothing to forget");
        assert_eq!(key(&source, now, 0).await.as_deref(), Ok("AKID0"));
        assert!(source.forget().await);
        assert_eq!(key(&source, now, 0).await.as_deref(), Ok("AKID1"));
        let fixed = CredentialsSource::Static(Credentials::new("AKID", "secret", None, None, "test"));
        assert!(!fixed.forget().await);
    }
}
