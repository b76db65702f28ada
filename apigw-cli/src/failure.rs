//! Failures: what ends a command other than success, with its exit status and its text.
//!
//! Nothing of the command may be imported here.

use std::path::Path;
use std::sync::OnceLock;

use apigw_cli_text::argparse::UsageError;
use apigw_cli_text::document::{Document, Map};

/// The name of the command in messages: `apigw`, or `aws` if the command was started through a link of that name, so that
/// scripts find the messages they look for.
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
    /// A check found errors, or a comparison found a breaking change.
    Breaking = 1,
    /// A file to be checked cannot be read.
    Unread = 2,
    /// The command line or a parameter is wrong.
    Usage = 252,
    /// The configuration is incomplete or invalid.
    Configuration = 253,
    /// The service replied with an error.
    Service = 254,
    /// Any other failure.
    General = 255,
}

/// The codes of failures that the AWS CLI has codes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    /// A parameter is wrong.
    ParamValidation,
    /// No region is configured.
    NoRegion,
    /// No credentials were found.
    NoCredentials,
    /// A setting has an invalid value.
    Configuration,
    /// The pager cannot be started.
    Pager,
}

impl Code {
    /// The code as messages show it.
    fn name(self) -> &'static str {
        match self {
            Self::ParamValidation => "ParamValidation",
            Self::NoRegion => "NoRegion",
            Self::NoCredentials => "NoCredentials",
            Self::Configuration => "Configuration",
            Self::Pager => "Pager",
        }
    }

    /// The exit status of a failure with this code.
    fn status(self) -> Status {
        match self {
            Self::ParamValidation => Status::Usage,
            Self::NoRegion | Self::NoCredentials | Self::Configuration | Self::Pager => Status::Configuration,
        }
    }
}

/// What ended a command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Failure {
    /// The command line is malformed; the usage block follows the message.
    Usage(UsageError),
    /// Words of the command line that no option or parameter takes.
    UnknownOptions(Vec<String>),
    /// The value of an option cannot be read.
    OptionValue {
        /// The name of the option, with or without its dashes, as the AWS CLI prints it.
        option: String,
        /// What is wrong with the value.
        problem: String,
    },
    /// A failure with a code.
    Coded {
        /// The code, which implies the exit status.
        code: Code,
        /// The message.
        message: String,
    },
    /// The service replied with an error.
    Service(Box<ServiceError>),
    /// A failure without a code.
    General(String),
    /// A failure that was reported already; only the status is left.
    AlreadyReported(Status),
}

/// An error with which the service replied.
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
    /// The members of the error's shape that the reply holds, in the order of the model.
    pub(crate) details: Map,
}

impl Failure {
    /// A parameter is wrong.
    pub(crate) fn parameters(message: impl Into<String>) -> Self {
        Self::coded(Code::ParamValidation, message)
    }

    /// The value of an option is wrong.
    pub(crate) fn option(name: &str, problem: impl Into<String>) -> Self {
        Self::OptionValue { option: name.to_owned(), problem: problem.into() }
    }

    /// A failure with a code.
    pub(crate) fn coded(code: Code, message: impl Into<String>) -> Self {
        Self::Coded { code, message: message.into() }
    }

    /// A failure without a code.
    pub(crate) fn general(message: impl Into<String>) -> Self {
        Self::General(message.into())
    }

    /// The exit status.
    pub(crate) fn status(&self) -> Status {
        match self {
            Self::Usage(_) | Self::UnknownOptions(_) => Status::Usage,
            Self::OptionValue { .. } | Self::Coded { .. } => self.code().map_or(Status::General, Code::status),
            Self::AlreadyReported(status) => *status,
            Self::Service(_) => Status::Service,
            Self::General(_) => Status::General,
        }
    }

    /// The code, if the AWS CLI has one for the failure and it is not the service's.
    pub(crate) fn code(&self) -> Option<Code> {
        match self {
            Self::Usage(_) | Self::OptionValue { .. } => Some(Code::ParamValidation),
            Self::Coded { code, .. } => Some(*code),
            Self::UnknownOptions(_) | Self::Service(_) | Self::General(_) | Self::AlreadyReported(_) => None,
        }
    }

    /// The message alone: without code, prefix and usage block. Errors of the service and failures that were reported have
    /// none.
    pub(crate) fn message(&self) -> Option<String> {
        Some(match self {
            Self::Usage(error) => error.to_string(),
            Self::UnknownOptions(words) => format!("Unknown options: {}", words.join(", ")),
            Self::OptionValue { option, problem } => format!("Error parsing parameter '{option}': {problem}"),
            Self::Coded { message, .. } | Self::General(message) => message.clone(),
            Self::Service(_) | Self::AlreadyReported(_) => return None,
        })
    }

    /// The failure as an object for the structured formats, if it has such a form.
    pub(crate) fn object(&self) -> Option<Document> {
        if let Self::Service(error) = self {
            return Some(error.object());
        }

        let (code, message) = (self.code()?, self.message()?);
        let message = if matches!(self, Self::Usage(_)) { format!("{message}\n\n{}", usage()) } else { message };
        Some(Document::Map([("Code", code.name()), ("Message", message.as_str())].into_iter().collect()))
    }

    /// The text for people, as it goes to standard error; `Verbosity` chooses the amount.
    pub(crate) fn text(&self, verbosity: Verbosity) -> String {
        let is_enhanced = verbosity == Verbosity::Enhanced;
        let message = match self {
            Self::UnknownOptions(words) => {
                return format!("\n{}\n\n{}: [ERROR]: Unknown options: {}\n", usage(), program(), words.join(", "));
            }
            Self::AlreadyReported(_) => return String::new(),
            Self::Service(error) => error.text(is_enhanced),
            Self::Usage(error) => format!("{error}\n\n{}", usage().trim_end()),
            Self::OptionValue { .. } | Self::Coded { .. } | Self::General(_) => {
                self.message().unwrap_or_default().trim().to_owned()
            }
        };

        let code = self.code().filter(|_| is_enhanced);
        let prefix = code.map(|code| format!("An error occurred ({}): ", code.name())).unwrap_or_default();
        format!("\n{}: [ERROR]: {prefix}{message}\n", program())
    }
}

impl From<UsageError> for Failure {
    fn from(error: UsageError) -> Self {
        Self::Usage(error)
    }
}

/// How detailed the text of a failure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Codes and details.
    Enhanced,
    /// The message alone.
    Legacy,
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
