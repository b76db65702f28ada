//! The settings of a client, resolved once from the caller's overrides, the environment and the profile.

use apigw_spec::Service;
use aws_credential_types::Token;
use http::HeaderValue;

use crate::config::config_error::ConfigError;
use crate::config::endpoint::{Endpoint, Variant};
use crate::config::environment::{Environment, is_true};
use crate::config::profile::{Profile, Profiles};
use crate::config::region::Region;
use crate::credentials::context::{FetchContext, ProfileChoice};
use crate::credentials::find::find;
use crate::credentials::source::CredentialsSource;
use crate::http::tls::{Tls, Trust};
#[cfg(feature = "stub")]
use crate::settings::options::CallOptions;
use crate::settings::options::CallSettings;
use crate::settings::overrides::{Overrides, Signing};

/// Settings that apply to every service.
#[derive(Debug, Clone)]
pub(crate) struct ClientSettings {
    environment: Environment,
    profile: Profile,
    region: Option<Region>,
    endpoint_url: Option<String>,
    variant: Variant,
    /// The source of the credentials; `None` if requests are sent unsigned.
    pub(crate) credentials: Option<CredentialsSource>,
    bearer_token: Option<Token>,
    /// What connections over TLS trust.
    pub(crate) tls: Tls,
    /// The settings of calls.
    pub(crate) calls: CallSettings,
    pub(crate) jitter_seed: Option<u64>,
}

impl ClientSettings {
    /// Resolves what the caller did not set.
    pub(crate) fn resolve(overrides: Overrides) -> Result<Self, ConfigError> {
        let Overrides { environment, profile, region, endpoint_url, .. } = overrides;
        let choice = if profile.is_some() { ProfileChoice::Explicit } else { ProfileChoice::Implied };
        let profiles = overrides.profiles.map_or_else(|| Profiles::read(&environment), Ok)?;
        let profile = profiles.select(profile.as_deref(), &environment)?;

        let region = region.or_else(|| environment.get("AWS_REGION")).or_else(|| environment.get("AWS_DEFAULT_REGION"));
        let region = region.or_else(|| profile.get("region").map(str::to_owned));
        let region = region.as_deref().map(Region::parse).transpose()?;

        let flag = |set: Option<bool>, variable, setting| {
            let configured = || environment.flag(variable).or_else(|| profile.get(setting).map(is_true));
            set.or_else(configured).unwrap_or(false)
        };
        let mut variant = Variant {
            fips: flag(overrides.use_fips, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            dual_stack: flag(overrides.use_dual_stack, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
        };
        let plain = region.as_ref().and_then(Region::without_fips);
        variant.fips |= plain.is_some();
        let region = plain.or(region);

        let configured = Tls::new(Trust::configured(&environment, &profile));
        let tls = overrides.trust.map_or_else(|| configured.clone(), Tls::new);
        // What the caller says of the service does not concern the services that credentials come from.
        #[cfg(feature = "aws-config")]
        let configured = overrides.credentials_trust.map_or(configured, Tls::new);
        let credentials = match overrides.signing {
            Signing::Unsigned => None,
            _ if region.is_none() => return Err(ConfigError::NoRegion),
            Signing::With(source) => Some(source),
            Signing::Configured => {
                let context = FetchContext {
                    environment: &environment,
                    profiles: &profiles,
                    region: region.as_ref().map_or("", Region::as_str),
                    tls: &configured,
                    #[cfg(feature = "aws-config")]
                    mfa_prompt: overrides.mfa_prompt,
                    #[cfg(feature = "aws-config")]
                    role_cache: overrides.role_cache.as_deref(),
                };
                match find(&profile, choice, &context) {
                    // Operations that take a token need no keys.
                    Err(ConfigError::NoCredentials) if overrides.bearer_token.is_some() => None,
                    found => Some(found?),
                }
            }
        };

        let calls = overrides.calls.resolve(&environment, &profile)?;
        let jitter_seed = overrides.jitter_seed;
        let bearer_token = overrides.bearer_token;
        Ok(Self {
            environment,
            profile,
            region,
            endpoint_url,
            variant,
            credentials,
            bearer_token,
            tls,
            calls,
            jitter_seed,
        })
    }

    /// The settings of a client of a test double: nothing is resolved, signed or retried.
    #[cfg(feature = "stub")]
    pub(crate) fn of_double() -> Self {
        Self {
            environment: Environment::empty(),
            profile: Profile::default(),
            region: None,
            endpoint_url: Some("http://double.invalid".to_owned()),
            variant: Variant::default(),
            credentials: None,
            bearer_token: None,
            tls: Tls::default(),
            calls: CallSettings::default()
                // What a double looks at is the body as it was bound.
                .with(CallOptions::new().retry(crate::settings::retry_policy::RetryPolicy::off()).compression(false)),
            jitter_seed: None,
        }
    }

    /// The region that requests are signed for.
    pub(crate) fn signing_region(&self) -> Result<&str, ConfigError> {
        self.region.as_ref().map(Region::as_str).ok_or(ConfigError::NoRegion)
    }

    /// The header with the bearer token for a service: the caller's, or that of the environment. Without either, a
    /// client that signs nothing sends none.
    pub(crate) fn bearer_token(&self, service: &Service) -> Result<Option<HeaderValue>, ConfigError> {
        let variable = || format!("AWS_BEARER_TOKEN_{}", service.signing_name.replace([' ', '-'], "_").to_uppercase());
        let token = self.bearer_token.as_ref().map(|token| token.token().to_owned());
        let token = token.or_else(|| self.environment.get(&variable())).filter(|token| !token.is_empty());
        let Some(token) = token else {
            let is_unsigned = self.credentials.is_none();
            return if is_unsigned { Ok(None) } else { Err(ConfigError::NoBearerToken { variable: variable() }) };
        };

        let header = HeaderValue::try_from(format!("Bearer {token}"));
        let mut header = header.map_err(|_| ConfigError::InvalidBearerToken)?;
        header.set_sensitive(true);
        Ok(Some(header))
    }

    /// The profile in use.
    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The environment in use.
    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The endpoint of a service: the caller's, else the environment's, else the profile's, else by AWS's rules.
    pub(crate) fn endpoint(&self, service: &Service) -> Result<Endpoint, ConfigError> {
        let Some(url) = self.endpoint_url(service)? else {
            let region = self.region.as_ref().ok_or(ConfigError::NoRegion)?;
            return Endpoint::of(service, region, self.variant);
        };
        match self.variant {
            Variant { fips: true, .. } => Err(ConfigError::ConflictingEndpoint { variant: "FIPS" }),
            Variant { dual_stack: true, .. } => Err(ConfigError::ConflictingEndpoint { variant: "Dualstack" }),
            Variant { fips: false, dual_stack: false } => Endpoint::parse(&url),
        }
    }

    fn endpoint_url(&self, service: &Service) -> Result<Option<String>, ConfigError> {
        if self.endpoint_url.is_some() || self.ignores_configured_endpoints() {
            return Ok(self.endpoint_url.clone());
        }

        let name = service.sdk_id.replace([' ', '-'], "_");
        let variable = format!("AWS_ENDPOINT_URL_{}", name.to_uppercase());
        let set = |name: &str| self.environment.get(name).filter(|url| !url.is_empty());
        if let Some(url) = set(&variable).or_else(|| set("AWS_ENDPOINT_URL")) {
            return Ok(Some(url));
        }

        let of_service = self.profile.service_setting(&name.to_lowercase(), "endpoint_url")?;
        Ok(of_service.or_else(|| self.profile.get("endpoint_url")).map(str::to_owned))
    }

    fn ignores_configured_endpoints(&self) -> bool {
        let variable = self.environment.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
        variable.or_else(|| self.profile.get("ignore_configured_endpoint_urls").map(is_true)).unwrap_or(false)
    }
}
