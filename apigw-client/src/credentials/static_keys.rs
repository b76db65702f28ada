//! Keys that the environment or a profile holds.

use aws_credential_types::Credentials;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::ini::Section;

/// The setting that is one half of a pair of keys.
pub(crate) const ACCESS_KEY_ID: &str = "aws_access_key_id";

/// The keys of the environment, if it has some.
pub(crate) fn from_environment(environment: &Environment) -> Result<Option<Credentials>, ConfigError> {
    let set = |name| environment.get(name).filter(|value| !value.is_empty());
    let Some(key) = set("AWS_ACCESS_KEY_ID") else { return Ok(None) };

    let missing = ConfigError::PartialCredentials { source: "env", missing: "AWS_SECRET_ACCESS_KEY" };
    let secret = set("AWS_SECRET_ACCESS_KEY").ok_or(missing)?;
    let token = environment.get("AWS_SECURITY_TOKEN").or_else(|| environment.get("AWS_SESSION_TOKEN"));
    Ok(Some(Credentials::new(key, secret, token.filter(|token| !token.is_empty()), None, "env")))
}

/// The keys of a section of a profile file, if it has some. `source` names the file for messages.
pub(crate) fn from_section(section: &Section, source: &'static str) -> Result<Option<Credentials>, ConfigError> {
    let Some(key) = section.get(ACCESS_KEY_ID) else { return Ok(None) };

    let missing = ConfigError::PartialCredentials { source, missing: "aws_secret_access_key" };
    let secret = section.get("aws_secret_access_key").ok_or(missing)?;
    let token = section.get("aws_security_token").or_else(|| section.get("aws_session_token"));
    let token = token.filter(|token| !token.is_empty()).map(str::to_owned);
    Ok(Some(Credentials::new(key, secret, token, None, source)))
}
