//! Configurations of Terraform: literals, references, and what only a plan knows.

use apigw_lint::{DefinitionFormat, FilesBeside, Linter, lint};

/// A module that Terraform deploys.
const MODULE: &str = r#"
locals {
  origin = "'*'"
  name   = "X-Kind"
}

resource "aws_api_gateway_rest_api" "pets" {
  name                     = "pets"
  minimum_compression_size = -1
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "pet" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  parent_id   = aws_api_gateway_rest_api.pets.root_resource_id
  path_part   = "{id}"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id        = aws_api_gateway_rest_api.pets.id
  resource_id        = aws_api_gateway_resource.pet.id
  http_method        = "GET"
  authorization      = "NONE"
  request_parameters = { "method.request.path.id" = true }
}

resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.pets.id
  resource_id             = aws_api_gateway_resource.pet.id
  http_method             = aws_api_gateway_method.get.http_method
  type                    = "HTTP"
  integration_http_method = "GET"
  uri                     = "https://${var.host}/{id}"
  timeout_milliseconds    = 29000
  request_parameters = {
    "integration.request.path.id" = "method.request.path.id"
  }
  request_templates = { "application/json" = file("${path.module}/request.vtl") }
}

resource "aws_api_gateway_method_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  resource_id         = aws_api_gateway_resource.pet.id
  http_method         = aws_api_gateway_method.get.http_method
  status_code         = "200"
  response_parameters = { "method.response.header.X-Kind" = "1" }
}

resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  resource_id         = aws_api_gateway_resource.pet.id
  http_method         = aws_api_gateway_method.get.http_method
  status_code         = aws_api_gateway_method_response.ok.status_code
  response_parameters = { "method.response.header.${local.name}" = local.origin }
}

resource "aws_api_gateway_deployment" "now" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
}
"#;

/// The other files of a module.
struct Module<'m>(&'m [&'m str]);

impl FilesBeside for Module<'_> {
    fn module(&self) -> Option<Vec<String>> {
        Some(self.0.iter().map(|text| (*text).to_owned()).collect())
    }

    fn file(&self, _: &str) -> Option<String> {
        None
    }
}

/// The findings in a file of a module, with the other files of the module.
fn lines(text: &str, beside: &[&str]) -> Vec<String> {
    let report = Linter::new().lint_beside(text, &Module(beside)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(report.format, DefinitionFormat::Terraform);
    let line = |finding: apigw_lint::FileFinding| {
        let level = if finding.is_error() { "error" } else { "warning" };
        format!("{level} {}: {}: {}", finding.rule, finding.part, finding.span.of(text))
    };
    report.findings.into_iter().map(line).collect()
}

/// What is found after one text of the module is replaced.
#[track_caller]
fn changed(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(MODULE.matches(from).count(), 1, "`{from}` is once in the module");
    assert_eq!(lines(&MODULE.replace(from, to), &[]), expected, "{from} -> {to}");
}

#[test]
fn a_sound_module_has_no_findings() {
    assert_eq!(lines(MODULE, &[]), [""; 0]);
}

#[test]
fn literals_and_locals_are_checked() {
    changed("= 29000", "= 30", &["error integration-timeout-too-short: GET /{id}: 30"]);
    changed(
        "\"https://${var.host}/{id}\"",
        "\"example.com/${var.host}\"",
        &["error integration-uri-is-url: GET /{id}: \"example.com/${var.host}\""],
    );
    changed("\"'*'\"", "\"*\"", &["error integration-response-parameter-value: GET /{id} 200: local.origin"]);
    changed("\"{id}\"", "\"{id} \"", &["error resource-path-part: /{id} : \"{id} \""]);
}

#[test]
fn an_api_is_put_together_by_its_references() {
    changed(
        "= \"method.request.path.id\"",
        "= \"method.request.path.name\"",
        &["error integration-request-parameter-declared: GET /{id}: \"method.request.path.name\""],
    );
    changed(
        "\"X-Kind\"",
        "\"X-Other\"",
        &["error integration-response-parameter-declared: GET /{id} 200: \"method.response.header.${local.name}\""],
    );
    changed(
        "status_code         = aws_api_gateway_method_response.ok.status_code",
        "status_code = 201",
        &["error integration-response-needs-method-response: GET /{id} 201: \"ok\""],
    );
}

#[test]
fn a_module_is_one_whole_of_several_files() {
    let cut = MODULE.find("resource \"aws_api_gateway_integration\" \"get\"").expect("the integration");
    let (methods, integrations) = MODULE.split_at(cut);
    assert_eq!(lines(methods, &[integrations]), [""; 0]);
    assert_eq!(lines(integrations, &[methods]), [""; 0]);

    let broken = integrations.replace("= \"method.request.path.id\"", "= \"method.request.path.name\"");
    assert_eq!(lines(methods, &[&broken]), [""; 0], "a finding is reported with its own file");
    let found = lines(&broken, &[methods]);
    assert_eq!(found, ["error integration-request-parameter-declared: GET /{id}: \"method.request.path.name\""]);

    // Of a file alone nothing is missing: another file can have it.
    let method =
        "resource \"aws_api_gateway_deployment\" \"now\" {\n  rest_api_id = aws_api_gateway_rest_api.pets.id\n}\n";
    let methods = format!("{methods}{method}");
    assert_eq!(lint(&methods).map(|report| report.findings.len()), Ok(0));
    assert_eq!(lines(&methods, &[]).len(), 1, "a method without an integration");
    for other in [
        "module \"more\" {\n  api = aws_api_gateway_rest_api.pets.id\n}\n",
        "output \"api\" {\n  value = aws_api_gateway_rest_api.pets\n}\n",
        "resource \"null_resource\" \"x\" {\n  triggers = { api = aws_api_gateway_rest_api.pets.id }\n}\n",
        "broken {{{ aws_api_gateway_rest_api.pets.id",
    ] {
        assert_eq!(lines(&methods, &[other]), [""; 0], "{other}");
    }
    assert_eq!(
        lines(&methods, &["output \"arn\" {\n  value = aws_api_gateway_rest_api.pets.execution_arn\n}\n"]).len(),
        1
    );
}

#[test]
fn what_only_a_plan_knows_is_not_held_against_a_module() {
    for (from, to) in [
        ("http_method        = \"GET\"", "http_method = var.method"),
        ("type                    = \"HTTP\"", "type = var.x ? \"HTTP\" : \"MOCK\""),
        ("\"method.response.header.X-Kind\" = \"1\"", "(var.header) = true"),
        ("{ \"method.request.path.id\" = true }", "merge(var.parameters, {})"),
        ("\"{id}\"", "var.part"),
        ("aws_api_gateway_method_response.ok.status_code", "var.status"),
    ] {
        changed(from, to, &[]);
    }
    // One of two methods is there, and nothing says which.
    let twice = MODULE.replace("\"aws_api_gateway_method\" \"get\" {", "\"aws_api_gateway_method\" \"other\" {\n  count = var.x ? 1 : 0\n  rest_api_id = aws_api_gateway_rest_api.pets.id\n  resource_id = aws_api_gateway_resource.pet.id\n  http_method = \"GET\"\n  authorization = \"NONE\"\n}\nresource \"aws_api_gateway_method\" \"get\" {\n  count = var.x ? 0 : 1");
    assert_eq!(lines(&twice, &[]), [""; 0]);
}

/// The provider makes a map only of blocks that have a name in them.
#[test]
fn a_list_is_no_map_unless_it_is_of_blocks() {
    let mistake = |member: &str| format!("error type: GET /{{id}}: {member}");
    changed(
        "{ \"method.request.path.id\" = true }",
        "[\"method.request.path.id\"]",
        &[&mistake("[\"method.request.path.id\"]")],
    );
    let templates = "{ \"application/json\" = file(\"${path.module}/request.vtl\") }";
    changed(templates, "[\"x\"]", &[&mistake("[\"x\"]")]);

    let plan = |throttle: &str| {
        let text = format!(
            "resource \"aws_api_gateway_usage_plan\" \"plan\" {{\n  name = \"plan\"\n  api_stages {{\n    api_id = \"a1\"\n    stage = \"v1\"\n    {throttle}\n  }}\n}}\n"
        );
        lines(&text, &[]).len()
    };
    let block = "throttle {\n      path = \"/a/GET\"\n      rate_limit = 5\n    }\n    ";
    assert_eq!(
        [plan(block), plan(&block.repeat(2)), plan("throttle = [var.one]"), plan("throttle = [\"x\"]")],
        [0, 0, 0, 1]
    );
}

#[test]
fn addresses_of_functions_are_known_by_their_form() {
    let uri = |uri: &str| {
        let text = MODULE
            .replace("\"https://${var.host}/{id}\"", uri)
            .replace("  request_templates = { \"application/json\" = file(\"${path.module}/request.vtl\") }\n", "")
            .replace("= \"HTTP\"", "= \"AWS_PROXY\"")
            .replace("integration_http_method = \"GET\"", "integration_http_method = \"POST\"");
        lines(&text, &[])
    };
    assert_eq!(uri("aws_lambda_function.pets.invoke_arn"), [""; 0]);
    assert_eq!(
        uri(
            "\"arn:aws:apigateway:${data.aws_region.now.name}:lambda:path/2015-03-31/functions/${aws_lambda_function.pets.arn}/invocations\""
        ),
        [""; 0]
    );
    assert_eq!(
        uri("aws_lambda_function.pets.arn"),
        ["error integration-uri-names-path-or-action: GET /{id}: aws_lambda_function.pets.arn"]
    );
}

#[test]
fn bodies_are_checked_as_imports() {
    let text = |body: &str| {
        format!("resource \"aws_api_gateway_rest_api\" \"pets\" {{\n  name = \"pets\"\n  body = {body}\n}}\n")
    };
    let object = "jsonencode({ openapi = \"3.0.1\", paths = { \"/a\" = { get = { x-amazon-apigateway-integration = {\n    type = \"http_proxy\", httpMethod = \"GET\", uri = \"example.com\" } } } } })";
    assert_eq!(lines(&text(object), &[]), ["error integration-uri-is-url: GET /a: \"example.com\""]);
    let heredoc = "<<EOF\nopenapi: 3.0.1\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        type: http_proxy\n        httpMethod: GET\n        uri: example.com\nEOF\n";
    assert_eq!(lines(&text(heredoc), &[]), ["error integration-uri-is-url: GET /a: example.com"]);
}

#[test]
fn broken_files_are_reported_with_their_place() {
    let text = "resource \"aws_api_gateway_rest_api\" \"pets\" {\n  name = \n}\n";
    let error = lint(text).expect_err("no configuration");
    assert_eq!((error.span.position(text).0, error.message.starts_with("invalid HCL: ")), (2, true), "{error}");
    assert!(lint(&format!("See:\n\n```hcl\n{text}```\n")).is_ok_and(|report| report.format == DefinitionFormat::Other));
    let deep = format!("resource \"aws_api_gateway_rest_api\" \"a\" {{\n  body = {}\n}}\n", "[".repeat(100_000));
    assert!(lint(&deep).is_err());
}
