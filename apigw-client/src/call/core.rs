//! What all clones of a client share: settings, connections, budgets and what was learned about the service.

use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use apigw_spec::{Auth, Operation, Service};
use http::HeaderValue;

use crate::call::pacing::Pacer;
use crate::call::retry::Retries;
use crate::call::skew::Skew;
use crate::config::config_error::ConfigError;
use crate::config::endpoint::Endpoint;
use crate::credentials::source::CredentialsSource;
use crate::http::sign::Keys;
use crate::http::transport::Transport;
use crate::http::wire::{RequestAuth, Signer};
use crate::settings::resolved::ClientSettings;

/// What programs that show progress are called with.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hooks {
    /// Called with the number of each attempt.
    pub(crate) on_attempt: Option<fn(u32)>,
    /// Called before a call is retried that may have been executed and that is not idempotent.
    pub(crate) on_unknown: Option<fn(&'static Operation)>,
}

/// What all clones of a client share.
pub(crate) struct Core {
    pub(crate) settings: ClientSettings,
    pub(crate) user_agent: HeaderValue,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) hooks: Hooks,
    pub(crate) retries: Retries,
    pub(crate) pacer: Pacer,
    pub(crate) skew: Skew,
    keys: Keys,
    /// The endpoint of the service that was called first, which is nearly always the only one.
    endpoint: OnceLock<(&'static str, Endpoint)>,
}

impl Core {
    pub(crate) fn new(
        settings: ClientSettings,
        user_agent: HeaderValue,
        transport: Arc<dyn Transport>,
        hooks: Hooks,
    ) -> Self {
        Self {
            retries: Retries::new(settings.jitter_seed),
            settings,
            user_agent,
            transport,
            hooks,
            pacer: Pacer::default(),
            skew: Skew::default(),
            keys: Keys::default(),
            endpoint: OnceLock::new(),
        }
    }

    /// The endpoint of a service.
    pub(crate) fn endpoint(&self, service: &'static Service) -> Result<Endpoint, ConfigError> {
        if let Some((known, endpoint)) = self.endpoint.get()
            && *known == service.sdk_id
        {
            return Ok(endpoint.clone());
        }

        let endpoint = self.settings.endpoint(service)?;
        let (known, first) = self.endpoint.get_or_init(|| (service.sdk_id, endpoint.clone()));
        Ok(if *known == service.sdk_id { first.clone() } else { endpoint })
    }

    /// The source of the credentials; `None` if requests are sent unsigned.
    pub(crate) fn credentials(&self) -> Option<&CredentialsSource> {
        self.settings.credentials.as_ref()
    }

    /// What a request is authorized with now.
    pub(crate) async fn authorization(
        &self,
        operation: &'static Operation,
        now: SystemTime,
    ) -> Result<RequestAuth<'_>, ConfigError> {
        let (service, handling) = (operation.service, &operation.handling);
        if handling.auth == Auth::Bearer {
            let token = self.settings.bearer_token(service)?;
            return Ok(token.map_or(RequestAuth::None, RequestAuth::Bearer));
        }
        let Some(source) = self.credentials().filter(|_| handling.auth == Auth::SigV4) else {
            return Ok(RequestAuth::None);
        };

        let credentials = source.credentials(now).await?;
        let region = self.settings.signing_region()?;
        Ok(RequestAuth::Signed(Signer {
            credentials,
            region,
            service: service.signing_name,
            unsigned_payload: handling.unsigned_payload,
            keys: &self.keys,
        }))
    }
}
