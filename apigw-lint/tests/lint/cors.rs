//! The answers to preflight requests that SAM adds, beside what its translator makes of the same templates, as
//! `tests/sam/translate.py` has recorded it.

use std::collections::{BTreeMap, BTreeSet};

use apigw_lint::{FileApi, read_apis};
use serde_json::{Map, Value, json};

/// The extension of documents for integrations.
const INTEGRATION: &str = "x-amazon-apigateway-integration";

/// The methods that answer preflight requests, by their paths.
fn preflights(text: &str) -> (BTreeMap<String, Value>, FileApi) {
    let mut apis = read_apis(text).expect("a template");
    assert_eq!(apis.len(), 1, "{apis:?}");
    let api = apis.remove(0);
    let resources = api.parts["resources"].as_array().expect("resources");
    let method = |resource: &Value| {
        let method = resource.get("resourceMethods")?.get("OPTIONS")?.clone();
        Some((resource["path"].as_str()?.to_owned(), method))
    };
    (resources.iter().filter_map(method).collect(), api)
}

/// The entries of a map that are strings: an import leaves out the others.
fn strings(map: &Value) -> Map<String, Value> {
    let entries = map.as_object().into_iter().flatten().filter(|(_, value)| value.is_string());
    entries.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// What the translator has made, as the service would list it.
fn listed(made: &Value) -> Value {
    let response = &made[INTEGRATION]["responses"]["default"];
    let headers = made["responses"]["200"]["headers"].as_object().expect("headers").keys();
    let declared: Map<_, _> = headers.map(|name| (format!("method.response.header.{name}"), false.into())).collect();
    let authorization = made.pointer("/security/0").and_then(Value::as_object).and_then(|names| names.keys().next());
    json!({
        "httpMethod": "OPTIONS",
        "authorizationType": authorization.map_or("NONE", String::as_str),
        "methodIntegration": {
            "type": made[INTEGRATION]["type"].as_str().expect("a type").to_uppercase(),
            "requestTemplates": made[INTEGRATION]["requestTemplates"],
            "integrationResponses": {"default": {
                "statusCode": response["statusCode"],
                "responseParameters": strings(&response["responseParameters"]),
                "responseTemplates": response["responseTemplates"],
            }},
        },
        "methodResponses": {"200": {"statusCode": "200", "responseParameters": declared}},
    })
}

#[test]
fn preflight_requests_are_answered_as_the_translator_has_it() {
    let recorded: Value = serde_json::from_str(include_str!("../sam/cors.json")).expect("JSON");
    for case in recorded["cases"].as_array().expect("cases") {
        let (name, made) = (&case["name"], case["made"].as_object().expect("methods"));
        let (found, api) = preflights(&case["template"].to_string());
        assert_eq!(api.not_enforced, [""; 0], "{name}");
        let paths: BTreeSet<_> = made.keys().collect();
        assert_eq!(found.keys().collect::<BTreeSet<_>>(), paths, "{name}");
        for (path, method) in made.iter().filter(|(_, method)| method.get("summary").is_some()) {
            assert_eq!(found[path], listed(method), "{name}: {path}");
        }
    }
}

#[test]
fn values_that_only_a_deployment_knows_are_left_out_and_said() {
    let text = "Transform: AWS::Serverless-2016-10-31\nParameters: {Known: {Type: String, Default: \"'a'\"}, Open: {Type: String}}\n\
                Resources:\n  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, Cors: {AllowOrigin: !Ref Known, \
                AllowHeaders: !Ref Open}}}\n  F: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: Api, \
                Properties: {RestApiId: !Ref Api, Path: /, Method: get}}}}}\n";
    let (found, api) = preflights(text);
    let headers = found["/"].pointer("/methodIntegration/integrationResponses/default/responseParameters");
    let name = |header: &str| format!("method.response.header.Access-Control-Allow-{header}");
    assert_eq!(headers, Some(&json!({name("Origin"): "'a'", name("Methods"): "'GET,OPTIONS'"})));
    assert!(api.unknown.iter().any(|unknown| unknown.path == ["Cors", "AllowHeaders"]), "{:?}", api.unknown);
}

#[test]
fn what_sam_refuses_adds_nothing() {
    let template = |cors: &str| {
        format!(
            "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api: {{Type: AWS::Serverless::Api, Properties: {{StageName: v1, \
             Cors: {cors}}}}}\n  F: {{Type: AWS::Serverless::Function, Properties: {{Events: {{E: {{Type: Api, \
             Properties: {{RestApiId: !Ref Api, Path: /, Method: get}}}}}}}}}}\n"
        )
    };
    let (found, api) = preflights(&template("{AllowCredentials: true}"));
    assert!(found.is_empty() && api.not_enforced.len() == 1, "{:?}", api.not_enforced);
    let (found, api) = preflights(&template("{AllowOrigins: \"'*'\"}"));
    assert_eq!((found.len(), api.not_enforced.as_slice()), (1, ["Cors.AllowOrigins".to_owned()].as_slice()));
    assert!(preflights(&template("null")).0.is_empty());
}
