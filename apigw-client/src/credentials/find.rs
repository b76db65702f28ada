//! Finding the source of the credentials: the environment, the profile files, and where they say to fetch them.

use crate::config::config_error::ConfigError;
use crate::config::profile::Profile;
use crate::credentials::context::{FetchContext, FetchFrom, ProfileChoice};
#[cfg(feature = "aws-config")]
use crate::credentials::fetched;
use crate::credentials::process::Process;
#[cfg(feature = "aws-config")]
use crate::credentials::role::Role;
use crate::credentials::source::CredentialsSource;
#[cfg(feature = "aws-config")]
use crate::credentials::static_keys::ACCESS_KEY_ID;
use crate::credentials::static_keys::{from_environment, from_section};

/// Settings that make a profile's credentials something to fetch, in the order in which the AWS tools honour them.
/// They come before static keys, so ignoring them would sign with the wrong identity.
const FETCHED_FIRST: [&str; 4] = ["role_arn", "web_identity_token_file", "sso_session", "sso_start_url"];

/// The variable that names a file with a token, used along with the one that names a role.
const WEB_IDENTITY: &str = "AWS_WEB_IDENTITY_TOKEN_FILE";

/// The setting that names the session of `aws login`, used when the credentials file has no keys.
const LOGIN: &str = "login_session";

/// The setting that names a program, used when the credentials file has no keys.
const PROCESS: &str = "credential_process";

/// Finds the source: the environment, what the profile says to fetch first, the credentials file, a program, the
/// configuration file, and the runtime environment of the process.
pub(crate) fn find(
    profile: &Profile,
    choice: ProfileChoice,
    context: &FetchContext<'_>,
) -> Result<CredentialsSource, ConfigError> {
    let is_set = |name| context.environment.get(name).is_some_and(|value| !value.is_empty());
    if choice == ProfileChoice::Implied
        && let Some(credentials) = from_environment(context.environment)?
    {
        return Ok(CredentialsSource::Static(credentials));
    }

    if let Some(source) = fetched_first(profile, context)? {
        return Ok(source);
    }
    if choice == ProfileChoice::Implied && is_set(WEB_IDENTITY) && is_set("AWS_ROLE_ARN") {
        return fetched(FetchFrom::WebIdentity, WEB_IDENTITY, profile, context);
    }

    if let Some(source) = in_files(profile, context)? {
        return Ok(source);
    }
    fetched(FetchFrom::RuntimeEnvironment, "", profile, context).map_err(|_| ConfigError::NoCredentials)
}

/// The source if the profile says to fetch the credentials before anything else.
fn fetched_first(profile: &Profile, context: &FetchContext<'_>) -> Result<Option<CredentialsSource>, ConfigError> {
    let setting = FETCHED_FIRST.iter().find(|setting| profile.get(setting).is_some());
    setting.map(|setting| fetched(FetchFrom::Profile, setting, profile, context)).transpose()
}

/// The source that the profile files hold: keys, a session, or a program.
fn in_files(profile: &Profile, context: &FetchContext<'_>) -> Result<Option<CredentialsSource>, ConfigError> {
    if let Some(credentials) = from_section(profile.credentials(), "shared-credentials-file")? {
        return Ok(Some(CredentialsSource::Static(credentials)));
    }
    if profile.get(LOGIN).is_some() {
        return fetched(FetchFrom::Login, LOGIN, profile, context).map(Some);
    }

    if let Some(line) = profile.get(PROCESS) {
        let process = Process::parse(line);
        let process = process.ok_or_else(|| ConfigError::InvalidProcess { profile: profile.name().to_owned() })?;
        return Ok(Some(CredentialsSource::fetched_on_tokio(process)));
    }
    Ok(from_section(profile.config(), "config-file")?.map(CredentialsSource::Static))
}

fn unsupported(profile: &Profile, setting: &'static str) -> ConfigError {
    ConfigError::UnsupportedCredentials { profile: profile.name().to_owned(), setting }
}

#[cfg(not(feature = "aws-config"))]
fn fetched(
    _: FetchFrom,
    setting: &'static str,
    profile: &Profile,
    _: &FetchContext<'_>,
) -> Result<CredentialsSource, ConfigError> {
    Err(unsupported(profile, setting))
}

/// A source that is fetched. A client with its own set of variables fetches nothing: the library that does it reads
/// those of the process.
#[cfg(feature = "aws-config")]
fn fetched(
    from: FetchFrom,
    setting: &'static str,
    profile: &Profile,
    context: &FetchContext<'_>,
) -> Result<CredentialsSource, ConfigError> {
    if !context.environment.is_process() {
        return Err(unsupported(profile, setting));
    }
    match from {
        FetchFrom::Login if cfg!(not(feature = "aws-login")) => Err(unsupported(profile, setting)),
        FetchFrom::Profile if assumes_role(profile) => role(profile, context, &[]),
        from => fetched::source(from, profile, context),
    }
}

/// Whether a profile assumes a role with the credentials of another source. A token needs no other.
#[cfg(feature = "aws-config")]
fn assumes_role(profile: &Profile) -> bool {
    profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none()
}

/// The role of a profile, which is reached from the profiles before.
#[cfg(feature = "aws-config")]
fn role(
    profile: &Profile,
    context: &FetchContext<'_>,
    reached_from: &[&str],
) -> Result<CredentialsSource, ConfigError> {
    let source = source_of_role(profile, context, reached_from)?;
    Ok(CredentialsSource::fetched_on_tokio(Role::new(profile, source, context)?))
}

/// The source of the credentials that the request for a role is signed with.
#[cfg(feature = "aws-config")]
fn source_of_role(
    profile: &Profile,
    context: &FetchContext<'_>,
    reached_from: &[&str],
) -> Result<CredentialsSource, ConfigError> {
    let runtime = |from| fetched::source(from, profile, context);
    let invalid =
        |setting, value: &str, expected| ConfigError::InvalidSetting { setting, value: value.to_owned(), expected };

    match (profile.get("source_profile"), profile.get("credential_source")) {
        (Some(name), None) => {
            let reached_from = [reached_from, &[profile.name()]].concat();
            let other = context.profiles.find(name);
            let other = other.ok_or_else(|| ConfigError::UnknownProfile { profile: name.to_owned() })?;
            let is_cycle = reached_from.contains(&name) && other.get(ACCESS_KEY_ID).is_none();
            if is_cycle {
                return Err(invalid("source_profile", name, "a profile that does not lead back to itself"));
            }
            in_source_profile(&other, context, &reached_from)
        }
        (None, Some("Environment")) => {
            from_environment(context.environment)?.map(CredentialsSource::Static).ok_or(ConfigError::NoCredentials)
        }
        (None, Some("EcsContainer")) => runtime(FetchFrom::Container),
        (None, Some("Ec2InstanceMetadata")) => runtime(FetchFrom::Instance),
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

/// The source that a source profile holds: its keys come before its own role.
#[cfg(feature = "aws-config")]
fn in_source_profile(
    profile: &Profile,
    context: &FetchContext<'_>,
    reached_from: &[&str],
) -> Result<CredentialsSource, ConfigError> {
    if assumes_role(profile) && profile.get(ACCESS_KEY_ID).is_none() {
        return role(profile, context, reached_from);
    }
    let first = if assumes_role(profile) { None } else { fetched_first(profile, context)? };
    let found = first.map_or_else(|| in_files(profile, context), |source| Ok(Some(source)))?;
    found.ok_or(ConfigError::NoCredentials)
}
