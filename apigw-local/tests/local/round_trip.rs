//! APIs that calls have made, exported and imported again: what a document can say of them is the same.

use std::collections::BTreeMap;

use apigw_local::{Local, Settings};
use apigw_model::server::Request;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A method as it is made: its settings, its responses and its integration.
#[derive(Debug, Clone)]
struct MadeMethod {
    settings: Value,
    /// The headers of the response with each status.
    responses: BTreeMap<u16, Vec<&'static str>>,
    integration: Value,
}

fn call(local: &Local, method: &str, target: &str, body: &[u8]) -> Value {
    let answer = local.answer(&Request { method, target, headers: &[], body });
    assert!(answer.status < 300, "{method} {target}: {}", answer.text());
    serde_json::from_slice(&answer.body).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

/// Integrations of all types, with what a document can say of them.
fn integrations() -> impl Strategy<Value = Value> {
    let templates =
        prop::collection::btree_map(prop::sample::select(vec!["application/json", "text/plain"]), "[ -~]{0,12}", 0..3);
    let types = prop::sample::select(vec!["MOCK", "HTTP", "HTTP_PROXY", "AWS_PROXY"]);
    let passthrough = prop::sample::select(vec!["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]);
    (types, templates, passthrough, 50..29_000_i32, any::<bool>()).prop_map(
        |(kind, templates, passthrough, timeout, has_cache)| {
            let mut integration = json!({"type": kind, "passthroughBehavior": passthrough, "timeoutInMillis": timeout});
            if !templates.is_empty() && kind != "AWS_PROXY" && kind != "HTTP_PROXY" {
                integration["requestTemplates"] = json!(templates);
            }
            if kind.starts_with("HTTP") {
                integration["uri"] = "https://example.com/${stageVariables.path}".into();
            } else if kind == "AWS_PROXY" {
                let arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
                let path = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions";
                integration["uri"] = format!("{path}/{arn}/invocations").into();
            }
            if kind != "MOCK" {
                integration["httpMethod"] = "POST".into();
            }
            if has_cache {
                integration["cacheNamespace"] = "shared".into();
            }
            integration
        },
    )
}

fn methods() -> impl Strategy<Value = MadeMethod> {
    let name = || "[a-z]{1,6}";
    let settings = (
        prop::option::of("[A-Za-z]{1,8}"),
        any::<bool>(),
        any::<bool>(),
        prop::collection::btree_map(name(), any::<bool>(), 0..4),
    );
    let headers = prop::collection::vec(prop::sample::select(vec!["X-One", "X-Two", "Vary"]), 0..3);
    let responses = prop::collection::btree_map(prop::sample::select(vec![200_u16, 201, 404, 500]), headers, 0..4);
    (settings, responses, integrations()).prop_map(
        |((name, needs_key, is_signed, parameters), responses, integration)| {
            let parameters: BTreeMap<String, bool> = parameters
                .into_iter()
                .map(|(name, required)| (format!("method.request.querystring.{name}"), required))
                .collect();
            let mut settings = json!({"authorizationType": if is_signed { "AWS_IAM" } else { "NONE" }});
            settings["apiKeyRequired"] = needs_key.into();
            if let Some(name) = name {
                settings["operationName"] = name.into();
            }
            if !parameters.is_empty() {
                settings["requestParameters"] = json!(parameters);
            }
            MadeMethod { settings, responses, integration }
        },
    )
}

/// Makes an API by calls, with a stage.
fn make(local: &Local, made: &BTreeMap<(String, &'static str), MadeMethod>) -> String {
    let api = call(local, "POST", "/restapis", br#"{"name": "pets", "version": "7"}"#);
    let base = format!("/restapis/{}", text(&api["id"]));
    let mut resources: BTreeMap<String, String> = BTreeMap::new();
    for ((part, method), settings) in made {
        let id = resources.entry(part.clone()).or_insert_with(|| {
            let target = format!("{base}/resources/{}", text(&api["rootResourceId"]));
            let resource = call(local, "POST", &target, json!({"pathPart": part}).to_string().as_bytes());
            text(&resource["id"]).to_owned()
        });
        let target = format!("{base}/resources/{id}/methods/{method}");
        call(local, "PUT", &target, settings.settings.to_string().as_bytes());
        call(local, "PUT", &format!("{target}/integration"), settings.integration.to_string().as_bytes());
        for (index, (status, headers)) in settings.responses.iter().enumerate() {
            let of = |value: Value| {
                headers.iter().map(move |name| (format!("method.response.header.{name}"), value.clone()))
            };
            let declared = json!({"responseParameters": of(false.into()).collect::<serde_json::Map<_, _>>()});
            call(local, "PUT", &format!("{target}/responses/{status}"), declared.to_string().as_bytes());
            let mut response = json!({"responseParameters": of("'x'".into()).collect::<serde_json::Map<_, _>>()});
            if index > 0 {
                response["selectionPattern"] = status.to_string().into();
            }
            let target = format!("{target}/integration/responses/{status}");
            call(local, "PUT", &target, response.to_string().as_bytes());
        }
    }
    call(local, "POST", &format!("{base}/deployments"), br#"{"stageName": "v1"}"#);
    base
}

/// The methods of an API by path, without identifiers. What is empty is absent.
fn methods_of(local: &Local, base: &str) -> BTreeMap<String, Value> {
    let listed = call(local, "GET", &format!("{base}/resources?limit=500&embed=methods"), b"");
    let resources = listed["item"].as_array().cloned().unwrap_or_default();
    let methods = resources.into_iter().filter(|resource| resource["resourceMethods"].is_object()).map(|resource| {
        let id = resource["id"].to_string();
        let shown = resource["resourceMethods"].to_string().replace(&id, "\"own\"");
        let mut methods: Value = serde_json::from_str(&shown).expect("JSON");
        drop_empty(&mut methods);
        (text(&resource["path"]).to_owned(), methods)
    });
    methods.collect()
}

fn drop_empty(value: &mut Value) {
    if let Some(members) = value.as_object_mut() {
        members.values_mut().for_each(drop_empty);
        members.retain(|_, value| value.as_object().is_none_or(|members| !members.is_empty()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_calls_have_made_survives_a_document(
        made in prop::collection::btree_map(
            ("[a-z][a-z0-9._-]{0,6}", prop::sample::select(vec!["GET", "POST", "OPTIONS", "ANY"])),
            methods(),
            1..6,
        ),
        kind in prop::sample::select(vec!["oas30", "swagger"]),
    ) {
        let mut settings = Settings::default();
        settings.seed = Some(7);
        let local = Local::with(settings);
        let base = make(&local, &made);
        let listed: usize = methods_of(&local, &base).values().filter_map(Value::as_object).map(serde_json::Map::len).sum();
        prop_assert_eq!(listed, made.len());

        let target = format!("{base}/stages/v1/exports/{kind}?extensions=apigateway");
        let export = local.answer(&Request { method: "GET", target: &target, headers: &[], body: b"" });
        let api = call(&local, "POST", "/restapis?mode=import&failonwarnings=true", &export.body);
        let again = format!("/restapis/{}", text(&api["id"]));
        prop_assert_eq!(methods_of(&local, &again), methods_of(&local, &base), "{}", export.text());
    }
}
