//! The words after a command that the AWS CLI does not have, parsed by the command's description.

use apigw_cli_text::argparse::{Check, Flag, Positional, Takes, UsageError, check_choice, sort};
use apigw_cli_text::word::Word;

use super::catalog::{check_operation, find};
use super::extra_args::ExtraArgs;
use super::extra_command::{Argument, ExtraCommand, ExtraOption, Form, OptionValue, ValueKind};
use super::parsed_words::ParsedWords;
use crate::failure::Failure;

/// Parses the words after a command.
///
/// # Errors
///
/// [`Failure::Usage`] or [`Failure::UnknownOptions`], without the usage lines of the command.
pub(crate) fn parse(command: &ExtraCommand, words: &[Word]) -> Result<ExtraArgs, Failure> {
    let (form, words) = select(command, words)?;
    let parsed = parse_form(form, words)?;
    Ok((form.read)(&parsed))
}

/// The form that the first word selects, and the words after it.
fn select<'w>(command: &ExtraCommand, words: &'w [Word]) -> Result<(&'static Form, &'w [Word]), Failure> {
    let chosen = words.split_first().and_then(|(first, rest)| {
        let action = first.text().filter(|action| !action.is_empty())?;
        Some((command.forms.iter().find(|form| form.action == Some(action))?, rest))
    });
    let plain = || Some((command.forms.iter().find(|form| form.action.is_none())?, words));
    if let Some(found) = chosen.or_else(plain) {
        return Ok(found);
    }

    let missing = || UsageError::required(vec!["action".to_owned()]);
    let first = words.first().ok_or_else(missing)?;
    check_choice("action", &first.to_string(), command.forms.iter().filter_map(|form| form.action))?;
    // None of the actions is a word that only a shell knows.
    Err(missing().into())
}

fn parse_form(form: &'static Form, words: &[Word]) -> Result<ParsedWords, Failure> {
    if let Some(argument) = form.arguments.last().filter(|argument| argument.value == ValueKind::Call) {
        return parse_call(form, argument, words);
    }
    let flags: Vec<_> = form.options.iter().filter(|option| !option.is_global).map(flag).collect();
    let positionals: Vec<_> = form.arguments.iter().map(positional).collect();
    let found = sort(&flags, &positionals, words)?;

    let is_repeated = form.arguments.last().is_some_and(|argument| argument.count.is_repeated());
    if found.rest.iter().any(|word| !is_repeated || word.starts_with("--")) {
        return Err(Failure::UnknownOptions(strings(found.rest)));
    }

    let mut arguments = Vec::with_capacity(form.arguments.len());
    for (argument, word) in form.arguments.iter().zip(&found.positionals) {
        let mut values: Vec<String> = word.iter().map(Word::to_string).collect();
        if argument.count.is_repeated() {
            values.extend(found.rest.iter().map(Word::to_string));
        }
        check(argument, &values)?;
        arguments.push((argument.name, values));
    }

    let options = found.options.into_iter().map(|(name, words)| (name, strings(words))).collect();
    Ok(ParsedWords { options, arguments })
}

/// Parses a form that ends with a call: what follows the name of an operation belongs to that.
fn parse_call(form: &'static Form, argument: &'static Argument, words: &[Word]) -> Result<ParsedWords, Failure> {
    let is_operation = |word: &Word| word.text().is_some_and(|name| find(name).is_some());
    let (own, call) = words.split_at(words.iter().position(is_operation).unwrap_or(words.len()));
    let flags: Vec<_> = form.options.iter().filter(|option| !option.is_global).map(flag).collect();
    let found = sort(&flags, &[], own)?;
    match found.rest.iter().find(|word| !word.starts_with("-")).and_then(Word::text) {
        Some(word) => check_operation(word)?,
        None if !found.rest.is_empty() => return Err(Failure::UnknownOptions(strings(found.rest))),
        None if call.is_empty() => return Err(UsageError::required(vec![argument.name.to_owned()]).into()),
        None => {}
    }
    let options = found.options.into_iter().map(|(name, words)| (name, strings(words))).collect();
    Ok(ParsedWords { options, arguments: vec![(argument.name, strings(call.to_vec()))] })
}

fn strings(words: Vec<Word>) -> Vec<String> {
    words.into_iter().map(String::from).collect()
}

/// Fails if a value is not among those that an argument can have.
fn check(argument: &Argument, values: &[String]) -> Result<(), Failure> {
    if let ValueKind::Choice(choices) = argument.value {
        for value in values {
            check_choice(argument.name, value, choices.iter().copied())?;
        }
    }
    Ok(())
}

fn flag(option: &'static ExtraOption) -> Flag<&'static str> {
    let takes = match option.value {
        OptionValue::Flag => Takes::Nothing,
        OptionValue::One(ValueKind::Choice(choices)) => Takes::One(Check::Choice(choices)),
        OptionValue::One(_) => Takes::One(Check::Text),
        OptionValue::Many(_) => Takes::Any,
    };
    Flag { name: option.name.to_owned(), key: option.name, takes, is_required: false, has_prefixes: true }
}

fn positional(argument: &'static Argument) -> Positional {
    Positional { name: argument.name, is_required: !argument.count.is_optional() }
}

#[cfg(test)]
mod tests {
    use apigw_cli_text::word::Word;

    use super::parse;
    use crate::failure::Failure;
    use crate::syntax::choices::{ListFormat, ModelFormat};
    use crate::syntax::extra_args::{ExplainArgs, ExtraArgs, SpecAction};
    use crate::syntax::extra_commands::{EXTRA_COMMANDS, named};

    fn read(line: &str) -> Result<ExtraArgs, Failure> {
        let mut words = line.split(' ');
        let command = words.next().and_then(named).expect("a command");
        parse(command, &words.map(Word::from).collect::<Vec<_>>())
    }

    #[test]
    fn words_become_typed_arguments() {
        let expected = ExtraArgs::Spec(SpecAction::Import {
            file: Some("a.json".to_owned()),
            service: None,
            format: Some(ModelFormat::Smithy),
            paginators: None,
            waiters: None,
            output: Some("b.json".to_owned()),
        });
        assert_eq!(read("spec import --from smithy a.json --output b.json"), Ok(expected));
        let expected = ExtraArgs::Explain(ExplainArgs {
            asked: "Invalid HTTP method".to_owned(),
            file: None,
            lists_all: false,
            format: ListFormat::Json,
        });
        assert_eq!(read("explain Invalid HTTP method --format json"), Ok(expected));
        let expected = ExtraArgs::Spec(SpecAction::Diff {
            old: "a".to_owned(),
            new: "b".to_owned(),
            operations: vec!["X".to_owned(), "Y".to_owned()],
            fails_on_breaking: true,
        });
        assert_eq!(read("spec diff --exit-code a b --operations X Y"), Ok(expected));
    }

    #[test]
    fn an_operation_takes_all_that_follows_it() {
        let expected = ExtraArgs::Try {
            functions: vec!["a=b".to_owned(), "c=d".to_owned()],
            call: ["put-method", "--http-method", "GET", "--function"].map(str::to_owned).to_vec(),
        };
        assert_eq!(read("try --function a=b --function c=d put-method --http-method GET --function"), Ok(expected));
    }

    #[test]
    fn wrong_words_are_rejected() {
        for line in [
            "try",
            "try --bogus put-method",
            "try put-methods",
            "local x",
            "spec",
            "spec frobnicate",
            "completions tcsh",
            "man",
            "lint-script --bogus x",
            "schema a b",
        ] {
            assert!(
                matches!(read(line), Err(Failure::Usage { .. } | Failure::UnknownOptions(_))),
                "{line}: {:?}",
                read(line)
            );
        }
    }

    #[test]
    fn descriptions_are_consistent() {
        for command in &EXTRA_COMMANDS {
            let plain = command.forms.iter().filter(|form| form.action.is_none());
            assert!(plain.count() <= 1, "{}", command.name);
            for form in command.forms {
                let repeated = form.arguments.iter().rev().skip(1).filter(|argument| argument.count.is_repeated());
                assert_eq!(repeated.count(), 0, "{}", command.name);
            }
            for option in command.options() {
                assert!(option.name.starts_with("--") && option.about.ends_with('.'), "{}", option.name);
            }
        }
    }
}
