//! What the command sends, prints and returns, against recordings of version 2 of the AWS CLI.

use apigw_tests::recording::{Replay, differences, replay};
use serde_json::Value;

/// The word that the AWS CLI needs before the operation, and this command does not.
const SERVICE: &str = "apigateway";

fn words(case: &Value) -> Vec<&str> {
    case["argv"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Replays the cases of a file and fails with everything that differs.
fn check(file: &str, words: fn(&Value) -> Vec<&str>, further: fn(&Value, &Replay) -> Option<String>) {
    let cases = apigw_tests::json(file);
    let cases = cases.as_array().expect("a list of cases");
    assert!(cases.len() > 40, "only {} cases", cases.len());
    let mut findings = Vec::new();
    for case in cases {
        let replay = replay(case, &words(case));
        let found = differences(case, &replay).into_iter().chain(further(case, &replay));
        findings.extend(found.map(|found| format!("{} {found}", case["id"])));
    }
    assert!(findings.is_empty(), "{} differences from `tests/{file}`:\n{}", findings.len(), findings.join("\n"));
}

/// What the AWS CLI tells comes last, after the warnings that are this command's own.
fn told_last(case: &Value, replay: &Replay) -> Option<String> {
    let wanted = case["stderr"].as_str()?;
    let got = &replay.outcome.stderr;
    (!got.ends_with(wanted)).then(|| format!("stderr: wanted {wanted:?} at the end of {got:?}"))
}

/// What a command told besides the lines that are this one's own.
fn as_the_other(told: &str) -> String {
    told.split_inclusive('\n').filter(|line| !line.starts_with("apigw: ")).collect()
}

/// Word for word, unless the words are those of the interpreter that the AWS CLI is written in.
fn told_exactly(case: &Value, replay: &Replay) -> Option<String> {
    let is_incidental = case["tags"].as_array().is_some_and(|tags| tags.iter().any(|tag| tag == "incidental"));
    let wanted = case["stderr"].as_str().unwrap_or_default();
    let got = as_the_other(&replay.outcome.stderr);
    (!is_incidental && got != wanted).then(|| format!("stderr: wanted {wanted:?}, got {got:?}"))
}

#[test]
fn calls_are_those_of_the_aws_cli() {
    check("cases/wire.json", words, told_last);
}

#[test]
fn the_name_of_the_service_can_be_left_out() {
    fn rest(case: &Value) -> Vec<&str> {
        let mut words = words(case);
        let service = words.iter().position(|word| *word == SERVICE);
        service.map(|service| words.remove(service));
        words
    }
    check("cases/wire.json", rest, told_last);
}

#[test]
fn errors_are_those_of_the_aws_cli() {
    check("cases/cli-errors.json", words, told_exactly);
}
