//! Templates: methods, bodies and other resources, with what their functions leave unknown.

use apigw_lint::{DefinitionFormat, lint};

use crate::lines;

const TEMPLATE: &str = r#"
Parameters:
  Origin: {Type: String}
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: pets
      Tags: [{Key: a, Value: b}]
  Pets:
    Type: AWS::Lambda::Function
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      ApiKeyRequired: "false"
      RequestParameters:
        method.request.querystring.kind: "true"
      Integration:
        Type: AWS
        IntegrationHttpMethod: POST
        Uri: !Sub arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations
        TimeoutInMillis: "29000"
        RequestParameters:
          integration.request.querystring.kind: method.request.querystring.kind
        IntegrationResponses:
          - StatusCode: 200
            ResponseParameters:
              method.response.header.Access-Control-Allow-Origin: !Sub "'${Origin}'"
      MethodResponses:
        - StatusCode: 200
          ResponseParameters: {method.response.header.Access-Control-Allow-Origin: true}
  Any:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Resource
      HttpMethod: ANY
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri:
          Fn::Join: ["", ["arn:aws:apigateway:", {Ref: "AWS::Region"}, ":lambda:path/2015-03-31/functions/", {"Fn::GetAtt": [Pets, Arn]}, /invocations]]
  Body:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /pets:
            get:
              x-amazon-apigateway-integration:
                type: http_proxy
                httpMethod: GET
                uri: !Sub https://${Host}/pets
"#;

/// What is found after one text of the template is replaced.
#[track_caller]
fn changed(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(TEMPLATE.matches(from).count(), 1, "`{from}` is once in the template");
    assert_eq!(lines(&TEMPLATE.replace(from, to)), expected, "{from} -> {to}");
}

#[test]
fn a_sound_template_has_no_findings() {
    assert_eq!(lines(TEMPLATE), [""; 0]);
    assert_eq!(lint(TEMPLATE).map(|report| report.format), Ok(DefinitionFormat::CloudFormation));
}

#[test]
fn methods_are_checked_as_calls() {
    changed("TimeoutInMillis: \"29000\"", "TimeoutInMillis: 30", &["26:26 error integration-timeout-too-short 30"]);
    changed(
        ": method.request.querystring.kind",
        ": method.request.querystring.sort",
        &["28:49 error integration-request-parameter-declared method.request.querystring.sort"],
    );
    changed(
        "!Sub \"'${Origin}'\"",
        "!Sub \"*${Origin}\"",
        &["32:72 error integration-response-parameter-value \"*${Origin}\""],
    );
    changed("HttpMethod: ANY", "HttpMethod: GETT", &["41:19 error integration-method-known GETT"]);
}

#[test]
fn unknown_parts_are_judged_by_what_they_can_be() {
    changed("/${Pets.Arn}/invocations", "/${Pets.Arn}", &[""; 0]);
    changed(
        "        Uri: !Sub arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations",
        "        Uri: !GetAtt Pets.Arn",
        &["25:22 error integration-uri-names-path-or-action Pets.Arn"],
    );
    changed("!Sub \"'${Origin}'\"", "!Ref Origin", &[""; 0]);
    changed("!Sub \"'${Origin}'\"", "!If [IsProd, \"'a'\", !Ref AWS::NoValue]", &[""; 0]);
}

#[test]
fn bodies_are_checked_as_imports() {
    changed("https://${Host}/pets", "${Host.x}example.com", &[""; 0]);
    changed("https://${Host}/pets", "example.com/${Host}", &["60:27 error integration-uri-is-url example.com/${Host}"]);
    changed(
        "httpMethod: GET\n",
        "timeoutInMillis: 30\n                httpMethod: GET\n",
        &["59:34 warning integration-timeout-too-short 30"],
    );
}

/// A stack whose parts are resources of their own.
const STACK: &str = r#"
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Mappings:
  Timeouts: {long: {ms: 29000}}
Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: pets}}
  Pet:
    Type: AWS::ApiGateway::Resource
    Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: "{id}"}
  Owner:
    Type: AWS::ApiGateway::Resource
    Properties: {RestApiId: !Ref Api, ParentId: !Ref Pet, PathPart: owner}
  Model:
    Type: AWS::ApiGateway::Model
    Properties: {RestApiId: !Ref Api, Name: Pet, ContentType: application/json, Schema: {type: object}}
  Validator:
    Type: AWS::ApiGateway::RequestValidator
    Properties: {RestApiId: !Ref Api, ValidateRequestBody: true}
  Users:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Name: users
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [!GetAtt Pool.Arn]
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Owner
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Users
      RequestValidatorId: !Ref Validator
      RequestModels: {application/json: Pet}
      Integration:
        Type: !If [IsProd, HTTP, MOCK]
        IntegrationHttpMethod: !If [IsProd, GET, !Ref AWS::NoValue]
        Uri: !If [IsProd, https://example.com, !Ref AWS::NoValue]
        TimeoutInMillis: !FindInMap [Timeouts, long, ms]
      MethodResponses: [{StatusCode: 200, ResponseModels: {application/json: Empty}}]
  Now:
    Type: AWS::ApiGateway::Deployment
    Properties: {RestApiId: !Ref Api}
"#;

/// What is found after one text of the stack is replaced.
#[track_caller]
fn restacked(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(STACK.matches(from).count(), 1, "`{from}` is once in the stack");
    assert_eq!(lines(&STACK.replace(from, to)), expected, "{from} -> {to}");
}

#[test]
fn a_stack_is_checked_as_one_api() {
    assert_eq!(lines(STACK), [""; 0]);
    restacked("{application/json: Pet}", "{application/json: Pets}", &["37:41 error method-request-model-exists Pets"]);
    restacked(
        "PathPart: owner}",
        "PathPart: owner}\n  Twin:\n    Type: AWS::ApiGateway::Resource\n    Properties: {RestApiId: !Ref Api, ParentId: !Ref Pet, PathPart: owner}",
        &["13:69 error resource-name-free owner"],
    );
    restacked(
        "RequestValidatorId: !Ref Validator",
        "RequestValidatorId: !Ref Users",
        &["36:32 error method-request-validator-exists Users"],
    );
    restacked("AuthorizerId: !Ref Users", "AuthorizerId: !Ref Other", &[""; 0]);
    let integration = STACK.find("      Integration:\n").expect("the integration")
        ..STACK.find("      MethodResponses").expect("responses");
    restacked(&STACK[integration.clone()], "", &["28:3 error deployment-methods-need-integrations Get"]);
}

#[test]
fn what_others_can_add_to_lacks_nothing() {
    let integration = STACK.find("      Integration:\n").expect("the integration")
        ..STACK.find("      MethodResponses").expect("responses");
    let without = STACK.replace(&STACK[integration], "");
    for (from, to) in [
        (
            "  Now:\n",
            "  More:\n    Type: AWS::CloudFormation::Stack\n    Properties: {Parameters: {Api: !Ref Api}}\n  Now:\n",
        ),
        ("Resources:\n", "Outputs: {Api: {Value: !Ref Api}}\nResources:\n"),
        ("Resources:\n", "Resources:\n  Fn::ForEach::More: [X, [a], {}]\n"),
        ("Properties: {Name: pets}", "Properties: {Name: pets, Body: {openapi: 3.0.1, paths: {}}}"),
    ] {
        assert_eq!(lines(&without.replace(from, to)), [""; 0], "{to}");
    }
    let url =
        without.replace("Resources:\n", "Outputs: {Url: {Value: !Sub 'https://${Api}.example.com'}}\nResources:\n");
    assert_eq!(lines(&url).len(), 1);
}

#[test]
fn conditions_are_tried_both_ways() {
    restacked("https://example.com", "example.com", &["41:27 error integration-uri-is-url example.com"]);
    restacked(
        "[IsProd, HTTP, MOCK]",
        "[IsProd, HTTP, HTTP_PROXY]",
        &["38:7 error integration-http-method-required Integration", "38:7 error integration-uri-required Integration"],
    );
    // Of two conditions nothing is known together.
    restacked("[IsProd, HTTP, MOCK]", "[IsTest, MOCK, HTTP]", &[""; 0]);
    restacked(
        "{long: {ms: 29000}}",
        "{long: {ms: 30}}",
        &["42:37 error integration-timeout-too-short [Timeouts, long, ms]"],
    );
    // A resource that is there under a condition can have a name that another has too.
    restacked(
        "PathPart: owner}",
        "PathPart: owner}\n    Condition: IsTest\n  Twin:\n    Type: AWS::ApiGateway::Resource\n    Condition: IsProd\n    Properties: {RestApiId: !Ref Api, ParentId: !Ref Pet, PathPart: owner}",
        &[""; 0],
    );
}

#[test]
fn what_sam_writes_into_documents_is_checked_as_an_import() {
    let api = |properties: &str| {
        let text = format!(
            "Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: prod\n      {properties}\n"
        );
        lines(&text)
    };
    assert_eq!(api("Cors: \"'*'\""), [""; 0]);
    assert_eq!(api("Cors: '*'"), ["6:13 error integration-response-parameter-value '*'"]);
    assert_eq!(api("Cors: !Ref Origin"), [""; 0]);
    assert_eq!(api("Cors: {AllowOrigin: !Sub \"'${Origin}'\", AllowHeaders: \"'a,b'\", MaxAge: \"'600'\"}"), [""; 0]);
    assert_eq!(api("Cors: {AllowHeaders: 'a,b'}"), ["6:28 error integration-response-parameter-value 'a,b'"]);
    let response = |header: &str| {
        api(&format!(
            "GatewayResponses: {{DEFAULT_4XX: {{StatusCode: 400, ResponseParameters: {{Headers: {{{header}}}}}}}}}"
        ))
    };
    assert_eq!(response("A: \"'a'\""), [""; 0]);
    assert_eq!(response("A: a"), ["6:91 warning gateway-response-parameter-value a"]);

    let globals = "Globals:\n  Api:\n    Cors: {AllowMethods: GET}\nResources:\n  F: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: Api, Properties: {Path: /, Method: get}}}}}\n# AWS::Serverless::Api\n";
    assert_eq!(lines(globals), ["3:26 error integration-response-parameter-value GET"]);
}
