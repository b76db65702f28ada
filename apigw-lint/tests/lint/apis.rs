//! APIs that a file defines by resources, as programs that run them get them.

use apigw_lint::{FileApi, read_apis};
use serde_json::{Value, json};

/// The only API of a file.
fn api(text: &str) -> FileApi {
    let mut apis = read_apis(text).expect("a readable file");
    assert_eq!(apis.len(), 1, "{apis:?}");
    apis.remove(0)
}

/// The method at a path of an API.
fn method<'a>(api: &'a FileApi, path: &str, verb: &str) -> &'a Value {
    let resources = api.parts["resources"].as_array().expect("resources");
    let resource = resources.iter().find(|resource| resource["path"] == path).expect("a resource");
    &resource["resourceMethods"][verb]
}

const TEMPLATE: &str = r#"
Parameters:
  Status: {Type: String, Default: "201"}
Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: pets, BinaryMediaTypes: [image/png]}}
  Pets:
    Type: AWS::ApiGateway::Resource
    Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: pets}
  Pet:
    Type: AWS::ApiGateway::Resource
    Properties: {RestApiId: !Ref Api, ParentId: !Ref Pets, PathPart: "{id}"}
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Pet
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: MOCK
        RequestTemplates: {application/json: '{"statusCode": 200}'}
        IntegrationResponses: [{StatusCode: "201", SelectionPattern: !Ref Status}]
      MethodResponses: [{StatusCode: "201"}]
  Post:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function.Arn}/invocations"
  Function: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.12}}
"#;

/// The path by which a function of an example is called.
const INVOCATION: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
                          arn:aws:lambda:us-east-1:123456789012:function:";

#[test]
fn a_template_with_methods_defines_an_api() {
    let api = api(TEMPLATE);
    assert_eq!(api.name, "Api");
    assert_eq!(api.parts["api"]["binaryMediaTypes"], json!(["image/png"]));

    let get = method(&api, "/pets/{id}", "GET");
    assert_eq!(get["methodIntegration"]["type"], "MOCK");
    assert_eq!(get["methodIntegration"]["integrationResponses"]["201"]["selectionPattern"], "201");
    assert!(get["methodResponses"]["201"].is_object(), "{get}");

    let post = method(&api, "/", "POST");
    assert_eq!(post["methodIntegration"]["uri"], format!("{INVOCATION}Function/invocations"));
    assert_eq!(api.unknown, []);
}

#[test]
fn what_only_a_deployment_knows_is_said() {
    let text = TEMPLATE.replace("${Function.Arn}", "${Other}");
    let api = api(&text);
    let [unknown] = api.unknown.as_slice() else { panic!("{:?}", api.unknown) };
    assert_eq!(unknown.path.last().map(String::as_str), Some("uri"));
    assert!(method(&api, "/", "POST")["methodIntegration"]["uri"].is_null());
}

#[test]
fn resources_without_methods_define_nothing_to_run() {
    let text = "Resources:\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: pets}}\n";
    assert!(read_apis(text).expect("a readable file").is_empty());
}
