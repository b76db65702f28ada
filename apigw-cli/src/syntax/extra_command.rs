//! How a command that the AWS CLI does not have is described: its forms, options and arguments.
//!
//! The parser (`extra_parser`), the help pages, the man pages and the completions all read this description.

use std::fmt::Write as _;

use super::extra_args::ExtraArgs;
use super::parsed_words::ParsedWords;

/// How many characters of options a usage line has room for.
const MAX_SHOWN: usize = 95;

/// A command that the AWS CLI does not have.
#[derive(Debug)]
pub(crate) struct ExtraCommand {
    /// The name.
    pub(crate) name: &'static str,
    /// What it does: a phrase in lower case without a full stop.
    pub(crate) about: &'static str,
    /// The ways to call it.
    pub(crate) forms: &'static [Form],
    /// What else a user needs to know: sentences, or nothing.
    pub(crate) notes: &'static str,
}

/// One way to call a command.
#[derive(Debug)]
pub(crate) struct Form {
    /// The word that selects the form: `import` in `apigw spec import`.
    pub(crate) action: Option<&'static str>,
    /// The options.
    pub(crate) options: &'static [ExtraOption],
    /// The arguments that stand without an option.
    pub(crate) arguments: &'static [Argument],
    /// Makes the typed arguments from the parsed words.
    pub(crate) read: fn(&ParsedWords) -> ExtraArgs,
}

/// An option of a form.
#[derive(Debug)]
pub(crate) struct ExtraOption {
    /// The name with its dashes.
    pub(crate) name: &'static str,
    /// The values that may follow.
    pub(crate) value: OptionValue,
    /// What it does: sentences.
    pub(crate) about: &'static str,
    /// Whether it is a global option, which the parser of global options reads.
    pub(crate) is_global: bool,
}

/// The values that may follow an option.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OptionValue {
    /// None.
    Flag,
    /// One.
    One(ValueKind),
    /// Any number.
    Many(ValueKind),
}

/// An argument that stands without an option.
#[derive(Debug)]
pub(crate) struct Argument {
    /// The name in lower case, as messages print it.
    pub(crate) name: &'static str,
    /// What it can be.
    pub(crate) value: ValueKind,
    /// How many there can be.
    pub(crate) count: Count,
}

/// How often an argument can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    /// Exactly once.
    One,
    /// At most once.
    Optional,
    /// At least once. Only the last argument of a form can be repeated.
    Many,
    /// Any number of times, as the last argument.
    Any,
}

/// What a value is, which completion needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueKind {
    /// The path of a file.
    File,
    /// The path of a folder.
    Folder,
    /// The path of a specification file, or `builtin`.
    Specification,
    /// The name of an operation on the command line.
    Operation,
    /// The name of an operation in the model.
    ModelName,
    /// The identifier of a rule.
    Rule,
    /// A JSON object.
    Json,
    /// An identifier that the service made.
    Identifier,
    /// What this placeholder says.
    Text(&'static str),
    /// An operation with its options, which take all that follows.
    Call,
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl Count {
    /// Whether the argument can be missing.
    pub(super) const fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::Any)
    }

    /// Whether the argument can be given more than once.
    pub(super) const fn is_repeated(self) -> bool {
        matches!(self, Self::Many | Self::Any)
    }
}

impl ExtraCommand {
    /// The forms as users write them, one a line.
    pub(crate) fn usage(&self) -> Vec<String> {
        self.forms.iter().map(|form| form.usage(self.name)).collect()
    }

    /// The options of all forms, without repetitions.
    pub(crate) fn options(&self) -> Vec<&'static ExtraOption> {
        let mut options: Vec<&'static ExtraOption> = Vec::new();
        for option in self.forms.iter().flat_map(|form| form.options) {
            if options.iter().all(|known| known.name != option.name) {
                options.push(option);
            }
        }
        options
    }

    /// The option of this name.
    pub(crate) fn option(&self, name: &str) -> Option<&'static ExtraOption> {
        self.forms.iter().flat_map(|form| form.options).find(|option| option.name == name)
    }
}

impl Form {
    /// The form as users write it. An option with any number of values comes last: it would take the arguments.
    fn usage(&self, command: &str) -> String {
        let mut usage = format!("apigw {command}");
        if let Some(action) = self.action {
            push(&mut usage, action);
        }

        let (greedy, plain): (Vec<_>, Vec<_>) =
            self.options.iter().partition(|option| matches!(option.value, OptionValue::Many(_)));

        let plain: Vec<String> = plain.into_iter().map(|option| format!("[{}]", option.usage())).collect();
        let plain = plain.join(" ");
        if plain.len() > MAX_SHOWN {
            push(&mut usage, "[options]");
        } else if !plain.is_empty() {
            push(&mut usage, &plain);
        }
        for argument in self.arguments {
            push(&mut usage, &argument.usage());
        }
        for option in greedy {
            push(&mut usage, &format!("[{}]", option.usage()));
        }
        usage
    }
}

fn push(usage: &mut String, word: &str) {
    // Writing to a string cannot fail.
    let _ = write!(usage, " {word}");
}

impl ExtraOption {
    /// An option of this command alone.
    pub(super) const fn new(name: &'static str, value: OptionValue, about: &'static str) -> Self {
        Self { name, value, about, is_global: false }
    }

    /// The option with a placeholder for its values.
    pub(crate) fn usage(&self) -> String {
        match self.value {
            OptionValue::Flag => self.name.to_owned(),
            OptionValue::One(kind) => format!("{} {}", self.name, kind.placeholder()),
            OptionValue::Many(kind) => format!("{} {}...", self.name, kind.placeholder()),
        }
    }

    /// What the values are, if the option takes any.
    pub(crate) fn kind(&self) -> Option<ValueKind> {
        match self.value {
            OptionValue::Flag => None,
            OptionValue::One(kind) | OptionValue::Many(kind) => Some(kind),
        }
    }
}

impl Argument {
    fn usage(&self) -> String {
        let placeholder = match self.value {
            ValueKind::Choice(_) | ValueKind::Call => self.value.placeholder(),
            _ => self.name.to_uppercase(),
        };
        match self.count {
            Count::One => placeholder,
            Count::Optional => format!("[{placeholder}]"),
            Count::Many => format!("{placeholder}..."),
            Count::Any => format!("[{placeholder}...]"),
        }
    }
}

impl ValueKind {
    /// What stands for a value in usage lines.
    fn placeholder(self) -> String {
        let name = match self {
            Self::File | Self::Specification => "FILE",
            Self::Folder => "FOLDER",
            Self::Operation => "OPERATION",
            Self::Call => "OPERATION [parameters]",
            Self::Text(placeholder) => placeholder,
            Self::ModelName => "NAME",
            Self::Rule => "RULE",
            Self::Json => "JSON",
            Self::Identifier => "ID",
            Self::Choice(words) => return words.join("|"),
        };
        name.to_owned()
    }
}
