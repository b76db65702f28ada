//! Settings of the command from the environment and the profile: what the client does not need to know.

use apigw_cli_text::format::Format;
use apigw_client::{ConfigError, Environment, Profile, Profiles};

use crate::config::binary_format::BinaryFormat;
use crate::config::timestamps::Timestamps;
use crate::failure::{Code, Failure};
use crate::syntax::globals::{self, Globals};

/// The environment and the profile that the command runs with.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) environment: Environment,
    pub(crate) profile: Profile,
}

impl Settings {
    /// Reads the files.
    pub(crate) fn read(globals: &Globals) -> Result<Self, Failure> {
        let environment = Environment::process();
        let profiles = Profiles::read(&environment).map_err(failure)?;
        let profile = profiles.select(globals.profile.as_deref(), &environment).map_err(failure)?;
        Ok(Self { environment, profile })
    }

    /// The output format: the option's, the environment's or the profile's.
    pub(crate) fn output(&self, globals: &Globals) -> Result<Format, Failure> {
        let variable = || self.environment.get("AWS_DEFAULT_OUTPUT");
        let setting = || self.profile.get("output").map(str::to_owned);
        let name = globals.output.clone().or_else(variable).or_else(setting).unwrap_or_else(|| "json".to_owned());
        Format::named(&name).ok_or_else(|| Failure::general(format!("Unknown output type: {name}")))
    }

    /// How the text of blobs is meant.
    pub(crate) fn binary_format(&self, globals: &Globals) -> Result<BinaryFormat, Failure> {
        match globals.binary_format.as_deref().or_else(|| self.profile.get("cli_binary_format")) {
            None | Some("base64") => Ok(BinaryFormat::Base64),
            Some("raw-in-base64-out") => Ok(BinaryFormat::Raw),
            Some(other) => Err(Failure::general(format!("Unknown cli_binary_format value: {other}"))),
        }
    }

    /// How timestamps are printed.
    pub(crate) fn timestamps(&self) -> Result<Timestamps, Failure> {
        match self.profile.get("cli_timestamp_format") {
            None | Some("iso8601") => Ok(Timestamps::Iso),
            Some("wire" | "none") => Ok(Timestamps::Wire),
            Some(other) => Err(Failure::coded(
                Code::Configuration,
                format!("Unknown cli_timestamp_format value: {other}, valid values are \"wire\" or \"iso8601\""),
            )),
        }
    }

    /// How many attempts a call has, the first included. What is no such number ends the command elsewhere.
    pub(crate) fn max_attempts(&self) -> u32 {
        let variable = self.environment.get("AWS_MAX_ATTEMPTS").filter(|value| !value.is_empty());
        let text = variable.or_else(|| self.profile.get("max_attempts").map(str::to_owned));
        text.and_then(|text| text.trim().parse().ok()).unwrap_or(3)
    }

    /// Whether parameters are validated before they are sent.
    pub(crate) fn validates(&self) -> bool {
        let setting = self.profile.get("parameter_validation");
        setting.is_none_or(|setting| setting.eq_ignore_ascii_case("true"))
    }
}

/// The error format: the option's, the environment's or the profile's; an unknown one counts as none.
pub(crate) fn error_format(globals: &Globals) -> String {
    let environment = Environment::process();
    let profile = || {
        let profiles = Profiles::read(&environment).ok()?;
        let profile = profiles.select(globals.profile.as_deref(), &environment).ok()?;
        profile.get("cli_error_format").map(str::to_owned)
    };
    let variable = || environment.get("AWS_CLI_ERROR_FORMAT");
    let name = globals.error_format.clone().or_else(variable).or_else(profile);
    name.filter(|name| globals::ERROR_FORMATS.contains(&name.as_str())).unwrap_or_else(|| "enhanced".to_owned())
}

/// The failure that a problem of the configuration is.
pub(crate) fn failure(error: ConfigError) -> Failure {
    match error {
        ConfigError::NoRegion => Failure::coded(
            Code::NoRegion,
            "You must specify a region. You can also configure your region by running \"aws configure\".",
        ),
        ConfigError::NoCredentials => Failure::coded(
            Code::NoCredentials,
            "Unable to locate credentials. You can configure credentials by running \"aws login\".",
        ),
        ConfigError::InvalidRegion { region } => {
            Failure::general(format!("Provided region_name '{region}' doesn't match a supported format."))
        }
        ConfigError::PartialCredentials { source, missing } => {
            Failure::general(format!("Partial credentials found in {source}, missing: {missing}"))
        }
        ConfigError::UnknownProfile { profile } => {
            Failure::general(format!("The config profile ({profile}) could not be found"))
        }
        ConfigError::InvalidEndpoint { url } => Failure::general(format!("Invalid endpoint: {url}")),
        ConfigError::UnreadableFile { path, reason } => {
            Failure::general(format!("Unable to parse config file: {} ({reason})", path.display()))
        }
        other => Failure::general(other.to_string()),
    }
}

/// Whether a problem shows only when a request is to be signed, after everything else was found in order.
pub(crate) fn shows_late(failure: &Failure) -> bool {
    failure.code() == Some(Code::NoCredentials)
}
