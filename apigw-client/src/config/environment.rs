//! The variables that configure a client: those of the process, or a separate set.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// The environment variables that a client reads.
///
/// Tests and programs that must not depend on the process use a separate set:
///
/// ```
/// use apigw_client::Environment;
///
/// let environment = Environment::from_iter([("AWS_REGION", "eu-central-1")]);
/// assert_eq!(environment.get("AWS_REGION").as_deref(), Some("eu-central-1"));
/// assert_eq!(environment.get("PATH"), None);
/// ```
#[derive(Clone, Default)]
pub struct Environment(VariableSource);

#[derive(Clone, Default)]
enum VariableSource {
    #[default]
    Process,
    Set(BTreeMap<String, String>),
}

impl Environment {
    /// The variables of this process, read on each access.
    pub fn process() -> Self {
        Self(VariableSource::Process)
    }

    /// No variables, so that no profile files are read either.
    pub fn empty() -> Self {
        Self(VariableSource::Set(BTreeMap::new()))
    }

    /// The value of a variable; `None` if it is not set or not Unicode. An empty value counts as set.
    pub fn get(&self, name: &str) -> Option<String> {
        match &self.0 {
            VariableSource::Process => std::env::var(name).ok(),
            VariableSource::Set(variables) => variables.get(name).cloned(),
        }
    }

    /// Whether the variables are those of the process.
    #[cfg(feature = "aws-config")]
    pub(crate) fn is_process(&self) -> bool {
        matches!(self.0, VariableSource::Process)
    }

    /// The home directory, which holds the profile files. Without `HOME`, that of the process is where the system's list
    /// of users has it.
    pub(crate) fn home(&self) -> Option<PathBuf> {
        let home = match &self.0 {
            VariableSource::Process => std::env::home_dir()?,
            VariableSource::Set(_) => self.get("HOME").or_else(|| self.get("USERPROFILE"))?.into(),
        };
        (!home.as_os_str().is_empty()).then_some(home)
    }

    /// Whether a variable is set to `true`, in any case; `None` if it is not set.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name).map(|value| is_true(&value))
    }
}

/// Whether a setting is true, as the AWS tools read it.
pub(crate) fn is_true(value: &str) -> bool {
    value.eq_ignore_ascii_case("true")
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Environment {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(variables: I) -> Self {
        Self(VariableSource::Set(variables.into_iter().map(|(name, value)| (name.into(), value.into())).collect()))
    }
}

impl fmt::Debug for Environment {
    /// Prints names only: values can be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            VariableSource::Process => f.write_str("Environment(process)"),
            VariableSource::Set(variables) => f.debug_set().entries(variables.keys()).finish(),
        }
    }
}
