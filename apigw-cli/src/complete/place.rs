//! Where on a command line the cursor is: what was said before it.

use apigw_cli_text::argparse::Takes;
use apigw_spec::Operation;

use crate::commands::{self, OwnCommand};
use crate::syntax::operation::{options, takes_files};
use crate::syntax::{catalog, globals};

/// The command that a line is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Command {
    /// The word that asks for help, on what comes next.
    Help,
    /// The name of the service; the operation is still to come.
    Service,
    /// An operation.
    Operation(&'static Operation),
    /// One of this command's own.
    Own(&'static OwnCommand),
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

/// What was said before the cursor.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// The command.
    pub(super) command: Option<Command>,
    /// Whether the line is about something that does not exist.
    pub(super) is_lost: bool,
    /// The options given.
    pub(super) given: Vec<String>,
    /// The words after the command that belong to no option.
    pub(super) plain: Vec<String>,
    /// The option whose value the next word can be.
    pub(super) awaits: Option<Awaited>,
}

impl Place {
    /// Reads the words before the cursor.
    pub(super) fn find(before: &[String]) -> Self {
        let mut place = Self::default();
        for word in before {
            place.read(word);
        }
        place
    }

    fn read(&mut self, word: &str) {
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
                let own = commands::named(word).filter(|_| self.command.is_none()).map(Command::Own);
                self.command = own.or_else(|| catalog::find(word).map(Command::Operation));
                self.is_lost |= self.command.is_none();
            }
            Some(_) => self.plain.push(word.to_owned()),
        }
    }

    /// The option of this name as one whose value comes next, if it takes one.
    pub(super) fn awaited(&self, name: &str) -> Option<Awaited> {
        let globals = globals::described().map(|option| (option.name.to_owned(), option.takes));
        let of_operation = match self.command {
            Some(Command::Operation(operation)) => options(operation),
            _ => Vec::new(),
        };
        let takes = match self.command {
            Some(Command::Own(own)) => super::own_command::takes(own, name)?,
            _ => of_operation.into_iter().chain(globals).find(|(known, _)| known == name)?.1,
        };
        let is_needed = match takes {
            Takes::Nothing | Takes::Stop => return None,
            Takes::One(_) | Takes::Any => true,
            Takes::OneOrNone(_) => false,
        };
        Some(Awaited { name: name.to_owned(), takes, is_needed })
    }

    /// Whether an option was given, or what would undo it.
    pub(super) fn has(&self, name: &str) -> bool {
        let opposite = match name.strip_prefix("--no-") {
            Some(positive) => format!("--{positive}"),
            None => name.replacen("--", "--no-", 1),
        };
        self.given.iter().any(|given| *given == name || *given == opposite)
    }

    /// Whether the file for the answer of a streaming operation is still to be named.
    pub(super) fn lacks_outfile(&self, operation: &Operation) -> bool {
        !takes_files(operation) && self.plain.is_empty()
    }
}
