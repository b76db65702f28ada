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
