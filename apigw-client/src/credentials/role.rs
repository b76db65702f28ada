//! The roles that profiles take on, one from the credentials of another, with the codes of devices.
//!
//! AWS's library does this without `mfa_serial` and `duration_seconds`, so only the call is its.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::SystemTime;

use aws_config::{BehaviorVersion, Region};
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{self, ProvideCredentials, future};

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;
use crate::credentials::fetched::{self, Bridge};
use crate::credentials::find::{Elsewhere, Source, from_environment, of_source};
use crate::credentials::identity::Signatory;
use crate::credentials::role_cache::{Key, RoleFile};

/// Who is asked for the code of a device.
#[derive(Clone)]
pub(crate) struct MfaPrompt(Arc<Ask>);

type Ask = dyn Fn(&str) -> io::Result<String> + Send + Sync;

impl MfaPrompt {
    pub(crate) fn new(ask: impl Fn(&str) -> io::Result<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }

    /// Asks, on a thread that may wait.
    async fn ask(&self, serial: &str) -> io::Result<String> {
        let (ask, serial) = (Arc::clone(&self.0), serial.to_owned());
        let code = tokio::task::spawn_blocking(move || ask(&serial)).await??;
        Ok(code.trim().to_owned())
    }
}

impl fmt::Debug for MfaPrompt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MfaPrompt")
    }
}

/// Whether a profile takes on a role with credentials of others. With a token it is no one else's.
pub(crate) fn is_taken_on(profile: &Profile) -> bool {
    profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none()
}

/// Who signs with the role of a profile, to which the profiles before led.
pub(crate) fn signatory(
    environment: &Environment,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
    led_here: &[&str],
) -> Result<Signatory, ConfigError> {
    let setting = |name| profile.get(name).map(str::to_owned);
    let source = source(environment, profile, elsewhere, led_here)?;
    let device = setting("mfa_serial").map(|serial| match &elsewhere.mfa_prompt {
        Some(prompt) => Ok((serial, prompt.clone())),
        None => Err(ConfigError::NoMfaPrompt { profile: profile.name().to_owned() }),
    });
    let seconds = profile.get("duration_seconds").and_then(|text| text.trim().parse().ok());
    let session = setting("role_session_name").filter(|name| !name.is_empty());
    let key = Key {
        arn: profile.get("role_arn").unwrap_or_default(),
        session: session.as_deref(),
        external_id: profile.get("external_id"),
        serial: profile.get("mfa_serial"),
        seconds,
    };
    Ok(Signatory::fetched(Role {
        source,
        file: elsewhere.role_cache.map(|folder| RoleFile::new(folder, key)),
        arn: setting("role_arn").unwrap_or_default(),
        session,
        external_id: setting("external_id"),
        seconds,
        device: device.transpose()?,
        profile: profile.name().to_owned(),
        region: elsewhere.region.to_owned(),
        bridge: Bridge::new(elsewhere, environment)?,
    }))
}

/// Who signs the request for the role.
fn source(
    environment: &Environment,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
    led_here: &[&str],
) -> Result<Signatory, ConfigError> {
    let surroundings = |source| fetched::signatory(source, profile, elsewhere, environment);
    let invalid =
        |setting, value: &str, expected| ConfigError::InvalidSetting { setting, value: value.to_owned(), expected };
    match (profile.get("source_profile"), profile.get("credential_source")) {
        (Some(name), None) => {
            let led_here = [led_here, &[profile.name()]].concat();
            let other = elsewhere.profiles.find(name);
            let other = other.ok_or_else(|| ConfigError::UnknownProfile { profile: name.to_owned() })?;
            let is_circle = led_here.contains(&name) && other.get("aws_access_key_id").is_none();
            if is_circle {
                return Err(invalid("source_profile", name, "a profile that does not lead back to itself"));
            }
            of_source(environment, &other, elsewhere, &led_here)
        }
        (None, Some("Environment")) => {
            from_environment(environment)?.map(Signatory::Fixed).ok_or(ConfigError::NoCredentials)
        }
        (None, Some("EcsContainer")) => surroundings(Source::Container),
        (None, Some("Ec2InstanceMetadata")) => surroundings(Source::Machine),
        (None, Some(other)) => {
            Err(invalid("credential_source", other, "`Environment`, `EcsContainer` or `Ec2InstanceMetadata`"))
        }
        (Some(_), Some(other)) => Err(invalid("credential_source", other, "either it or `source_profile`")),
        (None, None) => Err(ConfigError::PartialCredentials {
            source: "assume-role",
            missing: "source_profile or credential_source",
        }),
    }
}

/// A role, and how it is taken on.
#[derive(Debug)]
struct Role {
    source: Signatory,
    file: Option<RoleFile>,
    arn: String,
    session: Option<String>,
    external_id: Option<String>,
    seconds: Option<i32>,
    device: Option<(String, MfaPrompt)>,
    profile: String,
    region: String,
    bridge: Bridge,
}

impl ProvideCredentials for Role {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.take_on())
    }
}

impl Role {
    async fn take_on(&self) -> provider::Result {
        let now = SystemTime::now();
        if let Some(kept) = self.file.as_ref().and_then(|file| file.read(now)) {
            return Ok(kept);
        }
        let source = self.source.credentials(now).await.map_err(CredentialsError::provider_error)?;
        let (serial, code) = match &self.device {
            Some((serial, prompt)) => {
                let code = prompt.ask(serial).await.map_err(CredentialsError::provider_error)?;
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
        let given = answer.credentials.ok_or_else(|| CredentialsError::unhandled("the answer has no credentials"))?;
        let expiry = SystemTime::try_from(given.expiration).map_err(CredentialsError::unhandled)?;
        let (key, secret, token) = (given.access_key_id, given.secret_access_key, given.session_token);
        Ok(Credentials::new(key, secret, Some(token), Some(expiry), "assume-role"))
    }
}
