//! Plans of Terraform: values, what is unknown of them, and the references that tie resources together.

use apigw_lint::{DefinitionFormat, lint};
use serde_json::{Value as Json, json};

use crate::findings;

/// A resource that is to be made: its values, what is unknown of it, and what its arguments refer to.
struct Planned {
    address: &'static str,
    after: Json,
    unknown: Json,
    references: Json,
}

impl Planned {
    fn kind(&self) -> &str {
        self.plain().split('.').next().unwrap_or_default()
    }

    /// The address in its module, without the key of the instance.
    fn plain(&self) -> &str {
        let inner = self.address.rsplit_once("module.child.").map_or(self.address, |(_, inner)| inner);
        inner.split('[').next().unwrap_or_default()
    }

    fn change(&self) -> Json {
        json!({
            "address": self.address, "mode": "managed", "type": self.kind(),
            "change": {"actions": ["create"], "before": null, "after": self.after, "after_unknown": self.unknown}
        })
    }

    fn configured(&self) -> Json {
        let expressions = self.references.as_object().cloned().unwrap_or_default().into_iter().map(|(name, target)| {
            let target = target.as_str().unwrap_or_default().to_owned();
            let object = target.rsplit_once('.').map_or(target.clone(), |(object, _)| object.to_owned());
            (name, json!({"references": [target, object]}))
        });
        json!({"address": self.plain(), "expressions": Json::Object(expressions.collect())})
    }
}

fn planned(address: &'static str, after: Json, unknown: Json, references: Json) -> Planned {
    Planned { address, after, unknown, references }
}

/// The text of a plan. Resources of the module `child` take the API from a variable.
fn plan(resources: &[Planned]) -> String {
    let changes: Vec<_> = resources.iter().map(Planned::change).collect();
    let (inner, outer): (Vec<_>, Vec<_>) =
        resources.iter().partition(|resource| resource.address.starts_with("module."));
    let list = |resources: &[&Planned]| resources.iter().map(|resource| resource.configured()).collect::<Vec<_>>();
    let api = json!({"references": ["aws_api_gateway_rest_api.pets.id", "aws_api_gateway_rest_api.pets"]});
    let call = json!({"expressions": {"api": api}, "module": {"resources": list(&inner)}});
    let text = json!({
        "format_version": "1.2", "resource_changes": changes,
        "configuration": {"root_module": {"resources": list(&outer), "module_calls": {"child": call}}}
    });
    serde_json::to_string_pretty(&text).expect("JSON")
}

/// A sound API with one method.
fn resources() -> Vec<Planned> {
    let api = "aws_api_gateway_rest_api.pets.id";
    let resource = "aws_api_gateway_resource.pet.id";
    vec![
        planned(
            "aws_api_gateway_rest_api.pets",
            json!({"name": "pets", "minimum_compression_size": ""}),
            json!({"id": true, "root_resource_id": true}),
            json!({}),
        ),
        planned(
            "aws_api_gateway_resource.pet",
            json!({"path_part": "{id}"}),
            json!({"id": true, "parent_id": true, "rest_api_id": true}),
            json!({"rest_api_id": api, "parent_id": "aws_api_gateway_rest_api.pets.root_resource_id"}),
        ),
        planned(
            "aws_api_gateway_method.get",
            json!({"http_method": "GET", "authorization": "NONE", "request_parameters": {"method.request.path.id": true}}),
            json!({"id": true, "resource_id": true, "rest_api_id": true, "request_parameters": {}}),
            json!({"rest_api_id": api, "resource_id": resource}),
        ),
        planned(
            "aws_api_gateway_integration.get",
            json!({
                "http_method": "GET", "type": "HTTP", "integration_http_method": "GET", "uri": "https://example.com/{id}",
                "timeout_milliseconds": 29000, "tls_config": [{"insecure_skip_verification": true}],
                "request_parameters": {"integration.request.path.id": "method.request.path.id"}
            }),
            json!({"id": true, "resource_id": true, "rest_api_id": true, "passthrough_behavior": true}),
            json!({"rest_api_id": "aws_api_gateway_method.get.rest_api_id", "resource_id": "aws_api_gateway_method.get.resource_id"}),
        ),
        planned(
            "aws_api_gateway_method_response.ok",
            json!({"http_method": "GET", "status_code": "200", "response_parameters": {"method.response.header.X-Kind": true}}),
            json!({"id": true, "resource_id": true, "rest_api_id": true}),
            json!({"rest_api_id": api, "resource_id": resource}),
        ),
        planned(
            "aws_api_gateway_integration_response.ok",
            json!({"http_method": "GET", "status_code": "200", "selection_pattern": "", "response_parameters": {"method.response.header.X-Kind": "'pet'"}}),
            json!({"id": true, "resource_id": true, "rest_api_id": true}),
            json!({"rest_api_id": api, "resource_id": resource}),
        ),
        planned(
            "aws_api_gateway_deployment.now",
            json!({"triggers": null}),
            json!({"id": true, "rest_api_id": true}),
            json!({"rest_api_id": api}),
        ),
    ]
}

/// The findings after a value of one resource is changed: rule, level, part and the text at fault.
#[track_caller]
fn changed(address: &str, attribute: &str, value: Json, expected: &[&str]) {
    let mut resources = resources();
    let resource = resources.iter_mut().find(|resource| resource.address == address).expect("the resource");
    resource.after[attribute] = value;
    let expected: Vec<_> = expected.iter().map(|line| (*line).to_owned()).collect();
    assert_eq!(lines(&plan(&resources)), expected, "{address}.{attribute}");
}

fn lines(text: &str) -> Vec<String> {
    let line = |finding: apigw_lint::FileFinding| {
        let level = if finding.is_error() { "error" } else { "warning" };
        format!("{level} {}: {}: {}", finding.rule, finding.part, finding.span.of(text))
    };
    findings(text).into_iter().map(line).collect()
}

#[test]
fn a_sound_plan_has_no_findings() {
    let text = plan(&resources());
    assert_eq!(lines(&text), [""; 0]);
    assert_eq!(lint(&text).map(|report| report.format), Ok(DefinitionFormat::TerraformPlan));
}

#[test]
fn values_are_checked_as_requests() {
    changed(
        "aws_api_gateway_integration.get",
        "timeout_milliseconds",
        json!(30),
        &["error integration-timeout-too-short: GET /{id}: 30"],
    );
    changed(
        "aws_api_gateway_integration.get",
        "uri",
        json!("example.com"),
        &["error integration-uri-is-url: GET /{id}: \"example.com\""],
    );
    changed(
        "aws_api_gateway_rest_api.pets",
        "minimum_compression_size",
        json!("-5"),
        &["error rest-api-compression-size: aws_api_gateway_rest_api.pets: \"-5\""],
    );
    changed("aws_api_gateway_rest_api.pets", "minimum_compression_size", json!("-1"), &[]);
}

#[test]
fn an_api_is_put_together_by_its_references() {
    changed(
        "aws_api_gateway_integration.get",
        "request_parameters",
        json!({"integration.request.path.id": "method.request.path.name"}),
        &["error integration-request-parameter-declared: GET /{id}: \"method.request.path.name\""],
    );
    changed(
        "aws_api_gateway_method_response.ok",
        "response_parameters",
        json!({}),
        &["error integration-response-parameter-declared: GET /{id} 200: \"method.response.header.X-Kind\""],
    );
    changed(
        "aws_api_gateway_method_response.ok",
        "status_code",
        json!("201"),
        &["error integration-response-needs-method-response: GET /{id} 200: \"aws_api_gateway_method_response.ok\""],
    );
}

#[test]
fn siblings_and_methods_without_integrations_are_found() {
    let mut more = resources();
    more.push(planned(
        "aws_api_gateway_resource.name",
        json!({"path_part": "{name}"}),
        json!({"id": true, "parent_id": true, "rest_api_id": true}),
        json!({"rest_api_id": "aws_api_gateway_rest_api.pets.id", "parent_id": "aws_api_gateway_rest_api.pets.root_resource_id"}),
    ));
    assert_eq!(lines(&plan(&more)), ["error resource-one-variable: /{id}: \"{id}\""]);

    let mut fewer = resources();
    fewer.retain(|resource| !resource.address.contains("integration"));
    let found = lines(&plan(&fewer));
    assert_eq!(found, ["error deployment-methods-need-integrations: : \"aws_api_gateway_method.get\""]);
}

#[test]
fn what_is_unknown_is_not_held_against_a_plan() {
    let unknown = |address: &str, attribute: &str, mask: Json| {
        let mut resources = resources();
        let resource = resources.iter_mut().find(|resource| resource.address == address).expect("the resource");
        if mask == Json::Bool(true) {
            resource.after.as_object_mut().expect("an object").remove(attribute);
        } else {
            resource.after[attribute] = json!({});
        }
        resource.unknown[attribute] = mask;
        lines(&plan(&resources))
    };
    for (address, attribute, mask) in [
        ("aws_api_gateway_method.get", "request_parameters", json!(true)),
        ("aws_api_gateway_method.get", "http_method", json!(true)),
        ("aws_api_gateway_integration.get", "uri", json!(true)),
        ("aws_api_gateway_integration.get", "type", json!(true)),
        ("aws_api_gateway_integration.get", "request_parameters", json!({"integration.request.path.id": true})),
        ("aws_api_gateway_method_response.ok", "status_code", json!(true)),
        ("aws_api_gateway_method_response.ok", "response_parameters", json!(true)),
    ] {
        assert_eq!(unknown(address, attribute, mask), [""; 0], "{address}.{attribute}");
    }
}

#[test]
fn modules_and_instances_are_followed() {
    let mut resources = resources();
    let instance = |address, key: &str| {
        planned(
            address,
            json!({"http_method": "PUT", "authorization": "NONE", "request_parameters": {key: true}}),
            json!({"id": true, "resource_id": true, "rest_api_id": true}),
            json!({"rest_api_id": "var.api", "resource_id": "aws_api_gateway_resource.inner.id"}),
        )
    };
    resources.push(planned(
        "module.child.aws_api_gateway_resource.inner[0]",
        json!({"path_part": "inner"}),
        json!({"id": true, "parent_id": true, "rest_api_id": true}),
        json!({"rest_api_id": "var.api", "parent_id": "var.unknown"}),
    ));
    resources.push(instance("module.child.aws_api_gateway_method.put[0]", "method.request.header.A"));
    resources.push(planned(
        "module.child.aws_api_gateway_integration.put[0]",
        json!({"http_method": "PUT", "type": "MOCK", "request_parameters": {"integration.request.header.A": "method.request.header.B"}}),
        json!({"id": true, "resource_id": true, "rest_api_id": true}),
        json!({"rest_api_id": "var.api", "resource_id": "aws_api_gateway_resource.inner.id"}),
    ));
    assert_eq!(
        lines(&plan(&resources)),
        ["error integration-request-parameter-declared: PUT /…/inner: \"method.request.header.B\""]
    );
}

#[test]
fn bodies_within_a_plan_are_checked_as_imports() {
    let body = json!({"openapi": "3.0.1", "paths": {"/a": {"get": {
        "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": "example.com"}
    }}}});
    let text = plan(&[planned(
        "aws_api_gateway_rest_api.pets",
        json!({"name": "pets", "body": body.to_string()}),
        json!({}),
        json!({}),
    )]);
    assert_eq!(lines(&text), ["error integration-uri-is-url: GET /a: \\\"example.com\\\""]);
}
