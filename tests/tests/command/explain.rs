//! `apigw explain`: what AWS says is known, and the cure says what to type.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};
use serde_json::Value;

/// The recorded texts; `APIGW_EXPLAIN_CASES` can name another file of them.
fn cases() -> Vec<Value> {
    let other = std::env::var_os("APIGW_EXPLAIN_CASES").map(PathBuf::from);
    let path = other.unwrap_or_else(|| apigw_tests::path("cases/explain.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: Value = serde_json::from_str(&text).expect("a file of cases");
    file["cases"].as_array().expect("cases").clone()
}

fn explain(words: &[&str]) -> Outcome {
    outcome(CommandFolder::new().command().arg("explain").args(words))
}

/// Runs the command with text on standard input.
fn piped(words: &[&str], input: &str) -> String {
    let folder = CommandFolder::new();
    let mut command = folder.command();
    command.arg("explain").args(words).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("text")
}

/// The lines that say what to do.
fn cure(stdout: &str) -> String {
    let lines = stdout.lines().filter(|line| line.starts_with("  cure: ") || line.starts_with("  fix: "));
    lines.collect::<Vec<_>>().join("\n").to_lowercase()
}

/// At least 95 of 100 texts are known, with the words that the cure has to mention.
#[test]
fn texts_are_known_with_their_cure() {
    let cases = cases();
    let (mut known, mut wrong) = (0, String::new());
    for case in &cases {
        let text = case["text"].as_str().expect("a text");
        let run = explain(&[text]);
        let is_exact = run.exit == Some(0) && !run.stdout.starts_with("no known error has exactly");
        let cure = cure(&run.stdout);
        let words = case["cure_must_mention"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let missing: Vec<_> = words.filter(|word| !cure.contains(&word.to_lowercase())).collect();
        if is_exact && missing.is_empty() {
            known += 1;
        } else {
            let first = run.stdout.lines().next().unwrap_or(&run.stderr);
            _ = writeln!(wrong, "{}: the cure does not mention {missing:?}: {first}", case["id"]);
        }
    }
    println!("{known} of {} texts are explained with their cure", cases.len());
    assert!(cases.len() >= 50 && known * 100 >= cases.len() * 95, "{known} of {}:\n{wrong}", cases.len());
}

#[test]
fn a_log_is_explained_line_by_line() {
    let log = "Execution log for request 8f\n\
               Thu Jan 25 06:47:10 UTC 2018 : Starting execution for request: 8f\n\
               Thu Jan 25 06:47:10 UTC 2018 : Method request headers: {Accept=*/*}\n\
               Thu Jan 25 06:47:11 UTC 2018 : Execution failed due to configuration error: Malformed Lambda proxy response\n\
               Thu Jan 25 06:47:11 UTC 2018 : Method completed with status: 502\n\
               Thu Jan 25 06:48:11 UTC 2018 : Execution failed due to configuration error: Malformed Lambda proxy response\n\
               Thu Jan 25 06:49:11 UTC 2018 : Execution failed due to a timeout error\n";
    let ids = |text: &str| {
        let lines = text.lines().filter_map(|line| line.strip_prefix("  is: "));
        lines.filter_map(|line| line.split(' ').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(ids(&piped(&[], log)), ["log-malformed-proxy", "log-timeout"]);

    let events = serde_json::json!({ "events": log.lines().map(|line| serde_json::json!({ "message": line })).collect::<Vec<_>>() });
    assert_eq!(ids(&piped(&["--file", "-"], &events.to_string())), ["log-malformed-proxy", "log-timeout"]);

    let folder = CommandFolder::new();
    folder.write("api.log", log);
    let run = outcome(folder.command().args(["explain", "--file", "api.log"]));
    assert_eq!(ids(&run.stdout), ["log-malformed-proxy", "log-timeout"]);
}

#[test]
fn the_most_specific_explanation_comes_first_and_alone() {
    let text = "Invalid mapping expression specified: Validation Result: warnings : [], errors : [No method response exists for method.]";
    let run = explain(&[text]);
    assert!(
        run.stdout.contains("  is: mapping-needs-method-response ") && run.stdout.contains("--all"),
        "{}",
        run.stdout
    );
    let run = explain(&[text, "--all"]);
    assert!(run.stdout.contains("  is: mapping-value-invalid "), "{}", run.stdout);
    let run = explain(&[text, "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(found[0]["error"], "mapping-needs-method-response");
    assert!(found[0]["rules"].as_array().is_some_and(|rules| !rules.is_empty()), "{found}");
}

/// Every finding that a suppression can name is listed and explained, whether it is a rule's or not.
#[test]
fn findings_of_no_rule_are_listed_and_explained() {
    let listed = outcome(CommandFolder::new().command().args(["rules", "--format", "json"]));
    let listed: Value = serde_json::from_str(&listed.stdout).expect("JSON");
    let text = outcome(CommandFolder::new().command().arg("rules")).stdout;
    for (id, level, word) in [
        ("template-is-never-json", "warning", "JSON"),
        ("mock-status-is-never-an-integer", "warning", "statusCode"),
        ("enum", "error", "enumeration"),
        ("unused-suppression", "warning", "allows"),
        ("lost-quotes", "error", "shell"),
    ] {
        let of_id = listed.as_array().into_iter().flatten().filter(|entry| entry["rule"] == id);
        let of_id: Vec<_> = of_id.collect();
        assert_eq!(of_id.len(), 1, "{id}");
        assert_eq!(of_id[0]["severity"], level);
        assert!(text.contains(&format!("  {id}  ")) && text.contains(of_id[0]["says"].as_str().expect("a text")));
        let explained = explain(&[id]);
        assert!(explained.stdout.starts_with(&format!("{id} (finding)\n  means: ")), "{}", explained.stdout);
        assert!(explained.stdout.contains(word), "{}", explained.stdout);
    }
}

#[test]
fn what_is_not_known_is_said() {
    let run = explain(&["integration-uri-is-ur"]);
    assert_eq!(run.exit, Some(252));
    assert!(run.stderr.contains("did you mean `integration-uri-is-url`?"), "{}", run.stderr);
    let run = explain(&["the printer is out of paper"]);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(252), ""));
}

/// The hint on an answer of the service comes from the same catalogue.
#[test]
fn an_answer_of_the_service_is_explained() {
    let folder = CommandFolder::new();
    let body = r#"{"message": "Invalid Resource identifier specified"}"#;
    let server = Loopback::start(move |_| Answer { status: 404, ..Answer::json(body) });
    let mut command = folder.command();
    command.args(["get-resource", "--rest-api-id", "a", "--resource-id", "b", "--region", "us-east-1"]);
    command.args(["--no-sign-request", "--endpoint-url", &server.url()]);
    let run = outcome(&mut command);
    assert!(run.stderr.contains("apigw: help[resource-id-unknown]: "), "{}", run.stderr);
}
