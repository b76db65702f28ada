//! The configuration of the client, from the command line.

use std::time::Duration;

use apigw_client::{Client, ClientBuilder, ConfigError, Endpoint};
use apigw_spec::Operation;

use crate::config::profiles::profiles;
use crate::syntax::catalog;
use crate::syntax::globals::Globals;

/// A builder with the settings that the command line gives.
pub(crate) fn builder(operation: &Operation, globals: &Globals) -> ClientBuilder {
    // Log analysis identifies the AWS CLI's calls by this part.
    let command = format!("md/command#{}.{}", catalog::SERVICE, catalog::name(operation));
    let mut builder = Client::builder().user_agent_part(command);

    #[cfg(feature = "fetched-credentials")]
    {
        builder = builder.mfa_prompt(crate::terminal::mfa::ask);
        // The AWS CLI's own folder, so that a code is prompted for once and not by each command.
        // It is found where the configuration is.
        if let Some(home) = std::env::home_dir().filter(|home| !home.as_os_str().is_empty()) {
            builder = builder.role_cache(home.join(".aws").join("cli").join("cache"));
        }
    }

    // Otherwise the client reads them, and reports why it cannot.
    if let Ok(profiles) = profiles() {
        builder = builder.profiles(profiles.clone());
    }
    if let Some(profile) = &globals.profile {
        builder = builder.profile(profile);
    }
    if let Some(region) = &globals.region {
        builder = builder.region(region);
    }
    if let Some(url) = &globals.endpoint_url {
        builder = builder.endpoint_url(url);
    }
    if globals.is_unsigned {
        builder = builder.unsigned();
    }
    if let Some(seconds) = globals.connect_timeout {
        builder = builder.connect_timeout(Duration::from_secs(seconds));
    }
    if let Some(seconds) = globals.read_timeout {
        builder = builder.read_timeout(Duration::from_secs(seconds));
    }
    builder
}

/// The endpoint that requests would be sent to. No client is built, and no credentials are needed.
pub(crate) fn endpoint(operation: &Operation, globals: &Globals) -> Result<Endpoint, ConfigError> {
    builder(operation, globals).unsigned().resolve_endpoint(operation.service)
}
