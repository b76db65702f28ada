//! A candidate for the word at the cursor.

/// A word that can stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The whole word.
    pub(super) value: String,
    /// Its description, which can be empty.
    pub(super) about: String,
}

impl Candidate {
    /// A word without a description.
    pub(super) fn new(value: impl Into<String>) -> Self {
        Self { value: value.into(), about: String::new() }
    }

    /// A word with a description.
    pub(super) fn with(value: impl Into<String>, about: &str) -> Self {
        Self { value: value.into(), about: about.to_owned() }
    }

    /// The line that scripts read. The description is printed without backticks.
    pub(super) fn line(&self) -> String {
        let tabulator = if self.about.is_empty() { "" } else { "\t" };
        format!("{}{tabulator}{}\n", self.value, self.about.replace('`', ""))
    }
}
