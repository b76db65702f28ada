//! OpenAPI documents: each mistake at its own token.

use crate::lines;

/// A document that API Gateway imports.
const SOUND: &str = r##"
openapi: 3.0.1
info: {title: Pets, version: 1}
paths:
  /pets/{id}:
    parameters:
      - $ref: "#/components/parameters/Id"
    get:
      security: [{tokens: []}]
      x-amazon-apigateway-request-validator: all
      responses:
        200:
          headers:
            X-Kind: {schema: {type: string}}
          content:
            application/json: {schema: {$ref: "#/components/schemas/Pet"}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://${stageVariables.host}/pets/{id}
        passthroughBehavior: when_no_match
        timeoutInMillis: "29000"
        requestParameters:
          integration.request.path.id: method.request.path.id
        responses:
          default:
            statusCode: 200
            responseParameters:
              method.response.header.X-Kind: "'pet'"
    x-amazon-apigateway-any-method:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  schemas:
    Pet: {type: object}
  securitySchemes:
    tokens:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: $AuthorizerUri
        authorizerResultTtlInSeconds: "300"
x-amazon-apigateway-request-validators:
  all: {validateRequestBody: true, validateRequestParameters: true}
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    statusCode: 400
    responseParameters:
      gatewayresponse.header.Access-Control-Allow-Origin: "'*'"
"##;

/// What is found after one text of the sound document is replaced.
#[track_caller]
fn changed(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(SOUND.matches(from).count(), 1, "`{from}` is once in the document");
    assert_eq!(lines(&SOUND.replace(from, to)), expected, "{from} -> {to}");
}

#[test]
fn a_sound_document_has_no_findings() {
    assert_eq!(lines(SOUND), [""; 0]);
}

#[test]
fn mappings_are_checked_with_their_method() {
    changed(
        "method.request.path.id\n",
        "method.request.path.name\n",
        &["24:40 error integration-request-parameter-declared method.request.path.name"],
    );
    changed(
        "method.response.header.X-Kind:",
        "method.response.header.Kind:",
        &["29:15 error integration-response-parameter-declared method.response.header.Kind"],
    );
    changed("\"'pet'\"", "pet", &["29:46 error integration-response-parameter-value pet"]);
    changed("\"'pet'\"", "5", &["29:46 warning type 5"]);
    changed("\"'*'\"", "'*'", &["56:59 warning gateway-response-parameter-value '*'"]);
}

#[test]
fn variables_of_the_path_need_no_declaration() {
    let undeclared = SOUND.replace("    parameters:\n      - $ref: \"#/components/parameters/Id\"\n", "");
    assert_eq!(lines(&undeclared), [""; 0]);
    let other = undeclared.replace("method.request.path.id\n", "method.request.header.id\n");
    assert_eq!(lines(&other), ["22:40 error integration-request-parameter-declared method.request.header.id"]);
}

#[test]
fn references_are_checked_with_the_document() {
    changed(
        "request-validator: all",
        "request-validator: none",
        &["10:46 warning method-request-validator-exists none"],
    );
    changed("    Pet: {", "    Pets: {", &["16:69 warning method-response-model-exists Pet"]);
    changed(
        "    Pet: {",
        "    Pet_1: {",
        &["16:69 warning method-response-model-exists Pet", "39:8 error model-name-characters _"],
    );
}

#[test]
fn integrations_are_checked() {
    changed("type: http\n", "type: htp\n", &["18:15 warning enum htp"]);
    changed(
        "https://${stageVariables.host}/pets/{id}",
        "\"example.com/{id}\"",
        &["20:14 error integration-uri-is-url \"example.com/{id}\""],
    );
    changed("\"29000\"", "30", &["22:26 warning integration-timeout-too-short 30"]);
    changed("functions/${Pets.Arn}/invocations", "${Pets.Arn}", &[""; 0]);
    changed(
        ":lambda:path/2015-03-31/functions/${Pets.Arn}/invocations",
        ":lambda:function/${Pets.Arn}",
        &[
            "34:14 error integration-uri-names-path-or-action arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:function/${Pets.Arn}",
        ],
    );
    changed("httpMethod: POST", "httpMethod: GET", &["33:21 warning integration-lambda-needs-post GET"]);
}

#[test]
fn paths_are_checked_with_their_siblings() {
    changed(
        "components:\n  parameters",
        "  /pets/{name}/x y: {}\ncomponents:\n  parameters",
        &["5:9 error resource-one-variable {id}", "35:17 error resource-path-part  "],
    );
}

#[test]
fn json_is_read_as_well() {
    let text = r#"{"swagger": "2.0", "info": {}, "paths": {"/a/{b} ": {"get": {
  "x-amazon-apigateway-integration": {"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}\n#if(true)"}}
}}}}"#;
    assert_eq!(lines(text), ["1:46 error resource-path-part {b} ", "2:120 warning integration-template-findings #if"],);
}

#[test]
fn http_apis_and_documents_without_extensions_are_left_alone() {
    use apigw_lint::{DefinitionFormat, lint};
    let text = |extra: &str| {
        format!("openapi: 3.0.1\npaths:\n  /a b:\n    get:\n      x-amazon-apigateway-integration:\n        {extra}\n")
    };
    let format = |text: &str| lint(text).map(|report| (report.format, report.findings.len()));
    assert_eq!(format(&text("payloadFormatVersion: '2.0'")), Ok((DefinitionFormat::HttpApi, 0)));
    assert_eq!(format("openapi: 3.0.1\npaths: {/a b: {get: {}}}\n"), Ok((DefinitionFormat::Other, 0)));
    assert_eq!(format(&text("type: mock")).map(|(format, _)| format), Ok(DefinitionFormat::OpenApi));
}
