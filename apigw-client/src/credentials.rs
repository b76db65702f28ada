//! Static credentials from the environment and the profile files.

use aws_credential_types::Credentials;

use crate::config_error::ConfigError;
use crate::environment::Environment;
use crate::ini::Section;
use crate::profile::Profile;

/// Settings that make a profile's credentials something to fetch, in the order in which the AWS tools honour them.
/// They come before static keys, so ignoring them would sign with the wrong identity.
const FETCHED_FIRST: [&str; 4] = ["role_arn", "web_identity_token_file", "sso_session", "sso_start_url"];

/// Settings that are used when there are no static keys.
const FETCHED_LAST: [&str; 2] = ["login_session", "credential_process"];

/// Whether the profile was chosen by the caller, in which case the environment's keys do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// By the caller.
    Explicit,
    /// By the environment, or not at all.
    Implied,
}

/// Finds credentials: environment, credentials file, configuration file.
pub(crate) fn find(environment: &Environment, profile: &Profile, choice: Choice) -> Result<Credentials, ConfigError> {
    if choice == Choice::Implied
        && let Some(credentials) = from_environment(environment)?
    {
        return Ok(credentials);
    }
    let unsupported = |settings: &[&'static str]| {
        let setting = settings.iter().find(|setting| profile.get(setting).is_some())?;
        Some(ConfigError::UnsupportedCredentials { profile: profile.name().to_owned(), setting })
    };
    if let Some(error) = unsupported(&FETCHED_FIRST) {
        return Err(error);
    }
    if let Some(credentials) = from_section(profile.credentials(), "shared-credentials-file")? {
        return Ok(credentials);
    }
    if let Some(credentials) = from_section(profile.config(), "config-file")? {
        return Ok(credentials);
    }
    Err(unsupported(&FETCHED_LAST).unwrap_or(ConfigError::NoCredentials))
}

fn from_environment(environment: &Environment) -> Result<Option<Credentials>, ConfigError> {
    let given = |name| environment.get(name).filter(|value| !value.is_empty());
    let Some(key) = given("AWS_ACCESS_KEY_ID") else { return Ok(None) };
    let missing = ConfigError::PartialCredentials { source: "env", missing: "AWS_SECRET_ACCESS_KEY" };
    let secret = given("AWS_SECRET_ACCESS_KEY").ok_or(missing)?;
    let token = environment.get("AWS_SECURITY_TOKEN").or_else(|| environment.get("AWS_SESSION_TOKEN"));
    Ok(Some(Credentials::new(key, secret, token.filter(|token| !token.is_empty()), None, "env")))
}

fn from_section(section: &Section, source: &'static str) -> Result<Option<Credentials>, ConfigError> {
    let Some(key) = section.get("aws_access_key_id") else { return Ok(None) };
    let missing = ConfigError::PartialCredentials { source, missing: "aws_secret_access_key" };
    let secret = section.get("aws_secret_access_key").ok_or(missing)?;
    let token = section.get("aws_security_token").or_else(|| section.get("aws_session_token"));
    let token = token.filter(|token| !token.is_empty()).map(str::to_owned);
    Ok(Some(Credentials::new(key, secret, token, None, source)))
}
