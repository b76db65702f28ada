//! `apigw operations`: the operations with their HTTP requests.

use apigw_tests::command_folder::{CommandFolder, outcome};
use serde_json::Value;

fn operations(words: &[&str]) -> String {
    let outcome = outcome(CommandFolder::new().command().arg("operations").args(words));
    assert_eq!(outcome.exit, Some(0), "{}", outcome.stderr);
    outcome.stdout
}

#[test]
fn all_operations_are_listed() {
    assert_eq!(operations(&[]).lines().count(), apigw_model::OPERATIONS.len());
}

#[test]
fn words_choose_operations() {
    let put = operations(&["put", "INTEGRATION-response"]);
    let uri = "/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration/responses/{statusCode}";
    assert_eq!(put, format!("put-integration-response  PUT     {uri}\n"));
    assert_eq!(operations(&["no-such-operation"]), "");
}

#[test]
fn json_has_the_name_in_the_model_too() {
    let listed: Value = serde_json::from_str(&operations(&["get-account", "--format", "json"])).expect("JSON");
    assert_eq!(listed[0]["operation"], "GetAccount");
    assert_eq!((&listed[0]["method"], &listed[0]["uri"]), (&"GET".into(), &"/account".into()));
}
