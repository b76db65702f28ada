//! Why words of a command line are rejected.

use std::fmt;

use crate::python::repr;

/// Why words are rejected. `Display` gives the message of the AWS CLI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageError {
    /// The option or positional that is rejected, if it is one.
    pub argument: Option<String>,
    /// What is wrong with it.
    pub kind: UsageErrorKind,
}

/// What is wrong with an option or positional.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UsageErrorKind {
    /// The name is a beginning of several names: these.
    Ambiguous(Vec<String>),
    /// A value is given to an option that takes none.
    UnexpectedValue(String),
    /// The value is missing.
    MissingValue,
    /// The value is no whole number.
    InvalidInteger(String),
    /// The value is not among the choices.
    InvalidChoice {
        /// The value.
        value: String,
        /// The choices that resemble it, the nearest first.
        near: Vec<String>,
    },
    /// Arguments with these names are missing.
    Required(Vec<String>),
}

impl UsageError {
    /// The arguments with these names are missing.
    pub fn required(names: Vec<String>) -> Self {
        Self { argument: None, kind: UsageErrorKind::Required(names) }
    }
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let argument = self.argument.as_deref().unwrap_or_default();
        match &self.kind {
            UsageErrorKind::Ambiguous(names) => {
                write!(f, "ambiguous option: {argument} could match {}", names.join(", "))
            }
            UsageErrorKind::UnexpectedValue(value) => {
                write!(f, "argument {argument}: ignored explicit argument {}", repr::text(value))
            }
            UsageErrorKind::MissingValue => write!(f, "argument {argument}: expected one argument"),
            UsageErrorKind::InvalidInteger(value) => {
                write!(f, "argument {argument}: invalid int value: {}", repr::text(value))
            }
            UsageErrorKind::InvalidChoice { value, near } => {
                write!(f, "argument {argument}: Found invalid choice {}", repr::text(value))?;
                match near.as_slice() {
                    [] => f.write_str("\n"),
                    near => write!(f, "\n\nMaybe you meant:\n\n  * {}", near.join("\n  * ")),
                }
            }
            UsageErrorKind::Required(names) => {
                write!(f, "the following arguments are required: {}", names.join(", "))
            }
        }
    }
}

impl std::error::Error for UsageError {}
