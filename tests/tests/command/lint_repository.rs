//! `apigw lint` on a repository with planted mistakes: each is found at its line, and nothing else.

use std::collections::BTreeSet;

use apigw_tests::command_folder::{CommandFolder, outcome};
use serde_json::Value;

/// The files of the repository. A comment after two arrows names the rules that its line breaks.
const FILES: [(&str, &str); 4] = [
    (
        "api/openapi.yaml",
        r#"openapi: 3.0.1
info: {title: Pets, version: "1"}
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: example.com/{id} # >> integration-uri-is-url
        timeoutInMillis: 30 # >> integration-timeout-too-short
        requestParameters:
          integration.request.path.id: method.request.path.name # >> integration-request-parameter-declared
        responses:
          default:
            statusCode: 200
            responseParameters:
              method.response.header.Vary: none # >> integration-response-parameter-value, integration-response-parameter-declared
  /pet s: # >> resource-path-part
    get:
      x-amazon-apigateway-integration:
        type: mok # >> enum
"#,
    ),
    (
        "stack/template.yml",
        r"Resources:
  Pets: {Type: AWS::Lambda::Function, Properties: {}}
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Resource
      HttpMethod: GETT # >> integration-method-known
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !GetAtt Pets.Arn # >> integration-uri-names-path-or-action
",
    ),
    (
        "stack/sam.yml",
        r#"Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        swagger: "2.0"
        info: {title: Pets}
        paths:
          /pets:
            options:
              x-amazon-apigateway-integration:
                type: mock
                passthroughBehavior: sometimes # >> integration-passthrough-known
                requestTemplates: {application/json: '{"statusCode": 200}'}
"#,
    ),
    (
        "deploy.sh",
        "#!/bin/sh\naws apigateway put-method --rest-api-id a --resource-id b --authorization-type NONE # >> command-line\n",
    ),
];

fn planted() -> BTreeSet<(String, u64, String)> {
    let lines = FILES.iter().flat_map(|(name, text)| text.lines().enumerate().map(move |line| (name, line)));
    let rules = lines.filter_map(|(name, (index, line))| {
        let (_, rules) = line.split_once("# >> ")?;
        let line = u64::try_from(index + 1).expect("a line");
        Some(rules.split(", ").map(move |rule| ((*name).to_owned(), line, rule.to_owned())))
    });
    rules.flatten().collect()
}

#[test]
fn planted_mistakes_are_found_at_their_lines() {
    let folder = CommandFolder::new();
    for (name, text) in FILES {
        folder.write(name, text);
    }
    let run = outcome(folder.command().args(["lint", "--format", "json"]));
    assert_eq!(run.exit, Some(1), "{}", run.stderr);
    let parsed: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let found = parsed.as_array().into_iter().flatten();
    let found = found.map(|f| (text(f, "file"), f["line"].as_u64().unwrap_or_default(), text(f, "rule")));
    let found: BTreeSet<_> = found.collect();
    assert_eq!(found, planted(), "{}", run.stdout);
    assert!(found.len() > 10);
}
