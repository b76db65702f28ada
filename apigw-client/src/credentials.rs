//! Credentials of the environment and the profile files: keys, a program that prints them, or where to fetch them.

use aws_credential_types::Credentials;

use crate::config_error::ConfigError;
use crate::environment::Environment;
use crate::identity::Signatory;
use crate::ini::Section;
use crate::process::Process;
use crate::profile::Profile;
use crate::tls::Trust;

/// Settings that make a profile's credentials something to fetch, in the order in which the AWS tools honour them.
/// They come before static keys, so ignoring them would sign with the wrong identity.
const FETCHED_FIRST: [&str; 4] = ["role_arn", "web_identity_token_file", "sso_session", "sso_start_url"];

/// The variable that names a file with a token, used along with the one that names a role.
const WEB_IDENTITY: &str = "AWS_WEB_IDENTITY_TOKEN_FILE";

/// The setting that asks for a code from a device.
#[cfg(feature = "aws-config")]
const MFA: &str = "mfa_serial";

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

/// What credentials that are fetched depend on.
#[cfg_attr(not(feature = "aws-config"), expect(dead_code, reason = "without the feature nothing is fetched"))]
pub(crate) struct Elsewhere<'a> {
    pub(crate) region: &'a str,
    pub(crate) trust: &'a Trust,
}

/// Finds who signs: environment, what the profile says to fetch first, credentials file, program, configuration file,
/// and the surroundings of the process.
pub(crate) fn find(
    environment: &Environment,
    profile: &Profile,
    choice: Choice,
    elsewhere: &Elsewhere<'_>,
) -> Result<Signatory, ConfigError> {
    let given = |name| environment.get(name).is_some_and(|value| !value.is_empty());
    if choice == Choice::Implied
        && let Some(credentials) = from_environment(environment)?
    {
        return Ok(Signatory::Fixed(credentials));
    }
    if let Some(setting) = FETCHED_FIRST.iter().find(|setting| profile.get(setting).is_some()) {
        return fetched(Source::Profile, setting, environment, profile, elsewhere);
    }
    if choice == Choice::Implied && given(WEB_IDENTITY) && given("AWS_ROLE_ARN") {
        return fetched(Source::WebIdentity, WEB_IDENTITY, environment, profile, elsewhere);
    }
    if let Some(credentials) = from_section(profile.credentials(), "shared-credentials-file")? {
        return Ok(Signatory::Fixed(credentials));
    }
    if profile.get(LOGIN).is_some() {
        return Err(unsupported(profile, LOGIN));
    }
    if let Some(line) = profile.get(PROCESS) {
        let process = Process::parse(line);
        let process = process.ok_or_else(|| ConfigError::InvalidProcess { profile: profile.name().to_owned() })?;
        return Ok(Signatory::fetched(process));
    }
    if let Some(credentials) = from_section(profile.config(), "config-file")? {
        return Ok(Signatory::Fixed(credentials));
    }
    let nowhere = |_| ConfigError::NoCredentials;
    fetched(Source::Surroundings, "", environment, profile, elsewhere).map_err(nowhere)
}

fn unsupported(profile: &Profile, setting: &'static str) -> ConfigError {
    ConfigError::UnsupportedCredentials { profile: profile.name().to_owned(), setting }
}

/// Where credentials are fetched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// As the profile says.
    Profile,
    /// In exchange for a token in a file, as the environment says.
    WebIdentity,
    /// From the container that the program runs in, or the machine.
    Surroundings,
}

/// Who signs with what is fetched. A client with variables of its own fetches nothing: the library that does it looks
/// at those of the process.
#[cfg(feature = "aws-config")]
fn fetched(
    source: Source,
    setting: &'static str,
    environment: &Environment,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
) -> Result<Signatory, ConfigError> {
    if !environment.is_process() {
        return Err(unsupported(profile, setting));
    }
    // The library would leave the code out, and the service would refuse without saying why.
    if source == Source::Profile && profile.get(MFA).is_some() {
        return Err(unsupported(profile, MFA));
    }
    crate::chain::signatory(source, profile.name(), elsewhere, environment)
}

#[cfg(not(feature = "aws-config"))]
fn fetched(
    _: Source,
    setting: &'static str,
    _: &Environment,
    profile: &Profile,
    _: &Elsewhere<'_>,
) -> Result<Signatory, ConfigError> {
    Err(unsupported(profile, setting))
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
