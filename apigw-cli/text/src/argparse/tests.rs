//! Tests of the rules of `argparse`.

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
