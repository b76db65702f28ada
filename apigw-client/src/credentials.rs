//! Credentials of the environment and the profile files: keys, or a program that prints them.

use aws_credential_types::Credentials;

use crate::config_error::ConfigError;
use crate::environment::Environment;
use crate::identity::Signatory;
use crate::ini::Section;
use crate::process::Process;
use crate::profile::Profile;

/// Settings that make a profile's credentials something to fetch, in the order in which the AWS tools honour them.
/// They come before static keys, so ignoring them would sign with the wrong identity.
const FETCHED_FIRST: [&str; 4] = ["role_arn", "web_identity_token_file", "sso_session", "sso_start_url"];

/// A setting that is used when the credentials file has no keys.
const LOGIN: &str = "login_session";

/// The setting that names a program, used when the credentials file has no keys.
const PROCESS: &str = "credential_process";

/// Whether the profile was chosen by the caller, in which case the environment's keys do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// By the caller.
    Explicit,
    /// By the environment, or not at all.
    Implied,
}

/// Finds who signs: environment, credentials file, program, configuration file.
pub(crate) fn find(environment: &Environment, profile: &Profile, choice: Choice) -> Result<Signatory, ConfigError> {
    if choice == Choice::Implied
        && let Some(credentials) = from_environment(environment)?
    {
        return Ok(Signatory::Fixed(credentials));
    }
    let unsupported = |settings: &[&'static str]| {
        let setting = settings.iter().find(|setting| profile.get(setting).is_some())?;
        Some(ConfigError::UnsupportedCredentials { profile: profile.name().to_owned(), setting })
    };
    if let Some(error) = unsupported(&FETCHED_FIRST) {
        return Err(error);
    }
    if let Some(credentials) = from_section(profile.credentials(), "shared-credentials-file")? {
        return Ok(Signatory::Fixed(credentials));
    }
    if let Some(error) = unsupported(&[LOGIN]) {
        return Err(error);
    }
    if let Some(line) = profile.get(PROCESS) {
        let process = Process::parse(line);
        let process = process.ok_or_else(|| ConfigError::InvalidProcess { profile: profile.name().to_owned() })?;
        return Ok(Signatory::fetched(process));
    }
    let credentials = from_section(profile.config(), "config-file")?.ok_or(ConfigError::NoCredentials)?;
    Ok(Signatory::Fixed(credentials))
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
