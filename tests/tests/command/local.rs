//! `--local`: operations on a store on this machine, one process a call.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use serde_json::Value;

/// Runs a line of a shell that makes an API with a method, where `apigw` is the command with an option.
fn session(folder: &CommandFolder, option: &str) -> Outcome {
    let script = r#"set -e
id=$(apigw LOCAL create-rest-api --name pets --query id --output text)
root=$(apigw LOCAL get-resources --rest-api-id $id --query 'items[0].id' --output text)
at="--rest-api-id $id --resource-id $root --http-method GET"
apigw LOCAL put-method $at --authorization-type NONE > method.json
apigw LOCAL put-integration $at --type MOCK --request-templates '{"application/json": "{\"statusCode\": 200}"}' > integration.json
apigw LOCAL put-method-response $at --status-code 200 > response.json
apigw LOCAL put-integration-response $at --status-code 200 --response-templates '{"application/json": "hello"}' > mapping.json
apigw LOCAL get-integration $at > again.json
apigw LOCAL test-invoke-method $at"#;
    folder.in_shell(&script.replace("LOCAL", option))
}

fn json(folder: &CommandFolder, name: &str) -> Value {
    let text = std::fs::read(folder.path().join(name)).expect("a file");
    serde_json::from_slice(&text).expect("JSON")
}

#[test]
fn the_commands_of_a_session_share_a_store() {
    for option in ["--local=store.redb", "--local=deep/er/store", "--local"] {
        let folder = CommandFolder::new();
        let answer = session(&folder, option);
        assert_eq!((answer.exit, answer.stderr.as_str()), (Some(0), ""), "{option}: {}", answer.stdout);
        let answer: Value = serde_json::from_str(&answer.stdout).expect("JSON");
        assert_eq!((&answer["status"], &answer["body"]), (&Value::from(200), &Value::from("hello")), "{option}");
        assert_eq!(json(&folder, "integration.json")["type"], "MOCK");
        let again = json(&folder, "again.json");
        assert_eq!(again["integrationResponses"]["200"]["responseTemplates"]["application/json"], "hello");
    }
}

#[test]
fn the_store_of_the_user_is_where_state_is() {
    let folder = CommandFolder::new();
    let state = folder.path().join("state");
    let create =
        |command: &mut std::process::Command| outcome(command.args(["--local", "create-rest-api", "--name", "a"]));
    assert_eq!(create(folder.command().env("XDG_STATE_HOME", &state)).exit, Some(0));
    assert!(state.join("apigw").join("local.redb").is_file());
    // A folder that is not absolute is none.
    assert_eq!(create(folder.command().env("XDG_STATE_HOME", "state")).exit, Some(0));
    assert!(folder.path().join("../home/.local/state/apigw/local.redb").is_file());
}

#[test]
fn errors_and_rules_are_those_of_aws() {
    let folder = CommandFolder::new();
    let run = |line: &str| folder.in_shell(&format!("apigw --local=s {line}"));
    let unknown = run("get-rest-api --rest-api-id nothing");
    assert_eq!(unknown.exit, Some(254), "{}", unknown.stderr);
    let message = "An error occurred (NotFoundException) when calling the GetRestApi operation: \
                   Invalid API identifier specified 123456789012:nothing";
    assert!(unknown.stderr.contains(message), "{}", unknown.stderr);
    let wrong = run("put-integration --rest-api-id a --resource-id b --http-method GET --type HTTP");
    assert_eq!(wrong.exit, Some(252), "{}", wrong.stderr);
    let both = run("--endpoint-url http://127.0.0.1:1 get-account");
    assert!(both.exit == Some(252) && both.stderr.contains("leave one out"), "{}", both.stderr);
    let folder_as_file = folder.in_shell("apigw --local=. get-account");
    assert_eq!(folder_as_file.exit, Some(255), "{}", folder_as_file.stderr);
    assert!(folder_as_file.stderr.contains("the store `.` cannot be used"), "{}", folder_as_file.stderr);
}

#[test]
fn commands_at_once_wait_for_each_other() {
    let folder = CommandFolder::new();
    let line = "for i in 1 2 3 4; do apigw --local=s create-rest-api --name pets > /dev/null & done; wait; \
                apigw --local=s get-rest-apis --query 'length(items)'";
    let counted = folder.in_shell(line);
    assert_eq!((counted.stdout.trim(), counted.stderr.as_str()), ("4", ""));
}

#[test]
fn pages_rehearsals_and_checks_read_the_store() {
    let folder = CommandFolder::new();
    let made =
        folder.in_shell("for i in 1 2 3; do apigw --local=s create-rest-api --name p$i --query id --output text; done");
    let id = made.stdout.lines().next().expect("an identifier").to_owned();
    let paged = folder.in_shell("apigw --local=s get-rest-apis --page-size 1 --query 'length(items)'");
    assert_eq!((paged.stdout.trim(), paged.stderr.as_str()), ("3", ""));
    let rehearsed =
        folder.in_shell(&format!("apigw --local=s --dry-run --preflight create-deployment --rest-api-id {id}"));
    assert!(rehearsed.stderr.contains("method"), "{}", rehearsed.stderr);
    let checked = folder.in_shell(&format!("apigw --local=s check-api --rest-api-id {id}"));
    assert!(checked.stderr.contains("checked authorizers, resources"), "{}", checked.stderr);
}
