//! Who signs: the holder of fixed credentials, or of credentials that are fetched before they are needed and again
//! before they expire.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use tokio::sync::Mutex;

use crate::config::config_error::ConfigError;
use crate::http::transport::chain;

/// How long before they expire credentials are fetched again, so that they hold for the way to the service.
const MARGIN: Duration = Duration::from_mins(1);

/// Codes of the service that say that credentials have expired, whatever was known of it.
const EXPIRED: [&str; 3] = ["ExpiredTokenException", "ExpiredToken", "TokenRefreshRequired"];

/// Says that there is nobody to get credentials from, where that is nobody's fault.
#[derive(Debug)]
pub(crate) struct Nowhere;

impl fmt::Display for Nowhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nobody gives credentials here")
    }
}

impl Error for Nowhere {}

/// Who signs. Clones share what was fetched.
#[derive(Debug, Clone)]
pub(crate) enum Signatory {
    /// The holder of these.
    Fixed(Credentials),
    /// The holder of what the provider gives.
    Fetched(SharedCredentialsProvider, Arc<Mutex<Option<Credentials>>>),
}

impl Signatory {
    /// The holder of what a provider gives.
    pub(crate) fn fetched(provider: impl ProvideCredentials + 'static) -> Self {
        Self::Fetched(SharedCredentialsProvider::new(provider), Arc::default())
    }

    /// The credentials to sign with now. Calls at the same time fetch them once.
    pub(crate) async fn credentials(&self, now: SystemTime) -> Result<Credentials, ConfigError> {
        let (provider, kept) = match self {
            Self::Fixed(credentials) => return Ok(credentials.clone()),
            Self::Fetched(provider, kept) => (provider, kept),
        };
        let mut kept = kept.lock().await;
        let lasts = |credentials: &&Credentials, until| credentials.expiry().is_none_or(|expiry| expiry > until);
        if let Some(credentials) = kept.as_ref().filter(|kept| lasts(kept, now + MARGIN)) {
            return Ok(credentials.clone());
        }
        match provider.provide_credentials().await {
            Ok(credentials) => Ok(kept.insert(credentials).clone()),
            Err(error) => match kept.as_ref().filter(|kept| lasts(kept, now)) {
                Some(credentials) => Ok(credentials.clone()),
                None if chain(&error).any(<dyn Error>::is::<Nowhere>) => Err(ConfigError::NoCredentials),
                None => Err(ConfigError::Credentials { reason: reason(&error) }),
            },
        }
    }

    /// Forgets credentials that the service calls expired. Whether others can be had.
    pub(crate) async fn renews(&self, code: &str) -> bool {
        let Self::Fetched(_, kept) = self else { return false };
        EXPIRED.contains(&code) && kept.lock().await.take().is_some()
    }
}

/// The messages of an error and of what is behind it, from the outside in.
fn reason(error: &(dyn Error + 'static)) -> String {
    let mut text = String::new();
    for link in chain(error) {
        let separator = if text.is_empty() { "" } else { ": " };
        // Libraries that show their source in their own message would say it twice.
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

    use super::Signatory;

    /// Credentials that are numbered and last for some minutes from then on; there are two of them.
    fn signatory(now: SystemTime, minutes: u64) -> Signatory {
        let number = std::sync::Arc::new(AtomicUsize::new(0));
        Signatory::fetched(provide_credentials_fn(move || {
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

    async fn key(signatory: &Signatory, now: SystemTime, minutes: u64) -> Result<String, String> {
        let credentials = signatory.credentials(now + Duration::from_mins(minutes)).await;
        credentials.map(|given| given.access_key_id().to_owned()).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn what_was_fetched_is_kept_until_shortly_before_it_expires() {
        let now = SystemTime::now();
        let signatory = signatory(now, 10);
        assert_eq!(key(&signatory, now, 0).await.as_deref(), Ok("AKID0"));
        assert_eq!(key(&signatory, now, 8).await.as_deref(), Ok("AKID0"));
        assert_eq!(key(&signatory, now, 9).await.as_deref(), Ok("AKID1"));
        // No more can be had; what there is holds to the end.
        let shortly = now + Duration::from_secs(599);
        assert_eq!(signatory.credentials(shortly).await.unwrap().access_key_id(), "AKID1");
        let error = key(&signatory, now, 10).await.unwrap_err();
        assert!(error.starts_with("credentials cannot be had: "), "{error}");
        assert!(error.contains("none left"), "{error}");
    }

    #[tokio::test]
    async fn what_the_service_calls_expired_is_forgotten() {
        let now = SystemTime::now();
        let signatory = signatory(now, 10);
        assert!(!signatory.renews("ExpiredTokenException").await, "there is nothing to forget");
        assert_eq!(key(&signatory, now, 0).await.as_deref(), Ok("AKID0"));
        assert!(!signatory.renews("AccessDeniedException").await);
        assert!(signatory.renews("ExpiredTokenException").await);
        assert_eq!(key(&signatory, now, 0).await.as_deref(), Ok("AKID1"));
        let fixed = Signatory::Fixed(Credentials::new("AKID", "secret", None, None, "test"));
        assert!(!fixed.renews("ExpiredTokenException").await);
    }
}
