//! What a client needs to know before it sends: gathered once from the caller, the environment and the profile.

use std::time::Duration;

use apigw_spec::Service;

use crate::config::config_error::ConfigError;
use crate::config::endpoint::{Endpoint, Variant};
use crate::config::environment::{Environment, is_true};
use crate::config::profile::{Profile, Profiles};
use crate::config::region::Region;
use crate::credentials::find::{self, Choice, Elsewhere};
use crate::credentials::identity::Signatory;
use crate::http::tls::{Tls, Trust};
use crate::settings::options::{CallOptions, CallSettings};

/// What the caller of a client's builder said; everything else is looked up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wishes {
    pub(crate) environment: Environment,
    pub(crate) profile: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) endpoint_url: Option<String>,
    pub(crate) use_fips: Option<bool>,
    pub(crate) use_dual_stack: Option<bool>,
    pub(crate) identity: Identity,
    #[cfg(feature = "aws-config")]
    pub(crate) mfa_prompt: Option<crate::credentials::role::MfaPrompt>,
    #[cfg(feature = "aws-config")]
    pub(crate) role_cache: Option<std::path::PathBuf>,
    pub(crate) trust: Option<Trust>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) read_timeout: Option<Duration>,
    pub(crate) calls: CallOptions,
    pub(crate) jitter_seed: Option<u64>,
}

/// Who signs.
#[derive(Debug, Clone, Default)]
pub(crate) enum Identity {
    /// Whoever the environment and the profile say.
    #[default]
    Configured,
    /// The one that the caller said.
    Given(Signatory),
    /// Nobody: requests go out unsigned.
    Anonymous,
}

/// Settings that hold for every service.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    environment: Environment,
    profile: Profile,
    region: Option<Region>,
    endpoint_url: Option<String>,
    variant: Variant,
    /// Who signs; `None` if requests go out unsigned.
    pub(crate) signatory: Option<Signatory>,
    /// What connections are made secure with.
    pub(crate) tls: Tls,
    /// What holds for calls.
    pub(crate) calls: CallSettings,
    pub(crate) jitter_seed: Option<u64>,
}

impl Settings {
    /// Looks up what the caller did not say.
    pub(crate) fn gather(wishes: Wishes) -> Result<Self, ConfigError> {
        let Wishes { environment, profile, region, endpoint_url, .. } = wishes;
        let choice = if profile.is_some() { Choice::Explicit } else { Choice::Implied };
        let profiles = Profiles::read(&environment)?;
        let profile = profiles.select(profile.as_deref(), &environment)?;
        let region = region.or_else(|| environment.get("AWS_REGION")).or_else(|| environment.get("AWS_DEFAULT_REGION"));
        let region = region.or_else(|| profile.get("region").map(str::to_owned));
        let region = region.as_deref().map(Region::parse).transpose()?;
        let flag = |wish: Option<bool>, variable, setting| {
            let said = wish.or_else(|| environment.flag(variable));
            said.or_else(|| profile.get(setting).map(is_true)).unwrap_or(false)
        };
        let mut variant = Variant {
            fips: flag(wishes.use_fips, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            dual_stack: flag(wishes.use_dual_stack, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
        };
        let plain = region.as_ref().and_then(Region::without_fips);
        variant.fips |= plain.is_some();
        let region = plain.or(region);
        let tls = Tls::new(wishes.trust.unwrap_or_else(|| Trust::configured(&environment, &profile)));
        let signatory = match wishes.identity {
            Identity::Anonymous => None,
            _ if region.is_none() => return Err(ConfigError::NoRegion),
            Identity::Given(signatory) => Some(signatory),
            Identity::Configured => {
                let region = region.as_ref().map_or("", Region::as_str);
                let elsewhere = Elsewhere {
                    region,
                    tls: &tls,
                    profiles: &profiles,
                    #[cfg(feature = "aws-config")]
                    mfa_prompt: wishes.mfa_prompt,
                    #[cfg(feature = "aws-config")]
                    role_cache: wishes.role_cache.as_deref(),
                };
                Some(find::find(&environment, &profile, choice, &elsewhere)?)
            }
        };
        let calls = wishes.calls.gather(&environment, &profile)?;
        let jitter_seed = wishes.jitter_seed;
        Ok(Self { environment, profile, region, endpoint_url, variant, signatory, tls, calls, jitter_seed })
    }

    /// The settings of a client that sends to a test double: nothing is looked up, signed or tried again.
    #[cfg(feature = "stub")]
    pub(crate) fn of_double() -> Self {
        Self {
            environment: Environment::empty(),
            profile: Profile::default(),
            region: None,
            endpoint_url: Some("http://double.invalid".to_owned()),
            variant: Variant::default(),
            signatory: None,
            tls: Tls::default(),
            calls: CallSettings::default()
                .with(CallOptions::new().retry(crate::settings::retry_policy::RetryPolicy::off())),
            jitter_seed: None,
        }
    }

    /// The region that requests are signed for.
    pub(crate) fn signing_region(&self) -> Result<&str, ConfigError> {
        self.region.as_ref().map(Region::as_str).ok_or(ConfigError::NoRegion)
    }

    /// The profile in use.
    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The environment in use.
    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// Where requests to a service go: the first of the caller's word, the environment's, the profile's and AWS's rules.
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
        let own = self.profile.service_setting(&name.to_lowercase(), "endpoint_url")?;
        Ok(own.or_else(|| self.profile.get("endpoint_url")).map(str::to_owned))
    }

    fn ignores_configured_endpoints(&self) -> bool {
        let said = self.environment.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
        said.or_else(|| self.profile.get("ignore_configured_endpoint_urls").map(is_true)).unwrap_or(false)
    }
}
