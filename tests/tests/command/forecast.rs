//! Templates that are wrong whatever is sent, in `lint` and in `check-api`.

use apigw_tests::command_folder::{CommandFolder, outcome};

const DOCUMENT: &str = r#"openapi: 3.0.1
info: {title: Pets}
paths:
  /pets:
    get:
      responses: {"200": {description: Found}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '{"statusCode": "ok"}'
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: '{"id": "$context.requestId",}'
    post:
      responses: {"200": {description: Found}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '{"statusCode": 200}'
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: '{"id": "$context.requestId"}'
"#;

const TEMPLATE: &str = "          application/json: '{\"statusCode\": \"ok\"}'";

const RESOURCES: &str = r#"{"items": [{"id": "res001", "path": "/pets", "resourceMethods": {"GET": {
    "httpMethod": "GET", "authorizationType": "NONE",
    "methodResponses": {"200": {"statusCode": "200"}},
    "methodIntegration": {
        "type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": \"ok\"}"},
        "integrationResponses": {"200": {"statusCode": "200", "responseTemplates": {
            "application/json": "{\"id\": \"$context.requestId\",}"
        }}}
    }
}}}]}"#;

#[test]
fn a_file_is_linted_with_its_templates_run() {
    let folder = CommandFolder::new();
    folder.write("api.yaml", DOCUMENT);
    let found = outcome(folder.command().args(["lint", "api.yaml"]));
    assert_eq!(found.exit, Some(0), "{}", found.stderr);
    for expected in [
        "warning[mock-status-is-never-an-integer]: GET /pets: this template gives no integer as `statusCode`",
        " --> api.yaml:10:29\n",
        "warning[template-is-never-json]: GET /pets: this template renders to no JSON, whatever is sent",
        " --> api.yaml:15:33\n",
    ] {
        assert!(found.stdout.contains(expected), "{expected}: {}", found.stdout);
    }
    assert!(found.stderr.ends_with("0 errors, 2 warnings in 1 definition\n"), "{}", found.stderr);

    let comment = "# apigw: allow(mock-status-is-never-an-integer) the backend takes it";
    folder.write("api.yaml", DOCUMENT.replace(TEMPLATE, &format!("          {comment}\n{TEMPLATE}")));
    let allowed = outcome(folder.command().args(["lint", "api.yaml", "--allow", "template-is-never-json"]));
    assert_eq!((allowed.exit, allowed.stdout.as_str()), (Some(0), ""));
}

#[test]
fn an_api_is_checked_with_its_templates_run() {
    let folder = CommandFolder::new();
    folder.write("resources.json", RESOURCES);
    let found = outcome(folder.command().args(["check-api", "resources.json"]));
    assert_eq!(found.exit, Some(0), "{}", found.stderr);
    let start = "resources[0].resourceMethods[\"GET\"].methodIntegration";
    for expected in [
        "requestTemplates[\"application/json\"]: warning[mock-status-is-never-an-integer]: GET /pets: ",
        "integrationResponses[\"200\"].responseTemplates[\"application/json\"]: warning[template-is-never-json]: GET /pets: ",
    ] {
        assert!(found.stdout.contains(&format!("{start}.{expected}")), "{expected}: {}", found.stdout);
    }
    let denied = outcome(folder.command().args(["check-api", "resources.json", "--deny-warnings"]));
    assert_eq!(denied.exit, Some(1));
}
