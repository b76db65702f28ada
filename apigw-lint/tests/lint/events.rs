//! Events of functions in SAM and the Serverless Framework, the values that parameters can have, and HTTP APIs.

use apigw_lint::{DefinitionFormat, lint};

use crate::lines;

/// A template of SAM with functions whose events are methods.
fn sam(functions: &str) -> String {
    format!("Transform: AWS::Serverless-2016-10-31\nResources:\n{functions}")
}

/// A function with one event.
fn function(name: &str, path: &str, method: &str, more: &str) -> String {
    format!(
        "  {name}:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        Call:\n          Type: Api\n          \
         Properties:\n            Path: {path}\n            Method: {method}\n{more}"
    )
}

#[test]
fn implicit_apis_are_checked() {
    let right = sam(&(function("A", "/pets/{id}", "get", "") + &function("B", "/pets/{id}/food", "ANY", "")));
    assert_eq!(lines(&right), [""; 0]);
    assert_eq!(lint(&right).map(|report| report.format), Ok(DefinitionFormat::CloudFormation));

    let wrong = sam(&(function("A", "/pets/{id}", "get", "") + &function("B", "/pets/{name}", "post", "")));
    assert_eq!(lines(&wrong), ["10:25 error resource-one-variable {id}"]);
    assert_eq!(lines(&sam(&function("A", "/pet s", "get", ""))), ["10:23 error resource-path-part  "]);
}

#[test]
fn events_belong_to_the_api_that_they_name() {
    let api = |name: &str, more: &str| {
        format!("  {name}: {{Type: AWS::Serverless::Api, Properties: {{StageName: v1{more}}}}}\n")
    };
    let of = |api: &str| format!("            RestApiId: !Ref {api}\n");
    let two = |first: &str, second: &str| {
        function("A", "/pets/{id}", "get", &of(first)) + &function("B", "/pets/{name}", "get", &of(second))
    };
    let apis = api("One", "") + &api("Two", "");
    assert_eq!(lines(&sam(&(two("One", "Two") + &apis))), [""; 0]);
    assert_eq!(lines(&sam(&(two("One", "One") + &apis))).len(), 1);

    // An API with a document of its own, and functions that are not there together.
    let own = api("One", ", DefinitionUri: api.yaml");
    assert_eq!(lines(&sam(&(two("One", "One") + &own))), [""; 0]);
    let conditional = two("One", "One")
        .replace("    Type: AWS::Serverless::Function", "    Condition: C\n    Type: AWS::Serverless::Function");
    assert_eq!(lines(&sam(&(conditional + &apis))), [""; 0]);
}

/// A template whose integration refers to a parameter.
fn with_parameter(values: &str, kind: &str, timeout: &str) -> String {
    format!(
        "Parameters:\n  P: {{Type: String, AllowedValues: [{values}]}}\nResources:\n  M:\n    Type: AWS::ApiGateway::Method\n    \
         Properties:\n      RestApiId: a\n      ResourceId: b\n      HttpMethod: GET\n      AuthorizationType: NONE\n      \
         Integration:\n        Type: {kind}\n        TimeoutInMillis: {timeout}\n"
    )
}

#[test]
fn each_value_of_a_parameter_is_tried() {
    assert_eq!(lines(&with_parameter("50, 29000", "MOCK", "!Ref P")), [""; 0]);
    assert_eq!(lines(&with_parameter("5, 10", "MOCK", "!Ref P")), ["13:31 error integration-timeout-too-short P"]);
    assert_eq!(lines(&with_parameter("MOCK, MOK", "!Ref P", "29000")), ["12:20 warning enum P"]);
    assert_eq!(lines(&with_parameter("MO, MOK", "!Sub '${P}'", "29000")), ["12:20 error enum '${P}'"]);
    assert_eq!(lines(&with_parameter("CK, C", "!Sub 'MO${P}'", "29000")), ["12:20 warning enum 'MO${P}'"]);

    let report = lint(&with_parameter("50, 5", "MOCK", "!Ref P")).expect("a template");
    let message = report.findings.first().map(|finding| finding.message.as_str()).unwrap_or_default();
    assert!(message.starts_with("if `P` is `5`, "), "{message}");

    // What a condition or a rule of the template can exclude is not tried.
    let conditional = with_parameter("50, 5", "MOCK", "!Ref P")
        .replace("    Type: AWS::ApiG", "    Condition: C\n    Type: AWS::ApiG");
    assert_eq!(lines(&conditional), [""; 0]);
    assert_eq!(lines(&with_parameter("50, 5", "MOCK", "!If [C, !Ref P, 100]")), [""; 0]);
    assert_eq!(lines(&format!("Rules: {{}}\n{}", with_parameter("50, 5", "MOCK", "!Ref P"))), [""; 0]);
}

/// A configuration of the Serverless Framework with one event.
fn serverless(event: &str) -> String {
    format!(
        "service: pets\nprovider: {{name: aws}}\nfunctions:\n  f:\n    handler: f.f\n    events:\n      - http: {event}\n"
    )
}

#[test]
fn events_of_the_serverless_framework_are_methods() {
    for right in [
        "GET pets/{id}",
        "{path: pets, method: any, cors: true}",
        "{path: '${self:custom.path}', method: get}",
        "{path: pets, method: get, integration: lambda, response: {headers: {Content-Type: \"'text/html'\"}, template: $input.body}}",
        "{path: pets, method: get, integration: http-proxy, request: {uri: 'https://example.com/${self:custom.path}'}}",
        "{path: pets, method: get, integration: '${self:custom.kind}', response: {headers: {X: x}}}",
        "{path: pets, method: get, response: {headers: {X: x}}}",
        "{path: pets, method: post, integration: lambda, request: {template: {application/json: '{}'}, passThrough: NEVER}, response: {statusCodes: {200: {pattern: ''}, 400: {pattern: '.*Bad.*', template: '{}'}}}}",
    ] {
        assert_eq!(lines(&serverless(right)), [""; 0], "{right}");
        assert_eq!(lint(&serverless(right)).map(|report| report.format), Ok(DefinitionFormat::Serverless));
    }
    for (wrong, place, rule) in [
        ("GET pet s", " ", "resource-path-part"),
        (
            "{path: pets, method: get, integration: http, request: {uri: example.com}}",
            "example.com",
            "integration-uri-is-url",
        ),
        (
            "{path: pets, method: get, integration: lambda, response: {headers: {X: x}}}",
            "x",
            "integration-response-parameter-value",
        ),
        (
            "{path: pets, method: get, integration: lambda, request: {passThrough: SOMETIMES}}",
            "SOMETIMES",
            "integration-passthrough-known",
        ),
    ] {
        let text = serverless(wrong);
        let report = lint(&text).expect("a configuration");
        let found = report.findings.iter().map(|finding| (finding.span.of(&text), finding.rule, finding.is_error()));
        assert_eq!(found.collect::<Vec<_>>(), [(place, rule, true)], "{wrong}");
    }

    // The resources are a template.
    let text = "service: a\nprovider: aws\nresources:\n  Resources:\n    R: {Type: AWS::ApiGateway::GatewayResponse, Properties: {RestApiId: '${self:x}', ResponseType: DEFAULT_4XX, ResponseParameters: {gatewayresponse.header.X: x}}}\n";
    assert_eq!(lines(text).len(), 1, "{:?}", lines(text));
}

#[test]
fn http_apis_are_left_alone() {
    let rest = "  R: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}\n";
    let http = "  H: {Type: AWS::ApiGatewayV2::Integration, Properties: {IntegrationMethod: nothing}}\n";
    let format = |text: &str| lint(text).map(|report| (report.format, report.has_http_apis, report.findings.len()));
    let template = |resources: &str| format!("Resources:\n{resources}");
    assert_eq!(format(&template(rest)), Ok((DefinitionFormat::CloudFormation, false, 0)));
    assert_eq!(format(&template(http)), Ok((DefinitionFormat::HttpApi, true, 0)));
    assert_eq!(format(&template(&format!("{rest}{http}"))), Ok((DefinitionFormat::CloudFormation, true, 0)));

    let (rest, http) = (
        "resource \"aws_api_gateway_api_key\" \"a\" {\n  name = \"a\"\n}\n",
        "resource \"aws_apigatewayv2_api\" \"b\" {\n}\n",
    );
    assert_eq!(format(http), Ok((DefinitionFormat::HttpApi, true, 0)));
    assert_eq!(format(&format!("{rest}{http}")), Ok((DefinitionFormat::Terraform, true, 0)));
    assert_eq!(format(&serverless("GET a").replace("http:", "httpApi:")), Ok((DefinitionFormat::HttpApi, true, 0)));
    // What only looks like one of these and cannot be read is nothing.
    assert_eq!(format("provider:\n  x: [\nprovider: y"), Ok((DefinitionFormat::Other, false, 0)));
}
