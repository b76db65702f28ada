//! What stands before the cursor.

use apigw_cli_text::argparse::{Check, Takes};
use apigw_spec::Operation;

use crate::syntax::extra_command::{ExtraCommand, OptionValue};
use crate::syntax::extra_commands;
use crate::syntax::operation::{options, takes_files};
use crate::syntax::{catalog, globals};

/// The command of a line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Command {
    /// Help, on the command that comes next.
    Help,
    /// The name of the service; the operation is still to come.
    Service,
    /// An operation.
    Operation(&'static Operation),
    /// A command that the AWS CLI does not have.
    Extra(&'static ExtraCommand),
}

/// An option that a value can follow.
#[derive(Debug, Clone)]
pub(super) struct Awaited {
    /// The option.
    pub(super) name: String,
    /// The words that may follow it.
    pub(super) takes: Takes,
    /// Whether one has to follow.
    pub(super) is_needed: bool,
}

/// What stands before the cursor.
#[derive(Debug, Clone, Default)]
pub(super) struct CursorContext {
    /// The command.
    pub(super) command: Option<Command>,
    /// Whether the line names a command that does not exist.
    pub(super) is_lost: bool,
    /// The options given.
    pub(super) given: Vec<String>,
    /// The words after the command that belong to no option.
    pub(super) plain: Vec<String>,
    /// The option whose value the next word can be.
    pub(super) awaits: Option<Awaited>,
}

impl CursorContext {
    /// Reads the words before the cursor.
    pub(super) fn read(before: &[String]) -> Self {
        let mut context = Self::default();
        for word in before {
            context.push(word);
        }
        context
    }

    fn push(&mut self, word: &str) {
        if word.starts_with("--") {
            let (name, has_value) = word.split_once('=').map_or((word, false), |(name, _)| (name, true));
            self.given.push(name.to_owned());
            self.awaits = if has_value { None } else { self.awaited(name) };
            return;
        }
        if let Some(awaited) = &mut self.awaits {
            match awaited.takes {
                Takes::Any => awaited.is_needed = false,
                _ => self.awaits = None,
            }
            return;
        }
        match self.command {
            None if word == catalog::SERVICE => self.command = Some(Command::Service),
            None if word == catalog::HELP => self.command = Some(Command::Help),
            None | Some(Command::Service) => {
                let extra = extra_commands::named(word).filter(|_| self.command.is_none()).map(Command::Extra);
                self.command = extra.or_else(|| catalog::find(word).map(Command::Operation));
                self.is_lost |= self.command.is_none();
            }
            Some(_) => self.plain.push(word.to_owned()),
        }
    }

    /// The option of this name, if a value comes next.
    pub(super) fn awaited(&self, name: &str) -> Option<Awaited> {
        let globals = globals::described().map(|option| (option.name.to_owned(), option.takes));
        let of_operation = match self.command {
            Some(Command::Operation(operation)) => options(operation),
            _ => Vec::new(),
        };
        let takes = match self.command {
            Some(Command::Extra(extra)) => match extra.option(name)?.value {
                OptionValue::Flag => Takes::Nothing,
                OptionValue::One(_) => Takes::One(Check::Text),
                OptionValue::Many(_) => Takes::Any,
            },
            _ => of_operation.into_iter().chain(globals).find(|(known, _)| known == name)?.1,
        };
        let is_needed = match takes {
            Takes::Nothing | Takes::Stop | Takes::Attached => return None,
            Takes::One(_) | Takes::Any => true,
            Takes::OneOrNone(_) => false,
        };
        Some(Awaited { name: name.to_owned(), takes, is_needed })
    }

    /// Whether an option is given, or its opposite.
    pub(super) fn has(&self, name: &str) -> bool {
        let opposite = match name.strip_prefix("--no-") {
            Some(positive) => format!("--{positive}"),
            None => name.replacen("--", "--no-", 1),
        };
        self.given.iter().any(|given| *given == name || *given == opposite)
    }

    /// Whether the output file of a streaming operation is still to come.
    pub(super) fn lacks_outfile(&self, operation: &Operation) -> bool {
        !takes_files(operation) && self.plain.is_empty()
    }
}
