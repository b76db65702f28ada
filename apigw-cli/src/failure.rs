//! Failures: what ends a command other than success, its exit status, and how it is told.

use crate::document::{Document, Map};

/// The usage block that follows errors of the command line. Scripts compare it, so it keeps the name of the command
/// that this one replaces.
pub(crate) const USAGE: &str = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\n\
    To see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

/// The exit statuses besides success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// What was compared differs in a way that breaks somebody.
    Breaking = 1,
    /// The command line or a parameter is wrong.
    Usage = 252,
    /// The configuration does not suffice.
    Configuration = 253,
    /// The service answered with an error.
    Service = 254,
    /// Anything else.
    General = 255,
}

/// What ended a command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Failure {
    /// The command line is malformed; the usage block follows the message.
    Usage(String),
    /// Words of the command line that mean nothing.
    UnknownOptions(Vec<String>),
    /// A problem with a code of its own (`ParamValidation`, `NoRegion`).
    Coded {
        /// The exit status.
        status: Status,
        /// The code.
        code: &'static str,
        /// The message.
        message: String,
    },
    /// The service answered with an error.
    Service(Box<ServiceError>),
    /// Everything that has no code.
    General(String),
    /// A check of this command's own found something and has told it already.
    Told(Status),
}

/// An error of the service.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ServiceError {
    /// The code (`NotFoundException`).
    pub(crate) code: String,
    /// The message, empty if there is none.
    pub(crate) message: String,
    /// The name of the operation.
    pub(crate) operation: &'static str,
    /// How many retries were made before giving up, if they were exhausted.
    pub(crate) exhausted_retries: Option<u32>,
    /// The members of the error's shape that the answer holds, in the order of the model.
    pub(crate) details: Map,
}

impl Failure {
    /// A parameter is wrong.
    pub(crate) fn parameters(message: impl Into<String>) -> Self {
        Self::Coded { status: Status::Usage, code: "ParamValidation", message: message.into() }
    }

    /// The value of an option is wrong.
    pub(crate) fn option(name: &str, message: impl std::fmt::Display) -> Self {
        Self::parameters(format!("Error parsing parameter '{name}': {message}"))
    }

    /// The configuration does not suffice.
    pub(crate) fn configuration(code: &'static str, message: impl Into<String>) -> Self {
        Self::Coded { status: Status::Configuration, code, message: message.into() }
    }

    /// A failure without a code.
    pub(crate) fn general(message: impl Into<String>) -> Self {
        Self::General(message.into())
    }

    /// The exit status.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Usage(_) | Self::UnknownOptions(_) => Status::Usage,
            Self::Coded { status, .. } | Self::Told(status) => *status,
            Self::Service(_) => Status::Service,
            Self::General(_) => Status::General,
        }
    }

    /// The failure as an object for the structured formats, if it has such a form.
    pub(crate) fn object(&self) -> Option<Document> {
        match self {
            Self::Usage(message) => Some(coded("ParamValidation", &format!("{message}\n\n{USAGE}"))),
            Self::Coded { code, message, .. } => Some(coded(code, message)),
            Self::Service(error) => Some(error.object()),
            Self::UnknownOptions(_) | Self::General(_) | Self::Told(_) => None,
        }
    }

    /// The text for people, as it goes to standard error; `Verbosity` chooses the amount.
    pub(crate) fn text(&self, verbosity: Verbosity) -> String {
        let is_enhanced = verbosity == Verbosity::Enhanced;
        let prefix = |code: &str| if is_enhanced { format!("An error occurred ({code}): ") } else { String::new() };
        let message = match self {
            Self::Usage(message) => format!("{}{message}\n\n{}", prefix("ParamValidation"), USAGE.trim_end()),
            Self::UnknownOptions(words) => {
                return format!("\n{USAGE}\n\naws: [ERROR]: Unknown options: {}\n", words.join(", "));
            }
            Self::Coded { code, message, .. } => format!("{}{}", prefix(code), message.trim()),
            Self::Service(error) => error.text(is_enhanced),
            Self::General(message) => message.trim().to_owned(),
            Self::Told(_) => return String::new(),
        };
        format!("\naws: [ERROR]: {message}\n")
    }
}

/// How much the text of a failure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Codes and details.
    Enhanced,
    /// The message alone.
    Legacy,
}

fn coded(code: &str, message: &str) -> Document {
    Document::Map([("Code", code), ("Message", message)].into_iter().collect())
}

impl ServiceError {
    fn text(&self, is_enhanced: bool) -> String {
        let retries = self.exhausted_retries.map(|count| format!(" (reached max retries: {count})"));
        let mut text = format!(
            "An error occurred ({}) when calling the {} operation{}: {}",
            self.code,
            self.operation,
            retries.unwrap_or_default(),
            self.message
        );
        text.truncate(text.trim_end().len());
        let details: Vec<_> = self.details.iter().filter(|(name, _)| !is_message(name)).collect();
        if is_enhanced && !details.is_empty() {
            text.push_str("\n\nAdditional error details:");
            for (name, value) in details {
                text.push('\n');
                text.push_str(name);
                text.push_str(": ");
                text.push_str(&crate::python::repr::plain(value));
            }
        }
        text
    }

    fn object(&self) -> Document {
        let mut map: Map = [("Message", self.message.as_str()), ("Code", self.code.as_str())].into_iter().collect();
        for (name, value) in self.details.iter() {
            map.insert(name, value.clone());
        }
        Document::Map(map)
    }
}

/// Whether a member of an error shape repeats the message.
fn is_message(name: &str) -> bool {
    name.eq_ignore_ascii_case("message") || name.eq_ignore_ascii_case("code")
}
