//! Doors of the service on this machine: its operations, what it serves, and documents that it imports.

use apigw_local::{Local, Settings};
use apigw_model::server::Request;
use serde_json::json;

use super::text;

/// A service whose identifiers are the same in each run.
fn local() -> Local {
    let mut settings = Settings::default();
    settings.seed = Some(7);
    Local::with(settings)
}

/// An API with a method for every path, which is deployed; its identifier.
fn deployed(local: &Local) -> String {
    let template = "{\"statusCode\": 200, \"body\": $input.json('$'), \"path\": \"$input.params('proxy')\"}";
    let response = json!({ "statusCode": "200", "responseTemplates": { "application/json": template } });
    let integration = json!({
        "type": "MOCK",
        "requestTemplates": { "application/json": "{\"statusCode\": $input.params('status')}" },
        "integrationResponses": { "200": response, "404": { "statusCode": "404", "selectionPattern": "4.." } },
    });
    let method = json!({ "methodIntegration": integration, "methodResponses": { "200": {}, "404": {} } });
    let parts = json!({ "resources": [{ "path": "/{proxy+}", "resourceMethods": { "ANY": method } }] });

    let api = local.define("fuzzed", parts.as_object().expect("an object"), None).expect("an API");
    local.deploy(&api, "prod").expect("a deployment");
    api
}

/// A request in lines, as HTTP has it: method and target, headers, an empty line, the body. It is made to the service, and
/// to what is deployed there.
pub(super) fn request(data: &[u8]) {
    let (head, body) = match data.windows(2).position(|pair| pair == b"\n\n") {
        Some(end) => (&data[..end], &data[end + 2..]),
        None => (data, &data[..0]),
    };
    let Some(head) = text(head) else { return };
    let mut lines = head.split('\n');
    let Some((method, target)) = lines.next().and_then(|line| line.split_once(' ')) else { return };
    let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();

    let local = local();
    let api = deployed(&local);
    let targets = [target.replace("API", &api), format!("/_aws/execute-api/{api}/prod{target}")];
    for target in &targets {
        let answer = local.answer(&Request { method, target, headers: &headers, body });
        assert!((100..600).contains(&answer.status), "{method} {target}: {}", answer.status);
    }
}

/// A document that is imported; what is exported of it can be imported again.
pub(super) fn import_document(data: &[u8]) {
    let local = local();
    let Ok(api) = local.import(data, None) else { return };
    if local.deploy(&api, "prod").is_err() {
        return;
    }
    let target = format!("/restapis/{api}/stages/prod/exports/oas30?extensions=integrations");
    let export = local.answer(&Request { method: "GET", target: &target, headers: &[], body: &[] });
    assert_eq!(export.status, 200, "{}", export.text());
    let again = local.import(&export.body, None);
    assert!(again.is_ok(), "{:?}: {}", again.err(), export.text());
}
