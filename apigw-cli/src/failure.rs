//! Failures: what ends a command other than success, its exit status, and how it is told.

use std::path::Path;
use std::sync::OnceLock;

use apigw_cli_text::argparse::UsageError;
use apigw_cli_text::document::{Document, Map};

/// The name that the command has in messages: its own, or that of the command that it replaces where a link of that
/// name leads to it, so that scripts find the texts that they look for.
pub(crate) fn program() -> &'static str {
    const OTHER: &str = "aws";
    static NAME: OnceLock<&str> = OnceLock::new();
    NAME.get_or_init(|| {
        let called = std::env::args_os().next();
        let is_other = called.is_some_and(|path| Path::new(&path).file_stem().is_some_and(|name| name == OTHER));
        if is_other { OTHER } else { "apigw" }
    })
}

/// The usage block that follows errors of the command line.
fn usage() -> String {
    let name = program();
    format!(
        "usage: {name} [options] <command> <subcommand> [<subcommand> ...] [parameters]\n\
         To see help text, you can run:\n\n  {name} help\n  {name} <command> help\n  {name} <command> <subcommand> help\n"
    )
}

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
            Self::Usage(message) => Some(coded("ParamValidation", &format!("{message}\n\n{}", usage()))),
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
            Self::Usage(message) => format!("{}{message}\n\n{}", prefix("ParamValidation"), usage().trim_end()),
            Self::UnknownOptions(words) => {
                return format!("\n{}\n\n{}: [ERROR]: Unknown options: {}\n", usage(), program(), words.join(", "));
            }
            Self::Coded { code, message, .. } => format!("{}{}", prefix(code), message.trim()),
            Self::Service(error) => error.text(is_enhanced),
            Self::General(message) => message.trim().to_owned(),
            Self::Told(_) => return String::new(),
        };
        format!("\n{}: [ERROR]: {message}\n", program())
    }
}

impl From<UsageError> for Failure {
    fn from(error: UsageError) -> Self {
        Self::Usage(error.0)
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
                text.push_str(&apigw_cli_text::python::repr::plain(value));
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
