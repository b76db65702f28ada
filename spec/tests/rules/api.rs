//! A whole API checked as one.

use std::cell::Cell;

use apigw_spec::api::{self, ApiFinding, ApiView};
use apigw_spec::value::{Sequence, Value};
use apigw_spec::{Context, ContextError, Shape};
use serde_json::{Value as Json, json};

use crate::spec;

fn requests() -> Vec<&'static Shape> {
    spec().operations.iter().map(|operation| operation.input.shape()).collect()
}

fn judged(whole: &Json) -> Vec<ApiFinding> {
    let view = ApiView::read(whole, &requests(), spec()).unwrap_or_else(|error| panic!("{error}"));
    api::check_api(&requests(), &view.contexts())
}

/// The ids of the rules that object, with the part and the place.
fn found(whole: &Json) -> Vec<String> {
    let line = |finding: ApiFinding| format!("{} | {} | {}", finding.violation.rule, finding.part, finding.path);
    judged(whole).into_iter().map(line).collect()
}

/// A pet shop, as the service answers for it.
fn pets() -> Json {
    json!({
        "resources": { "items": [
            { "id": "root", "path": "/" },
            { "id": "pets", "parentId": "root", "pathPart": "pets", "path": "/pets", "resourceMethods": {
                "POST": {
                    "httpMethod": "POST", "authorizationType": "CUSTOM", "authorizerId": "auth01",
                    "requestModels": { "application/json": "Pet" }, "requestValidatorId": "val001",
                    "methodResponses": { "200": {
                        "statusCode": "200", "responseParameters": { "method.response.header.X": false },
                        "responseModels": { "application/json": "Empty" },
                    } },
                    "methodIntegration": {
                        "type": "AWS", "httpMethod": "POST", "timeoutInMillis": 29000,
                        "credentials": "arn:aws:iam::111111111111:role/pets", "passthroughBehavior": "NEVER",
                        "uri": "arn:aws:apigateway:us-east-1:sqs:path/111111111111/pets",
                        "cacheNamespace": "pets", "cacheKeyParameters": [],
                        "integrationResponses": { "200": {
                            "statusCode": "200",
                            "responseParameters": { "method.response.header.X": "'x'" },
                            "responseTemplates": { "application/json": null },
                        } },
                    },
                },
            } },
            { "id": "pet", "parentId": "pets", "pathPart": "{id}", "path": "/pets/{id}", "resourceMethods": {
                "GET": {
                    "httpMethod": "GET", "authorizationType": "NONE", "apiKeyRequired": false,
                    "requestParameters": { "method.request.path.id": true },
                    "methodIntegration": {
                        "type": "HTTP_PROXY", "httpMethod": "GET", "uri": "https://example.com/{id}",
                        "connectionType": "INTERNET", "timeoutInMillis": 29000,
                        "requestParameters": { "integration.request.path.id": "method.request.path.id" },
                    },
                },
            } },
        ] },
        "models": { "items": [{ "name": "Empty" }, { "name": "Pet" }] },
        "requestValidators": { "items": [{ "id": "val001" }] },
        "authorizers": { "items": [{ "id": "auth01", "name": "tokens" }] },
    })
}

#[test]
fn a_sound_api_has_no_findings() {
    assert_eq!(found(&pets()), [""; 0]);
}

#[test]
fn what_is_not_told_is_not_judged() {
    let whole = json!({ "resources": pets()["resources"] });
    assert_eq!(found(&whole), [""; 0]);
    assert_eq!(found(&json!({})), [""; 0]);
}

/// What is found after a change of the pet shop at a JSON pointer.
#[track_caller]
fn changed(pointer: &str, value: Json, expected: &[&str]) {
    let mut whole = pets();
    *whole.pointer_mut(pointer).expect("a place of the pet shop") = value;
    assert_eq!(found(&whole), expected, "{pointer}");
}

#[test]
fn references_lead_somewhere() {
    let post = "resources[1].resourceMethods[\"POST\"]";
    changed(
        "/models/items/1/name",
        json!("Dog"),
        &[&format!("method-request-model-exists | POST /pets | {post}.requestModels[\"application/json\"]")],
    );
    changed(
        "/requestValidators/items",
        json!([]),
        &[&format!("method-request-validator-exists | POST /pets | {post}.requestValidatorId")],
    );
    changed(
        "/authorizers/items/0/id",
        json!("other"),
        &[&format!("method-authorizer-exists | POST /pets | {post}.authorizerId")],
    );
}

#[test]
fn mappings_fit_their_methods() {
    let (get, post) = ("resources[2].resourceMethods[\"GET\"]", "resources[1].resourceMethods[\"POST\"]");
    changed(
        "/resources/items/2/resourceMethods/GET/requestParameters",
        json!({}),
        &[&format!(
            "integration-request-parameter-declared | GET /pets/{{id}} | \
         {get}.methodIntegration.requestParameters[\"integration.request.path.id\"]"
        )],
    );
    changed(
        "/resources/items/2/resourceMethods/GET/methodIntegration/requestParameters",
        json!({}),
        &[&format!("integration-uri-placeholder-fed | GET /pets/{{id}} | {get}.methodIntegration.uri")],
    );
    changed(
        "/resources/items/1/resourceMethods/POST/methodResponses/200/responseParameters",
        json!({}),
        &[&format!(
            "integration-response-parameter-declared | POST /pets 200 | \
         {post}.methodIntegration.integrationResponses[\"200\"].responseParameters[\"method.response.header.X\"]"
        )],
    );
    changed(
        "/resources/items/1/resourceMethods/POST/methodResponses",
        json!({}),
        &[&format!("integration-response-needs-method-response | POST /pets 200 | {post}.methodResponses[\"200\"]")],
    );
}

#[test]
fn a_quota_is_reported_once() {
    let mut whole = pets();
    for (index, method) in [(1, "POST"), (2, "GET")] {
        let integration = &mut whole["resources"]["items"][index]["resourceMethods"][method]["methodIntegration"];
        integration["timeoutInMillis"] = json!(60000);
    }
    let rules: Vec<&str> = judged(&whole).iter().map(|finding| finding.violation.rule).collect();
    assert_eq!(rules, ["integration-timeout-needs-quota"]);
}

#[test]
fn there_is_something_to_deploy() {
    let mut whole = pets();
    let method = &mut whole["resources"]["items"][2]["resourceMethods"]["GET"];
    method.as_object_mut().expect("a method").remove("methodIntegration");
    let place = "resources[2].resourceMethods[\"GET\"].methodIntegration";
    assert_eq!(found(&whole), [format!("deployment-methods-need-integrations |  | {place}")]);
    let whole = json!({ "resources": [{ "id": "root", "path": "/" }] });
    assert_eq!(found(&whole), ["deployment-needs-methods |  | "]);
    assert_eq!(judged(&whole)[0].violation.message, Some("The REST API doesn't contain any methods"));
}

#[test]
fn siblings_get_along() {
    let mut whole = pets();
    let add = |whole: &mut Json, parent: &str, part: &str| {
        let path = if parent == "root" { format!("/{part}") } else { format!("/…/{part}") };
        let resource = json!({ "id": part, "parentId": parent, "pathPart": part, "path": path });
        whole["resources"]["items"].as_array_mut().expect("a list").push(resource);
    };
    add(&mut whole, "root", "{any}");
    add(&mut whole, "root", "{proxy+}");
    add(&mut whole, "root", "pets");
    add(&mut whole, "{proxy+}", "below");
    assert_eq!(
        found(&whole),
        [
            "resource-name-free | /pets | resources[1].pathPart",
            "resource-one-variable | /{any} | resources[3].pathPart",
            "resource-below-greedy | /…/below | resources[6].pathPart",
        ]
    );
}

#[test]
fn findings_say_which_part_they_are_about() {
    let mut whole = pets();
    whole["resources"]["items"][2]["resourceMethods"]["GET"]["methodIntegration"]["uri"] = json!("example.com");
    let found = judged(&whole);
    assert_eq!(
        found[0].to_string(),
        "GET /pets/{id}: `uri` cannot be `example.com` when `type` is `HTTP_PROXY`; the URL has no \
         scheme; begin it with `https://` or `http://` (AWS: Invalid HTTP endpoint specified for URI)"
    );
}

#[test]
fn roots_are_known_by_name_and_whole() {
    let read = |whole: &Json| ApiView::read(whole, &requests(), spec()).map(drop).map_err(|error| error.to_string());
    let unknown = read(&json!({ "resorces": [] })).expect_err("no such root");
    assert_eq!(unknown, "no rule knows an object `resorces`; did you mean `resources`?");
    let page = json!({ "models": { "position": "next", "items": [] } });
    assert_eq!(ApiView::read(&page, &requests(), spec()).err(), Some(ContextError::Page { name: "models".into() }));
}

/// A list that counts how often its items are looked at.
struct CountedList<'l> {
    list: &'l dyn Sequence,
    looks: Cell<usize>,
}

impl Sequence for CountedList<'_> {
    fn len(&self) -> usize {
        Sequence::len(self.list)
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.looks.set(self.looks.get() + 1);
        Sequence::get(self.list, index)
    }
}

/// How often the items of lists are looked at to check an API of some resources, each with a method that refers to a
/// model of its own.
fn looks(resources: usize) -> usize {
    let resource = |index: usize| {
        json!({ "id": format!("r{index}"), "parentId": "root", "pathPart": format!("p{index}"), "path": format!("/p{index}"),
        "resourceMethods": { "GET": {
            "httpMethod": "GET", "authorizationType": "NONE", "requestModels": { "application/json": format!("M{index}") },
            "methodIntegration": { "type": "MOCK" },
        } } })
    };
    let child =
        |index: usize| json!({ "id": format!("c{index}"), "parentId": format!("r{index}"), "pathPart": "{id}" });
    let root = [json!({ "id": "root", "path": "/" })];
    let all = root.into_iter().chain((0..resources).flat_map(|index| [resource(index), child(index)]));
    let models = (0..resources).map(|index| json!({ "name": format!("M{index}") }));
    let whole = json!({ "resources": all.collect::<Vec<_>>(), "models": models.collect::<Vec<_>>() });

    let view = ApiView::read(&whole, &requests(), spec()).unwrap_or_else(|error| panic!("{error}"));
    let contexts = view.contexts();
    let counted: Vec<_> = contexts
        .iter()
        .map(|context| match context.value {
            Value::List(list) => CountedList { list, looks: Cell::new(0) },
            _ => panic!("{context:?} is no list"),
        })
        .collect();
    let seen: Vec<_> = contexts
        .iter()
        .zip(&counted)
        .map(|(context, list)| Context { name: context.name, value: Value::List(list) })
        .collect();
    assert_eq!(api::check_api(&requests(), &seen), []);
    counted.iter().map(|list| list.looks.get()).sum()
}

#[test]
fn the_work_grows_with_the_api() {
    let (small, large) = (looks(100), looks(200));
    assert!(small >= 300, "{small} looks at 300 items");
    assert!(large < small * 9 / 4, "{small} looks for 100 resources, {large} for 200");
}
