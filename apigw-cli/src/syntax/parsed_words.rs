//! The parsed words of a command that the AWS CLI does not have.

/// The words of one call by the names of options and arguments.
#[derive(Debug, Default)]
pub(crate) struct ParsedWords {
    /// The values of each option that is given.
    pub(super) options: Vec<(&'static str, Vec<String>)>,
    /// The values of each argument of the form.
    pub(super) arguments: Vec<(&'static str, Vec<String>)>,
}

impl ParsedWords {
    /// Whether an option is given.
    pub(super) fn has(&self, option: &str) -> bool {
        self.options.iter().any(|(name, _)| *name == option)
    }

    /// The values of an option; the last one given counts.
    pub(super) fn option_values(&self, option: &str) -> Vec<String> {
        let given = self.options.iter().rev().find(|(name, _)| *name == option);
        given.map(|(_, values)| values.clone()).unwrap_or_default()
    }

    /// The values of an option that can be repeated.
    pub(super) fn all_values(&self, option: &str) -> Vec<String> {
        self.options.iter().filter(|(name, _)| *name == option).flat_map(|(_, values)| values.clone()).collect()
    }

    /// The value of an option; the last one given counts.
    pub(super) fn option(&self, option: &str) -> Option<&str> {
        let given = self.options.iter().rev().find(|(name, _)| *name == option);
        given.and_then(|(_, values)| values.first()).map(String::as_str)
    }

    /// All values of an argument.
    pub(super) fn arguments(&self, argument: &str) -> Vec<String> {
        let given = self.arguments.iter().find(|(name, _)| *name == argument);
        given.map(|(_, values)| values.clone()).unwrap_or_default()
    }

    /// The value of an argument that is given exactly once.
    pub(super) fn argument(&self, argument: &str) -> String {
        self.arguments(argument).into_iter().next().unwrap_or_default()
    }
}
