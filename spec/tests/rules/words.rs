//! How violations read, in the spelling of the model and in others.

use apigw_spec::Violation;
use apigw_spec::case::separated;
use apigw_spec::rule::builtin;
use apigw_spec::violation::{ModelNaming, Naming, about};
use serde_json::{Map, Value as Json, json};

use crate::{cases, judge, operation};

struct RustNaming;

impl Naming for RustNaming {
    fn member(&self, name: &str) -> String {
        separated(name, '_')
    }
}

struct OptionNaming;

impl Naming for OptionNaming {
    fn member(&self, name: &str) -> String {
        format!("--{}", separated(name, '-'))
    }

    fn assignment(&self, member: &str, value: &str) -> String {
        format!("{member} {value}")
    }
}

fn judged(name: &str, params: &Json) -> Vec<Violation> {
    judge(operation(name).input.shape(), params, &Map::new())
}

fn integration(members: &Json) -> Json {
    let mut params = json!({ "restApiId": "api", "resourceId": "res", "httpMethod": "GET" });
    for (name, value) in members.as_object().expect("members") {
        params[name] = value.clone();
    }
    params
}

#[test]
fn a_missing_member_reads_the_same_in_every_spelling() {
    let found = judged("PutIntegration", &integration(&json!({ "type": "HTTP_PROXY", "uri": "https://a.b/" })));
    let [violation] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        violation.render(&RustNaming),
        "`integration_http_method` is required when `type` is `HTTP_PROXY`; add `integration_http_method: \"GET\"` \
         (AWS: Enumeration value for HttpMethod must be non-empty)"
    );
    assert_eq!(
        violation.render(&OptionNaming),
        "`--integration-http-method` is required when `--type` is `HTTP_PROXY`; add `--integration-http-method GET` \
         (AWS: Enumeration value for HttpMethod must be non-empty)"
    );
    assert_eq!(
        violation.to_string(),
        "`integrationHttpMethod` is required when `type` is `HTTP_PROXY`; add `integrationHttpMethod: \"GET\"` \
         (AWS: Enumeration value for HttpMethod must be non-empty)"
    );
}

#[test]
fn places_are_paths() {
    let params = integration(&json!({
        "type": "AWS_PROXY", "integrationHttpMethod": "POST", "uri": "arn:aws:lambda:us-east-1:1:function:fn",
        "tlsConfig": { "insecureSkipVerification": "yes" },
        "requestParameters": { "integration.request.header.X": "'open" }, "cacheKeyParameters": ["x"],
    }));
    let places: Vec<String> = judged("PutIntegration", &params)
        .iter()
        .map(|violation| format!("{} {} {:?}", violation.rule, violation.path, violation.span))
        .collect();
    assert_eq!(
        places,
        [
            "type tlsConfig.insecureSkipVerification None",
            "integration-uri-names-path-or-action uri Some((27, 0))",
            "integration-request-parameter-value requestParameters[\"integration.request.header.X\"] Some((5, 0))",
            "integration-cache-key-form cacheKeyParameters[0] Some((0, 0))",
            "integration-tls-config-for-http tlsConfig None",
        ]
    );
}

#[test]
fn required_members_are_named_together() {
    let found = judged("PutIntegration", &json!({ "type": "MOCK" }));
    let [violation] = found.as_slice() else { panic!("{found:?}") };
    let text = "missing required members of `PutIntegration`: `rest_api_id`, `resource_id`, `http_method`";
    assert_eq!(violation.render(&RustNaming), text);
}

#[test]
fn a_bad_discriminant_is_one_mistake() {
    let params =
        integration(&json!({ "type": "AWZ_PROXY", "uri": "x", "tlsConfig": {}, "connectionType": "VPC_LINK" }));
    let found = judged("PutIntegration", &params);
    let [violation] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(violation.rule, builtin::ENUM);
    assert_eq!(
        violation.to_string(),
        "`AWZ_PROXY` is not an `IntegrationType`; expected `HTTP`, `AWS`, `MOCK`, `HTTP_PROXY` or `AWS_PROXY` by \
         the model of 2026-11-22; to send a newer value, allow the rule `enum` (AWS: Member must satisfy enum value set)"
    );
}

#[test]
fn what_is_surely_wrong_is_not_doubted_too() {
    let params = integration(&json!({
        "type": "HTTP", "integrationHttpMethod": "GET", "uri": "https://a.b/", "timeoutInMillis": 29001,
    }));
    let context = json!({ "restApi": { "endpointConfiguration": { "types": ["EDGE"] } } });
    let shape = operation("PutIntegration").input.shape();
    let rules = |context: &Map<String, Json>| -> Vec<&str> {
        judge(shape, &params, context).iter().map(|violation| violation.rule).collect()
    };
    assert_eq!(rules(&Map::new()), ["integration-timeout-needs-quota"]);
    assert_eq!(rules(context.as_object().expect("an object")), ["integration-timeout-too-long-for-edge"]);
}

#[test]
fn every_finding_of_a_template_has_its_words() {
    let template = "#if($input.body)\n{\"a\": $util.escapeJavascript('x')}";
    let params = integration(&json!({
        "type": "MOCK", "requestTemplates": { "application/json": format!("{{\"statusCode\": 200}} {template}") },
    }));
    let found = judged("PutIntegration", &params);
    let spans: Vec<_> = found.iter().map(|violation| (violation.rule, violation.span.is_some())).collect();
    assert_eq!(spans, [("integration-template-findings", true); 2], "{found:?}");
}

#[test]
fn findings_without_a_rule_are_explained() {
    for id in builtin::ALL {
        assert!(about(id).is_some_and(|text| !text.is_empty()), "{id}");
    }
    assert_eq!(about("integration-uri-is-url"), None);
}

/// The text of every example is one line, in lower case, without a full stop, and is done in every spelling.
#[test]
fn sentences_have_one_form() {
    let examples = cases("rule-examples.json");
    for (id, example) in examples.as_object().expect("examples") {
        let shape = operation(example["operation"].as_str().expect("a name")).input.shape();
        for request in example["reject"].as_array().expect("a list") {
            let context = request["context"].as_object().cloned().unwrap_or_default();
            for violation in judge(shape, &request["params"], &context) {
                for naming in [&ModelNaming as &dyn Naming, &RustNaming, &OptionNaming] {
                    let text = violation.render(naming);
                    let ours = text.split(" (AWS: ").next().expect("a sentence");
                    assert!(!ours.contains('\n') && !ours.ends_with('.'), "{id}: {ours}");
                    assert!(ours.starts_with(|c: char| c == '`' || c.is_lowercase()), "{id}: {ours}");
                    assert!(ours.matches('`').count() % 2 == 0 || ours.contains("\\`"), "{id}: {ours}");
                }
            }
        }
    }
}
