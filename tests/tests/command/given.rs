//! `--given` and `check-api`: objects around a call, and whole APIs, from files.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use serde_json::{Value, json};

/// What `get-resources --embed methods` prints of an API with one method that has no integration.
fn resources() -> Value {
    let get = json!({
        "httpMethod": "GET", "authorizationType": "NONE", "apiKeyRequired": false,
        "requestParameters": { "method.request.path.id": true },
        "methodResponses": { "200": { "statusCode": "200" } },
    });
    json!({ "items": [
        { "id": "root01", "path": "/" },
        { "id": "res001", "parentId": "root01", "pathPart": "pets", "path": "/pets", "resourceMethods": { "GET": get } },
    ] })
}

fn folder() -> CommandFolder {
    let folder = CommandFolder::new();
    folder.write("resources.json", resources().to_string());
    let mut any = resources();
    let mut method = any["items"][1]["resourceMethods"]["GET"].take();
    method["httpMethod"] = json!("ANY");
    any["items"][1]["resourceMethods"] = json!({ "ANY": method });
    folder.write("any.json", any.to_string());
    let models = json!({ "items": [{ "id": "m", "name": "Pet", "schema": "{}", "contentType": "application/json" }] });
    folder.write("models.json", models.to_string());
    folder.write("method.json", resources()["items"][1]["resourceMethods"]["GET"].to_string());
    folder
}

fn run(line: &str, more: &[&str]) -> Outcome {
    outcome(folder().command().args(line.split(' ')).args(more))
}

const ON_PETS: &str = "--rest-api-id a --resource-id res001 --http-method GET";
const FED: &str = "--type HTTP_PROXY --integration-http-method GET --uri https://example.com/{id} --request-parameters";

#[test]
fn rules_look_at_what_files_say() {
    let cases = [
        (format!("put-integration {ON_PETS} {FED} integration.request.path.id=method.request.path.id"), "resources.json", ""),
        (
            format!("put-integration {ON_PETS} {FED} integration.request.path.id=method.request.path.no"),
            "resources.json",
            "integration-request-parameter-declared",
        ),
        (
            format!("put-integration {ON_PETS} {FED} integration.request.path.id=method.request.path.no"),
            "method.json",
            "integration-request-parameter-declared",
        ),
        // Another method, of which the file says nothing, and one that does not exist.
        (
            "put-integration --rest-api-id a --resource-id res001 --http-method POST --type MOCK".to_owned(),
            "method.json",
            "",
        ),
        (
            "put-integration --rest-api-id a --resource-id res001 --http-method POST --type MOCK".to_owned(),
            "resources.json",
            "integration-method-exists",
        ),
        // A method that stands for every other serves a call of one that the resource lacks.
        ("test-invoke-method --rest-api-id a --resource-id res001 --http-method POST".to_owned(), "any.json", ""),
        (
            "test-invoke-method --rest-api-id a --resource-id res001 --http-method POST".to_owned(),
            "resources.json",
            "test-invoke-method-needs-method",
        ),
        (format!("put-integration-response {ON_PETS} --status-code 200"), "resources.json", "put-integration-response-needs-integration"),
        ("create-resource --rest-api-id a --parent-id root01 --path-part pets".to_owned(), "resources.json", "resource-name-free"),
        ("create-resource --rest-api-id a --parent-id root01 --path-part dogs".to_owned(), "resources.json", ""),
        ("create-deployment --rest-api-id a".to_owned(), "resources.json", "deployment-methods-need-integrations"),
        (
            "put-method --rest-api-id a --resource-id b --http-method PUT --authorization-type NONE --request-models application/json=Pett".to_owned(),
            "models.json",
            "method-request-model-exists",
        ),
        (
            "put-method --rest-api-id a --resource-id b --http-method PUT --authorization-type NONE --request-models application/json=Pet".to_owned(),
            "models=models.json",
            "",
        ),
    ];
    for (line, file, rule) in cases {
        let found = run(&line, &["--dry-run", "--given", file]);
        if rule.is_empty() {
            assert_eq!(found.exit, Some(0), "{line}: {}", found.stderr);
        } else {
            assert_eq!(found.exit, Some(252), "{line}: {}", found.stderr);
            assert!(found.stderr.contains(&format!("error[{rule}]")), "{line}: {}", found.stderr);
        }
    }
}

#[test]
fn files_that_say_nothing_are_reported() {
    let folder = folder();
    folder.write("empty.json", "{\"items\": []}");
    folder.write("page.json", "{\"items\": [{\"id\": \"a\"}], \"position\": \"x\"}");
    folder.write("text.json", "resources");
    for (file, text) in [
        ("empty.json", "write NAME=empty.json"),
        ("page.json", "is a page of a longer list"),
        ("text.json", "is not JSON"),
        ("gone.json", "No such file"),
    ] {
        let mut command = folder.command();
        command.args(["create-deployment", "--rest-api-id", "a", "--dry-run", "--given", file]);
        let found = outcome(&mut command);
        assert!(found.exit == Some(255) && found.stderr.contains(text), "{file}: {}", found.stderr);
    }
}

#[test]
fn an_api_is_checked_as_one() {
    let found = run("check-api resources.json models.json", &[]);
    assert_eq!(found.exit, Some(1), "{}", found.stderr);
    let line = "resources[1].resourceMethods[\"GET\"].methodIntegration: error[deployment-methods-need-integrations]: ";
    assert!(found.stdout.starts_with(line), "{}", found.stdout);
    assert_eq!(found.stderr, "apigw: checked models, resources\n");

    let json = run("check-api resources.json --format json", &[]);
    let list: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(list[0]["path"], "resources[1].resourceMethods[\"GET\"].methodIntegration");
    let sarif = run("check-api resources.json --format sarif", &[]);
    let log: Value = serde_json::from_str(&sarif.stdout).expect("JSON");
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "deployment-methods-need-integrations");

    let allowed = run("check-api resources.json --allow deployment-methods-need-integrations", &[]);
    assert_eq!((allowed.exit, allowed.stdout.as_str()), (Some(0), ""));
    assert_eq!(run("check-api", &[]).exit, Some(252));
}
