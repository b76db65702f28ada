//! The profile files, read once per process.

use std::sync::OnceLock;

use apigw_client::{ConfigError, Environment, Profiles};

/// The profiles of the files that the environment names, or why they cannot be read.
pub(crate) fn profiles() -> Result<&'static Profiles, ConfigError> {
    static PROFILES: OnceLock<Result<Profiles, ConfigError>> = OnceLock::new();
    PROFILES.get_or_init(|| Profiles::read(&Environment::process())).as_ref().map_err(Clone::clone)
}
