//! Profiles: the settings of AWS's two configuration files under one name.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::file;
use crate::config::ini::{Section, parse};

/// How large a file may be, in bytes.
const LIMIT: u64 = 16 << 20;

/// The profile files as they were read: `~/.aws/config` and `~/.aws/credentials`, or the files that
/// `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name. A missing file counts as empty. Clones are cheap.
///
/// ```
/// use apigw_client::Profiles;
///
/// let profiles = Profiles::parse("[default]\n[profile staging]\n", "[old]\n")?;
/// assert_eq!(profiles.names().collect::<Vec<_>>(), ["default", "staging", "old"]);
/// # Ok::<(), apigw_client::ConfigError>(())
/// ```
#[derive(Clone, Default)]
pub struct Profiles {
    config: Arc<[Section]>,
    credentials: Arc<[Section]>,
}

impl Profiles {
    /// Reads the files that the environment names.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UnreadableFile`] if a file cannot be read or parsed.
    pub fn read(environment: &Environment) -> Result<Self, ConfigError> {
        let read = |variable, name| match path(environment, variable, name) {
            Some(path) => read_file(&path),
            None => Ok(Vec::new()),
        };
        Ok(Self {
            config: read("AWS_CONFIG_FILE", "config")?.into(),
            credentials: read("AWS_SHARED_CREDENTIALS_FILE", "credentials")?.into(),
        })
    }

    /// Parses the contents of the two files, for programs that store them elsewhere.
    ///
    /// ```
    /// use apigw_client::{Environment, Profiles};
    ///
    /// let profiles = Profiles::parse("[profile staging]\nregion = eu-central-1", "")?;
    /// let profile = profiles.select(Some("staging"), &Environment::empty())?;
    /// assert_eq!(profile.get("region"), Some("eu-central-1"));
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    pub fn parse(config: &str, credentials: &str) -> Result<Self, ConfigError> {
        let read = |text, name| sections(text, Path::new(name));
        Ok(Self { config: read(config, "config")?.into(), credentials: read(credentials, "credentials")?.into() })
    }

    /// The profile `name`, else the one that `AWS_PROFILE` or `AWS_DEFAULT_PROFILE` names, else `default`. A profile that
    /// is named but in neither file is an error; `default` need not exist.
    ///
    /// ```
    /// use apigw_client::{Environment, Profiles};
    ///
    /// let environment = Environment::empty();
    /// let profile = Profiles::read(&environment)?.select(None, &environment)?;
    /// assert_eq!(profile.name(), "default");
    /// assert_eq!(profile.get("region"), None);
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    pub fn select(&self, name: Option<&str>, environment: &Environment) -> Result<Profile, ConfigError> {
        let variable = |name| environment.get(name);
        let named = name.map(str::to_owned).or_else(|| variable("AWS_PROFILE"));
        let named = named.or_else(|| variable("AWS_DEFAULT_PROFILE"));
        let name = named.as_deref().unwrap_or("default");
        match self.find(name) {
            None if named.is_some() => Err(ConfigError::UnknownProfile { profile: name.to_owned() }),
            found => Ok(found.unwrap_or_else(|| Profile { name: name.to_owned(), ..Profile::default() })),
        }
    }

    /// The profile of this name, if it is in either file.
    pub(crate) fn find(&self, name: &str) -> Option<Profile> {
        let config = self.config.iter().rev().find(|section| is_profile(&section.header, name));
        let credentials = self.credentials.iter().find(|section| section.header == name);
        if config.is_none() && credentials.is_none() {
            return None;
        }
        let mut profile = Profile { name: name.to_owned(), ..Profile::default() };
        profile.config = config.cloned().unwrap_or_default();
        profile.credentials = credentials.cloned().unwrap_or_default();
        if let Some(services) = profile.get("services") {
            let found = self.config.iter().find(|section| label(&section.header, "services") == Some(services));
            profile.services = found.cloned();
        }
        Some(profile)
    }

    /// The names of all profiles, each once: those of the configuration file, then those of the credentials file alone.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<&str> = Vec::new();
        let config = self.config.iter().map(|section| section.header.as_str());
        let config =
            config.filter_map(|header| if header == "default" { Some(header) } else { label(header, "profile") });
        for name in config.chain(self.credentials.iter().map(|section| section.header.as_str())) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.into_iter()
    }
}

impl fmt::Debug for Profiles {
    /// Prints only the headers: settings can be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.config.iter().chain(self.credentials.iter()).map(|section| &section.header)).finish()
    }
}

/// The settings of one profile.
///
/// ```
/// use apigw_client::{Environment, Profiles};
///
/// let profiles = Profiles::parse("[default]\nregion = eu-central-1\noutput = json", "[default]\nregion = us-east-1")?;
/// let profile = profiles.select(None, &Environment::empty())?;
/// assert_eq!((profile.get("region"), profile.get("output")), (Some("us-east-1"), Some("json")));
/// # Ok::<(), apigw_client::ConfigError>(())
/// ```
#[derive(Clone, Default)]
pub struct Profile {
    name: String,
    config: Section,
    credentials: Section,
    services: Option<Section>,
}

impl Profile {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value of a setting (`region`, `output`); the credentials file comes first.
    pub fn get(&self, setting: &str) -> Option<&str> {
        self.credentials.get(setting).or_else(|| self.config.get(setting))
    }

    /// The settings of the credentials file alone.
    pub(crate) fn credentials(&self) -> &Section {
        &self.credentials
    }

    /// The settings of the configuration file alone.
    pub(crate) fn config(&self) -> &Section {
        &self.config
    }

    /// A setting for one service, from the `services` section that the profile names; a missing section is an error.
    pub(crate) fn service_setting(&self, service: &str, setting: &str) -> Result<Option<&str>, ConfigError> {
        match (&self.services, self.get("services")) {
            (Some(section), _) => Ok(section.nested(service, setting)),
            (None, None) => Ok(None),
            (None, Some(section)) => {
                Err(ConfigError::UnknownServices { profile: self.name.clone(), section: section.to_owned() })
            }
        }
    }
}

impl fmt::Debug for Profile {
    /// Prints only the name: settings can be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Profile").field(&self.name).finish()
    }
}

/// Whether a header of the configuration file belongs to the profile.
fn is_profile(header: &str, name: &str) -> bool {
    label(header, "profile") == Some(name) || (name == "default" && header == "default")
}

/// The name after the kind of a header: `[profile x]`, `[services "x y"]`.
fn label<'a>(header: &'a str, kind: &str) -> Option<&'a str> {
    let label = header.strip_prefix(kind)?;
    let label = label.strip_prefix(char::is_whitespace)?.trim();
    let unquoted = |quote: char| label.strip_prefix(quote)?.strip_suffix(quote);
    let unquoted = unquoted('"').or_else(|| unquoted('\''));
    unquoted.or_else(|| (!label.is_empty() && !label.contains(char::is_whitespace)).then_some(label))
}

/// The path of a file: the value of the variable, with `~` for the home directory, else the file in `.aws` there.
fn path(environment: &Environment, variable: &str, name: &str) -> Option<PathBuf> {
    match environment.get(variable) {
        Some(path) => match path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\'])) {
            Some(rest) => Some(environment.home()?.join(rest.trim_start_matches(['/', '\\']))),
            None => Some(PathBuf::from(path)),
        },
        None => Some(environment.home()?.join(".aws").join(name)),
    }
}

fn read_file(path: &Path) -> Result<Vec<Section>, ConfigError> {
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let unreadable = |reason: String| ConfigError::UnreadableFile { path: path.to_owned(), reason };
    let content = file::read(path, LIMIT).map_err(|error| unreadable(error.to_string()))?;
    let text = String::from_utf8(content).map_err(|_| unreadable("not UTF-8".to_owned()))?;
    sections(&text, path)
}

fn sections(text: &str, path: &Path) -> Result<Vec<Section>, ConfigError> {
    parse(text).map_err(|error| ConfigError::UnreadableFile {
        path: path.to_owned(),
        reason: format!("line {}: {}", error.line, error.reason),
    })
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_of_headers() {
        assert_eq!(label("profile x", "profile"), Some("x"));
        assert_eq!(label("profile \"x y\"", "profile"), Some("x y"));
        assert_eq!(label("profile  'x'", "profile"), Some("x"));
        assert_eq!(label("profile x y", "profile"), None);
        assert_eq!(label("profile", "profile"), None);
        assert_eq!(label("profiles x", "profile"), None);
    }
}
