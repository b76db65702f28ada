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

const GUARDED: &str = r"
Transform: AWS::Serverless-2016-10-31
Globals:
  Api:
    Auth:
      ApiKeyRequired: true
      Authorizers: {Tokens: {FunctionArn: !GetAtt Guard.Arn, Identity: {Header: X-Token, ReauthorizeEvery: 30}}}
Resources:
  Guard: {Type: AWS::Serverless::Function}
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Auth:
        DefaultAuthorizer: Tokens
        ApiKeyRequired: false
        AddDefaultAuthorizerToCorsPreflight: false
        ResourcePolicy: {CustomStatements: []}
        Authorizers:
          Pool: {UserPoolArn: arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a, AuthorizationScopes: [a/b]}
          Whole: {FunctionPayloadType: REQUEST, FunctionArn: !Ref Unknown, Identity: {Headers: [H], QueryStrings: [q]}}
  F:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Default: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /default, Method: get}}
        Preflight: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /default, Method: options}}
        Open: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /open, Method: get, Auth: {Authorizer: NONE, ApiKeyRequired: true}}}
        Signed: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /signed, Method: get, Auth: {Authorizer: AWS_IAM, InvokeRole: NONE}}}
        Pool: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /pool, Method: any, Auth: {Authorizer: Pool}}}
        Other: {Type: Api, Properties: {Path: /other, Method: get}}
";

#[test]
fn what_sam_asks_of_callers_is_asked() {
    let apis = read_apis(GUARDED).expect("a readable file");
    let named = |name: &str| apis.iter().find(|api| api.name == name).unwrap_or_else(|| panic!("{name}"));
    let api = named("Api");
    let asked = |path: &str, verb: &str| {
        let method = method(api, path, verb);
        ["authorizationType", "authorizerId", "apiKeyRequired", "authorizationScopes"]
            .map(|member| method[member].clone())
    };
    let none = || Value::Null;
    assert_eq!(asked("/default", "GET"), [json!("CUSTOM"), json!("Tokens"), none(), none()]);
    assert_eq!(asked("/default", "OPTIONS")[1], none());
    assert_eq!(asked("/open", "GET")[1..3], [none(), json!(true)]);
    assert_eq!(asked("/signed", "GET")[..2], [json!("AWS_IAM"), none()]);
    let pool = [json!("COGNITO_USER_POOLS"), json!("Pool"), none(), json!(["a/b"])];
    assert_eq!(asked("/pool", "ANY"), pool);

    let authorizers = api.parts["authorizers"].as_array().expect("authorizers");
    let tokens = authorizers.iter().find(|authorizer| authorizer["name"] == "Tokens").expect("an authorizer");
    let expected = json!({
        "id": "Tokens", "name": "Tokens", "type": "TOKEN", "identitySource": "method.request.header.X-Token",
        "authorizerResultTtlInSeconds": 30, "authorizerUri": format!("{INVOCATION}Guard/invocations"),
    });
    assert_eq!(*tokens, expected);
    assert_eq!(
        api.unknown.iter().map(|unknown| unknown.path.join(".")).collect::<Vec<_>>(),
        ["authorizers.Whole.authorizerUri"]
    );
    assert_eq!(api.not_enforced, ["Auth.ResourcePolicy", "Auth.InvokeRole of events"]);

    // The API of events that name none is deployed to one stage, and has what all APIs have.
    let implicit = named("ServerlessRestApi");
    assert_eq!((implicit.stage.as_deref(), api.stage.as_deref()), (Some("Prod"), Some("v1")));
    assert_eq!(method(implicit, "/other", "GET")["apiKeyRequired"], true);
    assert!(implicit.not_enforced.is_empty());
}

/// SAM puts the lists of all APIs before those of one.
#[test]
fn lists_of_all_apis_come_before_those_of_one() {
    let pool = |scopes: &str| {
        format!(
            "Authorizers: {{Pool: {{UserPoolArn: arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a, {scopes}}}}}"
        )
    };
    let text = GUARDED
        .replace("      ApiKeyRequired: true\n", &format!("      {}\n", pool("AuthorizationScopes: [c/d, a/b]")))
        .replace("      Authorizers: {Tokens: {FunctionArn: !GetAtt Guard.Arn, Identity: {Header: X-Token, ReauthorizeEvery: 30}}}\n", "");
    let apis = read_apis(&text).expect("a readable file");
    let api = apis.iter().find(|api| api.name == "Api").expect("the API");
    assert_eq!(method(api, "/pool", "ANY")["authorizationScopes"], json!(["c/d", "a/b", "a/b"]));
}

/// An API of SAM with a method, as read, whose `Auth` has some members and whose event has an `Auth`.
fn guarded(auth: &str, event: &str) -> FileApi {
    let text = format!(
        "Parameters: {{Known: {{Type: String, Default: Tokens}}, Yes: {{Type: String, Default: 'true'}}, Which: {{Type: String}}}}
Conditions: {{Prod: !Equals [!Ref Which, x]}}
Resources:
  Guard: {{Type: AWS::Serverless::Function}}
  Api:
    Type: AWS::Serverless::Api
    Properties: {{StageName: v1, Auth: {auth}}}
  F:
    Type: AWS::Serverless::Function
    Properties: {{Events: {{Get: {{Type: Api, Properties: {{RestApiId: !Ref Api, Path: /a, Method: get, Auth: {event}}}}}}}}}
"
    );
    api(&text)
}

#[test]
fn references_in_auth_are_followed_and_what_is_not_known_is_said() {
    let tokens = "Authorizers: {Tokens: {FunctionArn: !GetAtt Guard.Arn}}";
    let asked = |auth: &str, event: &str| {
        let api = guarded(&format!("{{{tokens}, {auth}}}"), event);
        let method = method(&api, "/a", "GET");
        let authorizer = method["authorizerId"].as_str().map(str::to_owned);
        (authorizer, method["apiKeyRequired"] == true, api.not_enforced)
    };
    let default = "DefaultAuthorizer: Tokens";
    let authorizer = || Some("Tokens".to_owned());

    for reference in ["{Ref: Known}", "!Ref Known", "!Sub '${Known}'"] {
        let known = (authorizer(), false, Vec::new());
        assert_eq!(asked(&format!("DefaultAuthorizer: {reference}"), "{}"), known, "{reference}");
        assert_eq!(asked("", &format!("{{Authorizer: {reference}}}")), known, "{reference}");
    }
    for reference in ["{Ref: Yes}", "!Ref Yes"] {
        let known = (None, true, Vec::new());
        assert_eq!(asked(&format!("ApiKeyRequired: {reference}"), "{}"), known, "{reference}");
        assert_eq!(asked("", &format!("{{ApiKeyRequired: {reference}}}")), known, "{reference}");
    }

    for unknown in ["{Ref: Which}", "!Ref Which", "!If [Prod, Tokens, NONE]"] {
        let said = |name: &str| vec![name.to_owned()];
        let of = |member: &str| format!("{member}: {unknown}");
        let of_event = |member: &str| format!("{{{member}: {unknown}}}");
        assert_eq!(asked(&of("DefaultAuthorizer"), "{}"), (None, false, said("Auth.DefaultAuthorizer")), "{unknown}");
        assert_eq!(asked(&of("ApiKeyRequired"), "{}"), (None, false, said("Auth.ApiKeyRequired")), "{unknown}");
        let found = asked("", &of_event("ApiKeyRequired"));
        assert_eq!(found, (None, false, said("Auth.ApiKeyRequired of events")), "{unknown}");
        // What is asked of all callers is asked then.
        let found = asked(default, &of_event("Authorizer"));
        assert_eq!(found, (authorizer(), false, said("Auth.Authorizer of events")), "{unknown}");
        assert_eq!(asked(default, unknown), (authorizer(), false, said("Auth of events")), "{unknown}");
    }
    assert_eq!(guarded("!Ref Which", "{ApiKeyRequired: true}").not_enforced, ["Auth"]);
    assert_eq!(method(&guarded("!Ref Which", "{ApiKeyRequired: true}"), "/a", "GET")["apiKeyRequired"], true);
    assert_eq!(guarded("{Authorizers: !Ref Which}", "!Ref AWS::NoValue").not_enforced, ["Auth.Authorizers"]);
    assert_eq!(asked(default, "{Authorizer: null}"), (authorizer(), false, Vec::new()));
}

#[test]
fn an_authorizer_of_a_document_is_made_once() {
    let document = "{swagger: '2.0', info: {title: x, version: '1'}, securityDefinitions: {Tokens: {type: apiKey, name: Authorization, in: header, \
                    x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer: {type: token, authorizerUri: other}}, Other: {type: apiKey, \
                    name: A, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer: {type: token, authorizerUri: other}}}, \
                    paths: {/doc: {get: {security: [{Tokens: []}], x-amazon-apigateway-integration: {type: mock}, responses: {}}}}}";
    let auth = format!("{{Authorizers: {{Tokens: {{FunctionArn: !GetAtt Guard.Arn}}}}}}, DefinitionBody: {document}");
    let api = guarded(&auth, "{Authorizer: Tokens}");
    let authorizers = api.parts["authorizers"].as_array().expect("authorizers");
    let names: Vec<_> = authorizers.iter().map(|authorizer| authorizer["name"].as_str()).collect();
    assert_eq!(names, [Some("Other"), Some("Tokens")]);
    assert_eq!(authorizers[1]["authorizerUri"], format!("{INVOCATION}Guard/invocations"));
    for path in ["/doc", "/a"] {
        assert_eq!(method(&api, path, "GET")["authorizerId"], authorizers[1]["id"], "{path}");
    }
}
