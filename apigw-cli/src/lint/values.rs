//! Words that are the values of options, whatever the shell makes of them.

use apigw_cli_text::argparse::Takes;
use apigw_spec::Operation;

use super::invocation::Invocation;
use super::word::ShellWord;
use crate::syntax::{globals, operation};

impl Invocation {
    /// Takes an unquoted variable in the place of an option's value for that value: a script in which it is empty or
    /// several words does not work anyway.
    pub(super) fn settle_values(&mut self, operation: &'static Operation) {
        let globals = globals::described().map(|option| (option.name.to_owned(), option.takes));
        let options: Vec<(String, Takes)> = operation::options(operation).into_iter().chain(globals).collect();

        // How many of the next words are values.
        let mut awaited = 0;
        for word in &mut self.words {
            let text = word.word.head().to_owned();
            if text.starts_with("--") {
                let name = text.split('=').next().unwrap_or_default();
                awaited = match takes(name, &options) {
                    _ if text.contains('=') => {
                        settle(word);
                        0
                    }
                    Some(Takes::One(_) | Takes::OneOrNone(_)) => 1,
                    Some(Takes::Any) => usize::MAX,
                    _ => 0,
                };
            } else if awaited > 0 {
                awaited -= 1;
                settle(word);
            }
        }
    }
}

/// Makes one word of a word that may be several, unless it is a list.
fn settle(word: &mut ShellWord) {
    word.may_split &= word.is_list;
}

/// The words that may follow an option, by its name or the unique beginning of it.
fn takes(name: &str, options: &[(String, Takes)]) -> Option<Takes> {
    let exact = options.iter().find(|(known, _)| known == name);
    let mut longer = options.iter().filter(|(known, _)| name.len() > 2 && known.starts_with(name));
    let unique = longer.next().filter(|_| longer.next().is_none());
    exact.or(unique).map(|(_, takes)| *takes)
}
