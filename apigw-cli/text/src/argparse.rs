//! Words of a command line sorted into options and positionals, by the rules of Python's `argparse`.
//!
//! A stage keeps the words it does not know for the next one, in order; see [`crate::syntax::catalog`] for the stages.

use std::fmt;

use crate::python::close_matches::close_matches;
use crate::python::{number, repr};
use crate::word::Word;

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
enum Class {
    /// A value or positional.
    Plain,
    /// The first `--`.
    Separator,
    /// An option that the stage knows, with the value after `=`.
    Known(usize, Option<Word>),
    /// An option that it does not know.
    Unknown,
}

fn classify<K>(flags: &[Flag<K>], words: &[Word]) -> Result<Vec<Class>, UsageError> {
    let mut classes = Vec::with_capacity(words.len());
    let mut is_open = true;
    for word in words {
        classes.push(match word.text() {
            _ if !is_open => Class::Plain,
            Some("--") => {
                is_open = false;
                Class::Separator
            }
            _ => class_of(flags, word)?,
        });
    }
    Ok(classes)
}

fn class_of<K>(flags: &[Flag<K>], word: &Word) -> Result<Class, UsageError> {
    if !word.starts_with("-") || *word == "-" {
        return Ok(Class::Plain);
    }
    let exact = |name: &str| flags.iter().position(|flag| flag.name == name);
    if let Some(index) = word.text().and_then(exact) {
        return Ok(Class::Known(index, None));
    }

    let otherwise = || {
        let is_plain = word.text().is_some_and(is_negative_number) || word.contains(" ");
        if is_plain { Class::Plain } else { Class::Unknown }
    };
    let (name, value) = match (word.split_once('='), word.text()) {
        (Some((name, value)), _) => (name, Some(value)),
        (None, Some(name)) => (name, None),
        // No option has a name of which a part is unknown.
        (None, None) => return Ok(otherwise()),
    };
    if let Some(index) = exact(name) {
        return Ok(Class::Known(index, value));
    }

    let longer = |flag: &&Flag<K>| name.starts_with("--") && flag.has_prefixes && flag.name.starts_with(name);
    let matches: Vec<&str> = flags.iter().filter(longer).map(|flag| flag.name.as_str()).collect();
    match matches.as_slice() {
        [] => Ok(otherwise()),
        [only] => Ok(exact(only).map_or(Class::Unknown, |index| Class::Known(index, value))),
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
    classes: Vec<Class>,
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

    fn class(&self, at: usize) -> Option<&Class> {
        self.classes.get(at)
    }

    fn next_option(&self, from: usize) -> Option<usize> {
        let rest = self.classes.get(from..)?;
        let offset = rest.iter().position(|class| matches!(class, Class::Known(..) | Class::Unknown))?;
        Some(from + offset)
    }

    /// Gives the plain words from `at` to the positionals that are still without one, and returns where it stopped.
    fn take_positionals(&self, at: usize, found: &mut Found<K>) -> Result<usize, UsageError> {
        let mut at = at;
        while let Some(positional) = self.positionals.get(found.positionals.len()) {
            let mut end = self.skip_separator(at);
            let word = if self.class(end) == Some(&Class::Plain) { self.words.get(end).cloned() } else { None };
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
        at + usize::from(self.class(at) == Some(&Class::Separator))
    }

    fn take_option(&self, at: usize, found: &mut Found<K>, seen: &mut [bool]) -> Result<usize, UsageError> {
        let (Some(Class::Known(index, explicit)), Some(word)) = (self.class(at), self.words.get(at)) else {
            found.rest.extend(self.words.get(at).cloned());
            return Ok(at + 1);
        };
        let Some(flag) = self.flags.get(*index) else { return Ok(at + 1) };

        let follows = self.classes.iter().skip(at + 1).take_while(|class| **class == Class::Plain).count();
        let count = match (explicit, flag.takes) {
            (Some(value), Takes::Nothing | Takes::Stop) => {
                return Err(flag.error(UsageErrorKind::UnexpectedValue(value.to_string())));
            }
            (Some(_), _) | (None, Takes::Nothing | Takes::Stop) => 0,
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

#[cfg(test)]
mod tests {
    use super::{Check, Flag, Positional, Takes, sort, sort_partial};
    use crate::word::Word;

    fn flags() -> Vec<Flag<&'static str>> {
        let flag = |name: &'static str, takes, is_required| Flag {
            name: name.to_owned(),
            key: name,
            takes,
            is_required,
            has_prefixes: true,
        };
        vec![
            flag("--type", Takes::One(Check::Text), true),
            flag("--request-parameters", Takes::One(Check::Text), false),
            flag("--request-templates", Takes::One(Check::Text), false),
            flag("--embed", Takes::Any, false),
            flag("--enabled", Takes::Nothing, false),
            flag("--max-items", Takes::One(Check::Integer), false),
        ]
    }

    const HELP: [Positional; 1] = [Positional { name: "help", is_required: false }];

    /// The options, the word of the positional, and the rest.
    type Outcome = (Vec<String>, Option<String>, Vec<String>);

    fn run(words: &[&str]) -> Result<Outcome, String> {
        let words: Vec<Word> = words.iter().map(|word| Word::from(*word)).collect();
        match sort(&flags(), &HELP, &words) {
            Ok(found) => {
                let joined = |values: &[Word]| values.iter().map(Word::to_string).collect::<Vec<_>>().join("|");
                let options = found.options.iter().map(|(key, values)| format!("{key} {}", joined(values))).collect();
                let help = found.positionals.into_iter().flatten().next();
                Ok((options, help.map(String::from), found.rest.into_iter().map(String::from).collect()))
            }
            Err(error) => Err(error.to_string()),
        }
    }

    fn message(words: &[&str]) -> String {
        run(words).expect_err("should fail")
    }

    #[test]
    fn unknown_words_keep_their_order_and_the_first_bare_one_is_the_help_word() {
        let (options, help, rest) = run(&["--bogus", "1", "two", "-z", "--x=y", "--type", "t"]).expect("parses");
        assert_eq!(options, ["--type t"]);
        assert_eq!(help.as_deref(), Some("1"));
        assert_eq!(rest, ["--bogus", "two", "-z", "--x=y"]);
    }

    #[test]
    fn values_may_look_like_options_only_in_three_ways() {
        for value in ["-5", "-2.5", "-", "-a b", "--a b", ""] {
            assert_eq!(run(&["--type", value]).expect(value).0, [format!("--type {value}")]);
        }
        assert_eq!(run(&["--type=-y"]).expect("explicit").0, ["--type -y"]);
        assert_eq!(message(&["--type", "-y"]), "argument --type: expected one argument");
        assert_eq!(run(&["--type=t", "--embed", "a", "-y"]).expect("list").2, ["-y"]);
    }

    #[test]
    fn beginnings_of_names_must_be_unique() {
        assert_eq!(run(&["--ty", "t", "--emb", "a", "b"]).expect("unique").0, ["--type t", "--embed a|b"]);
        let expected = "ambiguous option: --request could match --request-parameters, --request-templates";
        assert_eq!(message(&["--request"]), expected);
        assert_eq!(message(&["--en=true", "--type", "t"]), "argument --enabled: ignored explicit argument 'true'");
    }

    #[test]
    fn missing_and_malformed_values_are_told() {
        assert_eq!(message(&[]), "the following arguments are required: --type");
        assert_eq!(message(&["--max-items", "x"]), "argument --max-items: invalid int value: 'x'");
    }

    #[test]
    fn a_separator_makes_everything_plain() {
        let (_, help, rest) = run(&["--type", "t", "--", "--bogus"]).expect("parses");
        assert_eq!((help.as_deref(), rest.len()), (Some("--bogus"), 0));
    }

    #[test]
    fn what_is_unknown_is_not_rejected() {
        let mut count = Word::from("--max-items=");
        count.push_unknown();
        let mut name = Word::from("--max-");
        name.push_unknown();
        let found = sort_partial(&flags(), &HELP, &[count, name, Word::unknown()]).expect("parses");
        assert_eq!(found.options, [("--max-items", vec![Word::unknown()])]);
        assert_eq!((found.rest.len(), found.missing), (1, vec!["--type".to_owned()]));
        assert_eq!(found.positionals, [Some(Word::unknown())]);
    }
}
