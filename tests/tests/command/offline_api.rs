//! `test-invoke-method --api FILE`: the API from an OpenAPI document, a template or a file of Terraform.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

const DOCUMENT: &str = r##"openapi: 3.0.1
info: {title: pets, version: "1"}
x-amazon-apigateway-request-validators:
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /pets/{petId}:
    get:
      parameters: [{name: petId, in: path, required: true}]
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: "200"
            responseTemplates: {application/json: "$input.params('petId') $stageVariables.name"}
    post:
      x-amazon-apigateway-request-validator: all
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: "201"}}
    put:
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: PUT
        uri: "https://${Host}/"
  /{proxy+}:
    x-amazon-apigateway-any-method:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        credentials: "${Role}"
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:all/invocations"
components:
  schemas:
    Name: {type: string, minLength: 2}
    Pet: {type: object, required: [name], properties: {name: {$ref: "#/components/schemas/Name"}}}
"##;

const TEMPLATE: &str = r#"Transform: AWS::Serverless-2016-10-31
Parameters:
  Greeting: {Type: String, Default: Hello}
Resources:
  PetsApi:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /pets:
            get:
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${PetsFunction.Arn}/invocations
            post:
              x-amazon-apigateway-integration:
                type: mock
                requestTemplates: {application/json: '{"statusCode": 200}'}
                responses:
                  default: {statusCode: "200", responseTemplates: {application/json: !Sub "${Greeting}"}}
  PetsFunction:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Own: {Type: Api, Properties: {Path: /own, Method: any}}
        Added: {Type: Api, Properties: {Path: "/added/{id}", Method: get, RestApiId: !Ref PetsApi}}
"#;

fn folder() -> CommandFolder {
    let folder = CommandFolder::new();
    folder.write("api.yaml", DOCUMENT);
    folder.write("template.yaml", TEMPLATE);
    folder.write("function.py", "import json, sys\nprint(json.dumps({'body': json.load(sys.stdin)['resource']}))\n");
    folder
}

fn call(folder: &CommandFolder, file: &str, rest: &[&str]) -> Outcome {
    let mut command = folder.command();
    command.args(["test-invoke-method", "--api", file, "--query", "[status, body]", "--output", "text"]);
    outcome(command.args(rest))
}

#[test]
fn a_document_is_run_by_paths() {
    let folder = folder();
    let get = call(&folder, "api.yaml", &["--path-with-query-string", "/pets/7", "--stage-variables", "name=Rex"]);
    assert_eq!((get.stdout.as_str(), get.stderr.as_str()), ("200\t7 Rex\n", ""));

    let post = |body: &str| {
        let rest = ["--http-method", "POST", "--path-with-query-string", "/pets/7", "--body", body];
        call(&folder, "api.yaml", &rest).stdout
    };
    assert_eq!(post(r#"{"name": "Rex"}"#), "201\t\n");
    assert_eq!(post(r#"{"name": "R"}"#), "400\t{\"message\": \"Invalid request body\"}\n");

    let rest = ["--path-with-query-string", "/cats", "--function", "all=python3 function.py"];
    assert_eq!(call(&folder, "api.yaml", &rest).stdout, "200\t/{proxy+}\n");
    let by_resource = ["--resource-id", "/pets/{petId}", "--http-method", "GET"];
    assert_eq!(call(&folder, "api.yaml", &by_resource).stdout, "200\t{petId} \n");
}

#[test]
fn what_only_a_deployment_knows_is_reported_where_a_call_needs_it() {
    let put = call(&folder(), "api.yaml", &["--http-method", "PUT", "--path-with-query-string", "/pets/7"]);
    assert_eq!(put.exit, Some(255));
    let expected = "api.yaml:27:14: `uri` is `https://${Host}/` that only a deployment knows";
    assert!(put.stderr.contains(expected), "{}", put.stderr);
}

#[test]
fn a_template_is_run_with_the_names_of_its_functions() {
    let folder = folder();
    let function = ["--function", "PetsFunction=python3 function.py"];
    let shown = |path: &str, rest: &[&str]| {
        let of_path = ["--rest-api-id", "PetsApi", "--path-with-query-string", path];
        call(&folder, "template.yaml", &[of_path.as_slice(), &function, rest].concat()).stdout
    };
    assert_eq!(shown("/pets", &[]), "200\t/pets\n");
    assert_eq!(shown("/pets", &["--http-method", "POST"]), "200\tHello\n");
    assert_eq!(shown("/added/7", &[]), "200\t/added/{id}\n");

    let implicit = ["--rest-api-id", "ServerlessRestApi", "--path-with-query-string", "/own"];
    assert_eq!(call(&folder, "template.yaml", &[implicit.as_slice(), &function].concat()).stdout, "200\t/own\n");
    let several = call(&folder, "template.yaml", &["--path-with-query-string", "/own"]);
    assert!(several.stderr.contains("has several APIs: PetsApi, ServerlessRestApi; name one"), "{}", several.stderr);
}

/// A file of Terraform with a method that a function answers.
fn configuration() -> String {
    let changes = [
        (r#""HTTP""#, r#""AWS_PROXY""#),
        (r#"integration_http_method = "GET""#, r#"integration_http_method = "POST""#),
        (r#""https://${var.host}/{id}""#, "aws_lambda_function.pets.invoke_arn"),
        (r#"file("${path.module}/request.vtl")"#, r#""""#),
    ];
    changes.into_iter().fold(apigw_tests::text("fuzz/corpus/definition/terraform.tf"), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

#[test]
fn methods_that_are_resources_are_run() {
    let folder = folder();
    folder.write("main.tf", configuration());
    let rest = ["--path-with-query-string", "/7", "--function", "pets=python3 function.py"];
    let get = call(&folder, "main.tf", &rest);
    assert_eq!((get.stdout.as_str(), get.stderr.as_str()), ("200\t/{id}\n", ""));
}

#[test]
fn a_file_without_an_api_is_an_error() {
    let folder = folder();
    folder.write("other.yaml", "a: 1\n");
    folder.write("broken.yaml", "openapi: 3.0.1\ninfo: {\n");
    for (file, expected) in [
        ("other.yaml", "no API of API Gateway is in it"),
        ("broken.yaml", "broken.yaml:2:7: "),
        ("none.yaml", "cannot read `none.yaml`"),
    ] {
        let shown = call(&folder, file, &[]);
        assert_eq!(shown.exit, Some(255), "{file}");
        assert!(shown.stderr.contains(expected), "{}", shown.stderr);
    }
    let unrouted = call(&folder, "template.yaml", &["--rest-api-id", "PetsApi", "--path-with-query-string", "/none"]);
    assert!(unrouted.stderr.contains("Invalid Method identifier specified"), "{}", unrouted.stderr);
}
