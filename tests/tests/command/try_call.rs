//! `apigw try`: the first command of the README, and the other examples of the page.

use apigw_tests::command_folder::{CommandFolder, Outcome};
use apigw_tests::loopback::{Answer, Loopback};
use serde_json::Value;

/// How the README runs the command from a fresh clone.
const FROM_SOURCE: &str = "cargo run -q -p apigw-cli -- ";

/// The documents that a command printed.
fn documents(outcome: &Outcome) -> Vec<Value> {
    assert_eq!(outcome.exit, Some(0), "{}", outcome.stderr);
    let parsed: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&outcome.stdout).into_iter().collect();
    parsed.unwrap_or_else(|error| panic!("{error}: {}", outcome.stdout))
}

fn commands_of_readme() -> Vec<String> {
    let readme = apigw_tests::text("../README.md");
    let lines = readme.lines().map(|line| line.replace(FROM_SOURCE, "apigw "));
    lines.filter(|line| line.starts_with("apigw try ")).collect()
}

#[test]
fn the_commands_of_the_readme_are_the_examples_of_the_page() {
    let page = apigw_tests::json("cases/put-integration-page.json");
    let examples: Vec<&str> = page["examples"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let commands = commands_of_readme();
    let calls = commands.iter().filter_map(|line| line.find("put-integration").map(|at| &line[at..]));
    let expected = examples.iter().filter_map(|line| line.strip_prefix("aws apigateway "));
    assert_eq!(calls.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn the_first_command_of_the_readme_runs_the_example_of_the_page() {
    let shown = CommandFolder::new().in_shell(&commands_of_readme()[0]);
    let printed = documents(&shown);
    assert_eq!(printed.len(), 2, "{}", shown.stdout);
    assert_eq!(printed[0]["type"], "MOCK");
    assert_eq!(printed[0]["requestTemplates"]["application/json"], "{\"statusCode\": 200}");
    assert_eq!(printed[1]["status"], 200);
    let log = printed[1]["log"].as_str().expect("a log");
    assert!(log.contains("Method completed with status: 200"), "{log}");
    assert!(shown.stderr.contains("made: API `1234123412` with the resource `a1b2c3`"), "{}", shown.stderr);
    assert!(shown.stderr.contains("# apigw test-invoke-method --rest-api-id 1234123412"), "{}", shown.stderr);
}

#[test]
fn the_example_with_a_function_calls_the_command_in_its_place() {
    let printed = documents(&CommandFolder::new().in_shell(&commands_of_readme()[2]));
    assert_eq!((&printed[0]["type"], &printed[1]["status"]), (&Value::from("AWS"), &Value::from(200)));
}

#[test]
fn the_example_with_an_endpoint_calls_it() {
    let server = Loopback::start(|_| Answer::json("hello from a backend"));
    let command = commands_of_readme()[1].replace("https://domain.tld/path", &format!("{}/path", server.url()));
    let printed = documents(&CommandFolder::new().in_shell(&command));
    assert_eq!(printed[1]["body"], "hello from a backend", "{printed:?}");
}

#[test]
fn calls_that_are_wrong_fail_as_at_aws() {
    let folder = CommandFolder::new();
    let method = "--rest-api-id a1 --resource-id b2 --http-method GET";
    let wrong =
        folder.in_shell(&format!("apigw try put-integration {method} --type HTTP --integration-http-method GET"));
    assert_eq!((wrong.exit, wrong.stdout.as_str()), (Some(252), ""), "{}", wrong.stderr);
    let unknown = folder.in_shell("apigw try get-rest-api --rest-api-id a1");
    assert_eq!(unknown.exit, Some(254), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("(NotFoundException)"), "{}", unknown.stderr);
    let nothing = folder.in_shell("apigw try");
    assert!(nothing.exit == Some(252) && nothing.stderr.contains("usage: apigw try"), "{}", nothing.stderr);
    // Nothing is kept.
    assert!(folder.files_besides(|_| false).is_empty());
}
