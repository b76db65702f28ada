//! Words sorted into options and positionals, one stage at a time.

use crate::argparse::usage_error::{UsageError, UsageErrorKind};
use crate::python::close_matches::close_matches;
use crate::python::number;
use crate::word::Word;

/// An option as one stage knows it.
#[derive(Debug, Clone)]
pub struct Flag<K> {
    /// The name with its dashes: `--region`.
    pub name: String,
    /// What the stage's owner calls it.
    pub key: K,
    /// The words that may follow.
    pub takes: Takes,
    /// Whether the command line must have it.
    pub is_required: bool,
    /// Whether a unique beginning of the name will do. Options that the AWS CLI does not have must be written out, so
    /// that they make no beginning ambiguous that is not so there.
    pub has_prefixes: bool,
}

/// The words that may follow an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// None; what it means is in the name.
    Nothing,
    /// None, and nothing after it is looked at.
    Stop,
    /// Exactly one.
    One(Check),
    /// One or none.
    OneOrNone(Check),
    /// One after `=`, or none; the word after it is another.
    Attached,
    /// Any number.
    Any,
}

/// What is checked of a word at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Nothing.
    Text,
    /// That it is a whole number.
    Integer,
    /// That it is one of these.
    Choice(&'static [&'static str]),
}

/// A positional as one stage knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Positional {
    /// The name, as messages say it.
    pub name: &'static str,
    /// Whether the command line must have it.
    pub is_required: bool,
}

/// What one stage found.
#[derive(Debug, Clone)]
pub struct Found<K> {
    /// The options in the order of the command line; the last one of a name counts.
    pub options: Vec<(K, Vec<Word>)>,
    /// The positionals, as many as the stage knows.
    pub positionals: Vec<Option<Word>>,
    /// The words that the stage does not know.
    pub rest: Vec<Word>,
    /// Whether an option ended the stage early.
    pub is_stopped: bool,
    /// The names of the required arguments that are missing.
    pub missing: Vec<String>,
}

impl<K> Found<K> {
    /// Fails if a required argument is missing.
    pub fn require_all(self) -> Result<Self, UsageError> {
        if self.missing.is_empty() { Ok(self) } else { Err(UsageError::required(self.missing)) }
    }
}

/// Runs one stage over the words.
pub fn sort<K: Clone>(flags: &[Flag<K>], positionals: &[Positional], words: &[Word]) -> Result<Found<K>, UsageError> {
    sort_partial(flags, positionals, words)?.require_all()
}

/// Runs one stage over words that need not be all of the command line: a missing argument is no failure.
pub fn sort_partial<K: Clone>(
    flags: &[Flag<K>],
    positionals: &[Positional],
    words: &[Word],
) -> Result<Found<K>, UsageError> {
    Stage { flags, positionals, words, classes: classify(flags, words)?, check: |_| Ok(()) }.run()
}

/// Runs one stage over the words; those of positionals are checked as they are met, before anything after them.
pub fn sort_checked<K: Clone>(
    flags: &[Flag<K>],
    positionals: &[Positional],
    words: &[Word],
    check: fn(&str) -> Result<(), UsageError>,
) -> Result<Found<K>, UsageError> {
    Stage { flags, positionals, words, classes: classify(flags, words)?, check }.run()?.require_all()
}

/// What a word is at first sight.
#[derive(Debug, Clone, PartialEq)]
enum ArgumentClass {
    /// A value or positional.
    Plain,
    /// The first `--`.
    Separator,
    /// An option that the stage knows, with the value after `=`.
    Known(usize, Option<Word>),
    /// An option that it does not know.
    Unknown,
}

fn classify<K>(flags: &[Flag<K>], words: &[Word]) -> Result<Vec<ArgumentClass>, UsageError> {
    let mut classes = Vec::with_capacity(words.len());
    let mut is_open = true;
    for word in words {
        classes.push(match word.text() {
            _ if !is_open => ArgumentClass::Plain,
            Some("--") => {
                is_open = false;
                ArgumentClass::Separator
            }
            _ => class_of(flags, word)?,
        });
    }
    Ok(classes)
}

fn class_of<K>(flags: &[Flag<K>], word: &Word) -> Result<ArgumentClass, UsageError> {
    if !word.starts_with("-") || *word == "-" {
        return Ok(ArgumentClass::Plain);
    }
    let exact = |name: &str| flags.iter().position(|flag| flag.name == name);
    if let Some(index) = word.text().and_then(exact) {
        return Ok(ArgumentClass::Known(index, None));
    }

    let otherwise = || {
        let is_plain = word.text().is_some_and(is_negative_number) || word.contains(" ");
        if is_plain { ArgumentClass::Plain } else { ArgumentClass::Unknown }
    };
    let (name, value) = match (word.split_once('='), word.text()) {
        (Some((name, value)), _) => (name, Some(value)),
        (None, Some(name)) => (name, None),
        // No option has a name of which a part is unknown.
        (None, None) => return Ok(otherwise()),
    };
    if let Some(index) = exact(name) {
        return Ok(ArgumentClass::Known(index, value));
    }

    let longer = |flag: &&Flag<K>| name.starts_with("--") && flag.has_prefixes && flag.name.starts_with(name);
    let matches: Vec<&str> = flags.iter().filter(longer).map(|flag| flag.name.as_str()).collect();
    match matches.as_slice() {
        [] => Ok(otherwise()),
        [only] => Ok(exact(only).map_or(ArgumentClass::Unknown, |index| ArgumentClass::Known(index, value))),
        several => {
            let kind = UsageErrorKind::Ambiguous(several.iter().map(|name| (*name).to_owned()).collect());
            Err(UsageError { argument: Some(word.to_string()), kind })
        }
    }
}

/// `-5`, `-2.5`, `-.5`.
fn is_negative_number(word: &str) -> bool {
    let Some(number) = word.strip_prefix('-') else { return false };
    let are_digits = |text: &str| !text.is_empty() && text.chars().all(char::is_numeric);
    match number.split_once('.') {
        Some((whole, fraction)) => (whole.is_empty() || are_digits(whole)) && are_digits(fraction),
        None => are_digits(number),
    }
}

struct Stage<'s, K> {
    flags: &'s [Flag<K>],
    positionals: &'s [Positional],
    words: &'s [Word],
    classes: Vec<ArgumentClass>,
    check: fn(&str) -> Result<(), UsageError>,
}

impl<K: Clone> Stage<'_, K> {
    fn run(&self) -> Result<Found<K>, UsageError> {
        let mut found = Found {
            options: Vec::new(),
            positionals: Vec::new(),
            rest: Vec::new(),
            is_stopped: false,
            missing: Vec::new(),
        };
        let mut seen = vec![false; self.flags.len()];
        let mut at = 0;
        while let Some(next) = self.next_option(at) {
            if at != next {
                let end = self.take_positionals(at, &mut found)?;
                if end > at {
                    at = end;
                    continue;
                }
            }
            found.rest.extend(self.words.get(at..next).unwrap_or_default().iter().cloned());
            at = self.take_option(next, &mut found, &mut seen)?;
            if found.is_stopped {
                return Ok(found);
            }
        }

        let end = self.take_positionals(at, &mut found)?;
        found.rest.extend(self.words.get(end..).unwrap_or_default().iter().cloned());
        found.missing = self.missing(&found, &seen);
        found.positionals.resize(self.positionals.len(), None);
        Ok(found)
    }

    fn class(&self, at: usize) -> Option<&ArgumentClass> {
        self.classes.get(at)
    }

    fn next_option(&self, from: usize) -> Option<usize> {
        let rest = self.classes.get(from..)?;
        let offset =
            rest.iter().position(|class| matches!(class, ArgumentClass::Known(..) | ArgumentClass::Unknown))?;
        Some(from + offset)
    }

    /// Gives the plain words from `at` to the positionals that are still without one, and returns where it stopped.
    fn take_positionals(&self, at: usize, found: &mut Found<K>) -> Result<usize, UsageError> {
        let mut at = at;
        while let Some(positional) = self.positionals.get(found.positionals.len()) {
            let mut end = self.skip_separator(at);
            let word = if self.class(end) == Some(&ArgumentClass::Plain) { self.words.get(end).cloned() } else { None };
            if word.is_none() && positional.is_required {
                break;
            }
            end += usize::from(word.is_some());
            word.as_ref().and_then(Word::text).map_or(Ok(()), self.check)?;
            found.positionals.push(word);
            at = self.skip_separator(end);
        }
        Ok(at)
    }

    fn skip_separator(&self, at: usize) -> usize {
        at + usize::from(self.class(at) == Some(&ArgumentClass::Separator))
    }

    fn take_option(&self, at: usize, found: &mut Found<K>, seen: &mut [bool]) -> Result<usize, UsageError> {
        let (Some(ArgumentClass::Known(index, explicit)), Some(word)) = (self.class(at), self.words.get(at)) else {
            found.rest.extend(self.words.get(at).cloned());
            return Ok(at + 1);
        };
        let Some(flag) = self.flags.get(*index) else { return Ok(at + 1) };

        let follows = self.classes.iter().skip(at + 1).take_while(|class| **class == ArgumentClass::Plain).count();
        let count = match (explicit, flag.takes) {
            (Some(value), Takes::Nothing | Takes::Stop) => {
                return Err(flag.error(UsageErrorKind::UnexpectedValue(value.to_string())));
            }
            (Some(_), _) | (None, Takes::Nothing | Takes::Stop | Takes::Attached) => 0,
            (None, Takes::One(_)) if follows == 0 => return Err(flag.error(UsageErrorKind::MissingValue)),
            (None, Takes::One(_)) => 1,
            (None, Takes::OneOrNone(_)) => follows.min(1),
            (None, Takes::Any) => follows,
        };

        debug_assert!(word.starts_with("-"), "only such words are options");
        let words = self.words.get(at + 1..at + 1 + count).unwrap_or_default();
        let values: Vec<Word> = explicit.iter().chain(words).cloned().collect();
        flag.check(&values)?;

        if let Some(seen) = seen.get_mut(*index) {
            *seen = true;
        }
        found.is_stopped = flag.takes == Takes::Stop;
        found.options.push((flag.key.clone(), values));
        Ok(at + 1 + count)
    }

    /// The names of the required arguments that no word gave.
    fn missing(&self, found: &Found<K>, seen: &[bool]) -> Vec<String> {
        let options = self.flags.iter().zip(seen).filter(|(flag, seen)| flag.is_required && !**seen);
        let mut missing: Vec<String> = options.map(|(flag, _)| flag.name.clone()).collect();
        let positionals = self.positionals.iter().skip(found.positionals.len());
        missing.extend(
            positionals.filter(|positional| positional.is_required).map(|positional| positional.name.to_owned()),
        );
        missing
    }
}

impl<K> Flag<K> {
    fn error(&self, kind: UsageErrorKind) -> UsageError {
        UsageError { argument: Some(self.name.clone()), kind }
    }

    fn check(&self, values: &[Word]) -> Result<(), UsageError> {
        let (Takes::One(check) | Takes::OneOrNone(check)) = self.takes else { return Ok(()) };
        // Nothing is wrong with a value that is not known.
        for value in values.iter().filter_map(Word::text) {
            match check {
                Check::Text => {}
                Check::Integer if number::integer(value).is_some() => {}
                Check::Integer => return Err(self.error(UsageErrorKind::InvalidInteger(value.to_owned()))),
                Check::Choice(choices) => check_choice(&self.name, value, choices.iter().copied())?,
            }
        }
        Ok(())
    }
}

/// Fails if `value` is not among `choices`, with the nearest ones.
pub fn check_choice<'c>(
    name: &str,
    value: &str,
    choices: impl Iterator<Item = &'c str> + Clone,
) -> Result<(), UsageError> {
    if choices.clone().any(|choice| choice == value) {
        return Ok(());
    }
    let near = close_matches(value, choices).into_iter().map(str::to_owned).collect();
    let kind = UsageErrorKind::InvalidChoice { value: value.to_owned(), near };
    Err(UsageError { argument: Some(name.to_owned()), kind })
}
