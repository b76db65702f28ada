//! Credentials of the environment and the profile files: keys, a program that prints them, or where to fetch them.

use aws_credential_types::Credentials;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::ini::Section;
use crate::config::profile::{Profile, Profiles};
use crate::credentials::identity::Signatory;
use crate::credentials::process::Process;
#[cfg(feature = "aws-config")]
use crate::credentials::role;
use crate::http::tls::Tls;

/// Settings that make a profile's credentials something to fetch, in the order in which the AWS tools honour them.
/// They come before static keys, so ignoring them would sign with the wrong identity.
const FETCHED_FIRST: [&str; 4] = ["role_arn", "web_identity_token_file", "sso_session", "sso_start_url"];

/// The variable that names a file with a token, used along with the one that names a role.
const WEB_IDENTITY: &str = "AWS_WEB_IDENTITY_TOKEN_FILE";

/// The setting that names the session of `aws login`, used when the credentials file has no keys.
const LOGIN: &str = "login_session";

/// The setting that names a program, used when the credentials file has no keys.
const PROCESS: &str = "credential_process";

/// The setting that is one half of a pair of keys.
const KEY: &str = "aws_access_key_id";

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
    pub(crate) tls: &'a Tls,
    pub(crate) profiles: &'a Profiles,
    /// Who is asked for the codes of devices.
    #[cfg(feature = "aws-config")]
    pub(crate) mfa_prompt: Option<crate::credentials::role::MfaPrompt>,
    /// Where the credentials of roles are kept.
    #[cfg(feature = "aws-config")]
    pub(crate) role_cache: Option<&'a std::path::Path>,
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
    if let Some(signatory) = fetched_first(environment, profile, elsewhere)? {
        return Ok(signatory);
    }
    if choice == Choice::Implied && given(WEB_IDENTITY) && given("AWS_ROLE_ARN") {
        return fetched(Source::WebIdentity, WEB_IDENTITY, environment, profile, elsewhere);
    }
    if let Some(signatory) = kept(environment, profile, elsewhere)? {
        return Ok(signatory);
    }
    let nowhere = |_| ConfigError::NoCredentials;
    fetched(Source::Surroundings, "", environment, profile, elsewhere).map_err(nowhere)
}

/// Who signs if the profile says to fetch the credentials before anything else.
fn fetched_first(
    environment: &Environment,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
) -> Result<Option<Signatory>, ConfigError> {
    let setting = FETCHED_FIRST.iter().find(|setting| profile.get(setting).is_some());
    setting.map(|setting| fetched(Source::Profile, setting, environment, profile, elsewhere)).transpose()
}

/// Who signs with what the files keep: keys, a session, or a program.
fn kept(
    environment: &Environment,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
) -> Result<Option<Signatory>, ConfigError> {
    if let Some(credentials) = from_section(profile.credentials(), "shared-credentials-file")? {
        return Ok(Some(Signatory::Fixed(credentials)));
    }
    if profile.get(LOGIN).is_some() {
        return fetched(Source::Login, LOGIN, environment, profile, elsewhere).map(Some);
    }
    if let Some(line) = profile.get(PROCESS) {
        let process = Process::parse(line);
        let process = process.ok_or_else(|| ConfigError::InvalidProcess { profile: profile.name().to_owned() })?;
        return Ok(Some(Signatory::fetched(process)));
    }
    Ok(from_section(profile.config(), "config-file")?.map(Signatory::Fixed))
}

fn unsupported(profile: &Profile, setting: &'static str) -> ConfigError {
    ConfigError::UnsupportedCredentials { profile: profile.name().to_owned(), setting }
}

/// Where credentials are fetched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// As the profile says.
    Profile,
    /// From a session of `aws login`.
    Login,
    /// In exchange for a token in a file, as the environment says.
    WebIdentity,
    /// From the container that the program runs in.
    #[cfg(feature = "aws-config")]
    Container,
    /// From the machine that the program runs on.
    #[cfg(feature = "aws-config")]
    Machine,
    /// From the container or the machine, whichever gives some.
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
    match source {
        Source::Login if cfg!(not(feature = "aws-login")) => Err(unsupported(profile, setting)),
        Source::Profile if role::is_taken_on(profile) => role::signatory(environment, profile, elsewhere, &[]),
        source => crate::credentials::fetched::signatory(source, profile, elsewhere, environment),
    }
}

/// Who signs the request for a role, as its source profile says: keys there come before a role of its own.
#[cfg(feature = "aws-config")]
pub(crate) fn of_source(
    environment: &Environment,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
    led_here: &[&str],
) -> Result<Signatory, ConfigError> {
    if role::is_taken_on(profile) && profile.get(KEY).is_none() {
        return role::signatory(environment, profile, elsewhere, led_here);
    }
    let first = if role::is_taken_on(profile) { None } else { fetched_first(environment, profile, elsewhere)? };
    let found = first.map_or_else(|| kept(environment, profile, elsewhere), |signatory| Ok(Some(signatory)))?;
    found.ok_or(ConfigError::NoCredentials)
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

pub(crate) fn from_environment(environment: &Environment) -> Result<Option<Credentials>, ConfigError> {
    let given = |name| environment.get(name).filter(|value| !value.is_empty());
    let Some(key) = given("AWS_ACCESS_KEY_ID") else { return Ok(None) };
    let missing = ConfigError::PartialCredentials { source: "env", missing: "AWS_SECRET_ACCESS_KEY" };
    let secret = given("AWS_SECRET_ACCESS_KEY").ok_or(missing)?;
    let token = environment.get("AWS_SECURITY_TOKEN").or_else(|| environment.get("AWS_SESSION_TOKEN"));
    Ok(Some(Credentials::new(key, secret, token.filter(|token| !token.is_empty()), None, "env")))
}

fn from_section(section: &Section, source: &'static str) -> Result<Option<Credentials>, ConfigError> {
    let Some(key) = section.get(KEY) else { return Ok(None) };
    let missing = ConfigError::PartialCredentials { source, missing: "aws_secret_access_key" };
    let secret = section.get("aws_secret_access_key").ok_or(missing)?;
    let token = section.get("aws_security_token").or_else(|| section.get("aws_session_token"));
    let token = token.filter(|token| !token.is_empty()).map(str::to_owned);
    Ok(Some(Credentials::new(key, secret, token, None, source)))
}
