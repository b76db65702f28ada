//! The roles that profiles assume with the credentials of another source, with MFA codes.
//!
//! AWS's library does this without `mfa_serial` and `duration_seconds`, so only the call to the token service is its.

use std::time::SystemTime;

use aws_config::{BehaviorVersion, Region};
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{self, ProvideCredentials, future};

use crate::config::config_error::ConfigError;
use crate::config::profile::Profile;
use crate::credentials::context::FetchContext;
use crate::credentials::http_bridge::HttpBridge;
use crate::credentials::mfa_prompt::MfaPrompt;
use crate::credentials::role_cache::{RoleFile, RoleKey};
use crate::credentials::source::CredentialsSource;

/// A role, and what is needed to assume it.
#[derive(Debug)]
pub(crate) struct Role {
    source: CredentialsSource,
    file: Option<RoleFile>,
    arn: String,
    session: Option<String>,
    external_id: Option<String>,
    seconds: Option<i32>,
    device: Option<(String, MfaPrompt)>,
    profile: String,
    region: String,
    bridge: HttpBridge,
}

impl ProvideCredentials for Role {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.assume())
    }
}

impl Role {
    /// The role of a profile. `source` signs the request for it.
    pub(crate) fn new(
        profile: &Profile,
        source: CredentialsSource,
        context: &FetchContext<'_>,
    ) -> Result<Self, ConfigError> {
        let setting = |name| profile.get(name).map(str::to_owned);
        let device = setting("mfa_serial").map(|serial| match &context.mfa_prompt {
            Some(prompt) => Ok((serial, prompt.clone())),
            None => Err(ConfigError::NoMfaPrompt { profile: profile.name().to_owned() }),
        });
        let seconds = profile.get("duration_seconds").and_then(|text| text.trim().parse().ok());
        let session = setting("role_session_name").filter(|name| !name.is_empty());

        let key = RoleKey {
            arn: profile.get("role_arn").unwrap_or_default(),
            session: session.as_deref(),
            external_id: profile.get("external_id"),
            serial: profile.get("mfa_serial"),
            seconds,
        };
        Ok(Self {
            source,
            file: context.role_cache.map(|folder| RoleFile::new(folder, key)),
            arn: setting("role_arn").unwrap_or_default(),
            session,
            external_id: setting("external_id"),
            seconds,
            device: device.transpose()?,
            profile: profile.name().to_owned(),
            region: context.region.to_owned(),
            bridge: HttpBridge::new(context)?,
        })
    }

    async fn assume(&self) -> provider::Result {
        let now = SystemTime::now();
        if let Some(cached) = self.file.as_ref().and_then(|file| file.read(now)) {
            return Ok(cached);
        }

        let source = self.source.credentials(now).await.map_err(CredentialsError::provider_error)?;
        let (serial, code) = match &self.device {
            Some((serial, prompt)) => {
                let code = prompt.code(serial).await.map_err(CredentialsError::provider_error)?;
                (Some(serial.clone()), Some(code))
            }
            None => (None, None),
        };

        let config = aws_config::defaults(BehaviorVersion::latest())
            .region(Region::new(self.region.clone()))
            .profile_name(&self.profile)
            .http_client(self.bridge.clone())
            .credentials_provider(source);

        let since = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
        let call = aws_sdk_sts::Client::new(&config.load().await)
            .assume_role()
            .role_arn(&self.arn)
            .role_session_name(self.session.clone().unwrap_or_else(|| format!("apigw-session-{since}")))
            .set_external_id(self.external_id.clone())
            .set_duration_seconds(self.seconds)
            .set_serial_number(serial)
            .set_token_code(code);

        let answer = call.send().await.map_err(CredentialsError::provider_error)?;
        if let Some(file) = &self.file {
            file.write(&answer);
        }
        let given = answer
            .credentials
            .ok_or_else(|| CredentialsError::unhandled("the token service returned no credentials"))?;
        let expiry = SystemTime::try_from(given.expiration).map_err(CredentialsError::unhandled)?;
        let (key, secret, token) = (given.access_key_id, given.secret_access_key, given.session_token);
        Ok(Credentials::new(key, secret, Some(token), Some(expiry), "assume-role"))
    }
}
