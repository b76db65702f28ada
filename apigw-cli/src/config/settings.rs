//! The settings of the command from the environment and the profile. The client reads its own.

use apigw_cli_text::format::Format;
use apigw_cli_text::visible;
use apigw_client::{ConfigError, Environment, Profile};

use crate::config::profiles::profiles;
use crate::config::timestamps::Timestamps;
use crate::failure::{Code, Failure};
use crate::syntax::choices::{BinaryFormat, ErrorFormat};
use crate::syntax::globals::Globals;

/// The environment and the selected profile.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) environment: Environment,
    pub(crate) profile: Profile,
}

impl Settings {
    /// Selects the profile from the profile files.
    pub(crate) fn read(globals: &Globals) -> Result<Self, Failure> {
        let environment = Environment::process();
        let profile = selected(globals, &environment).map_err(failure)?;
        Ok(Self { environment, profile })
    }

    /// The output format, from the option, the environment or the profile.
    pub(crate) fn output(&self, globals: &Globals) -> Result<Format, Failure> {
        if let Some(format) = globals.output {
            return Ok(format);
        }
        let variable = self.environment.get("AWS_DEFAULT_OUTPUT");
        let name = variable.or_else(|| self.profile.get("output").map(str::to_owned));
        name.map_or(Ok(Format::Json), |name| {
            Format::named(&name).ok_or_else(|| Failure::general(format!("Unknown output type: {name}")))
        })
    }

    /// How the strings of blobs are read.
    pub(crate) fn binary_format(&self, globals: &Globals) -> Result<BinaryFormat, Failure> {
        if let Some(format) = globals.binary_format {
            return Ok(format);
        }
        let Some(name) = self.profile.get("cli_binary_format") else { return Ok(BinaryFormat::Base64) };
        BinaryFormat::named(name).ok_or_else(|| Failure::general(format!("Unknown cli_binary_format value: {name}")))
    }

    /// How timestamps are printed.
    pub(crate) fn timestamps(&self) -> Result<Timestamps, Failure> {
        let Some(name) = self.profile.get("cli_timestamp_format") else { return Ok(Timestamps::Iso) };
        Timestamps::named(name).ok_or_else(|| {
            let valid = "valid values are \"wire\" or \"iso8601\"";
            Failure::coded(Code::Configuration, format!("Unknown cli_timestamp_format value: {name}, {valid}"))
        })
    }

    /// How many attempts a call has, the first included. The client rejects an invalid number.
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

/// The profile that the option or the environment selects.
fn selected(globals: &Globals, environment: &Environment) -> Result<Profile, ConfigError> {
    profiles()?.select(globals.profile.as_deref(), environment)
}

/// The error format, from the option, the environment or the profile. An unknown one is ignored.
pub(crate) fn error_format(globals: &Globals) -> ErrorFormat {
    if let Some(format) = globals.error_format {
        return format;
    }
    let environment = Environment::process();
    let setting = || selected(globals, &environment).ok()?.get("cli_error_format").map(str::to_owned);
    let name = environment.get("AWS_CLI_ERROR_FORMAT").or_else(setting);
    name.and_then(|name| ErrorFormat::named(&name)).unwrap_or(ErrorFormat::Enhanced)
}

/// The failure for an error of the configuration, in the words of the AWS CLI.
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
            let path = path.to_string_lossy();
            Failure::general(format!("Unable to parse config file: {} ({reason})", visible::name(&path)))
        }
        ConfigError::InvalidCaBundle { path, reason } => Failure::general(format!(
            "Unable to use the CA bundle: {} ({reason}); name a PEM file with certificates",
            visible::name(&path.to_string_lossy())
        )),
        other => Failure::general(other.to_string()),
    }
}

/// Whether a failure shows only when a request is signed, after everything else was checked.
pub(crate) fn shows_late(failure: &Failure) -> bool {
    failure.code() == Some(Code::NoCredentials)
}
