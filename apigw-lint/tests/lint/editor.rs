//! Completions and hovers. In the documents, `|` is where the user types.

use apigw_lint::{completions, hover};

/// The completions at the bar.
fn completed(text: &str) -> Vec<String> {
    let at = text.find('|').expect("a bar");
    completions(&text.replacen('|', "", 1), at).into_iter().map(|found| found.text).collect()
}

#[track_caller]
fn offers(text: &str, wanted: &[&str], unwanted: &[&str]) {
    let found = completed(text);
    assert!(wanted.iter().all(|text| found.iter().any(|found| found == text)), "{found:?}");
    assert!(unwanted.iter().all(|text| found.iter().all(|found| found != text)), "{found:?}");
}

/// An integration of a document.
fn integration(inside: &str) -> String {
    format!(
        "openapi: 3.0.1\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        type: http\n{inside}"
    )
}

#[test]
fn members_are_completed() {
    let members = ["uri", "httpMethod", "requestParameters", "responses", "passthroughBehavior"];
    offers(&integration("        |\n        uri: x\n"), &members[1..], &["type", "uri", "restApiId"]);
    offers(&integration("        pass|"), &members, &["type"]);
    offers(
        &integration("        responses:\n          default:\n            |"),
        &["responseParameters"],
        &["uri", "statusCodes"],
    );
    offers(&integration("        responses:\n          |"), &[], &["responseParameters"]);
    let template = "Resources:\n  M:\n    Type: AWS::ApiGateway::Method\n    Properties:\n      Integration:\n        Type: MOCK\n        |\n";
    offers(template, &["IntegrationHttpMethod", "Uri", "IntegrationResponses"], &["Type", "RestApiId"]);
    offers(
        &template.replace("      Integration:\n        Type: MOCK\n        |", "      |"),
        &["AuthorizationType", "Integration"],
        &["Uri"],
    );
    let json =
        "{\"swagger\": \"2.0\", \"paths\": {\"/\": {\"get\": {\"x-amazon-apigateway-integration\": {\"|\": 1}}}}}";
    offers(json, &["uri", "type"], &[]);
    offers("openapi: 3.0.1\n|\n", &[], &["uri"]);
}

#[test]
fn values_are_completed() {
    offers(&integration("        passthroughBehavior: |\n"), &["WHEN_NO_MATCH", "NEVER"], &["http"]);
    offers(&integration("        connectionType: \"V|\"\n"), &["VPC_LINK", "INTERNET"], &[]);
    let template = "Resources:\n  A:\n    Type: AWS::ApiGateway::Authorizer\n    Properties:\n      Type: |\n";
    offers(template, &["TOKEN", "REQUEST", "COGNITO_USER_POOLS"], &[]);
}

#[test]
fn mapping_expressions_are_completed() {
    let parameters = "        requestParameters:\n          ";
    offers(&integration(&format!("{parameters}|")), &["integration.request.path."], &["method.request.path."]);
    let value = format!("{parameters}integration.request.path.id: method.|\n");
    offers(
        &integration(&value),
        &["method.request.path.", "context.", "stageVariables."],
        &["integration.request.path."],
    );
    let response = "        responses:\n          default:\n            responseParameters:\n              ";
    offers(&integration(&format!("{response}|")), &["method.response.header."], &[]);
    let value = format!("{response}method.response.header.X: |\n");
    offers(&integration(&value), &["integration.response.header."], &["method.request.path."]);
}

#[test]
fn a_completion_replaces_the_word_that_is_typed() {
    let text = integration("        passthroughBehavior: whe");
    let found = completions(&text, text.len() - 1);
    assert!(found.iter().all(|found| found.span.of(&text) == "whe" && !found.is_key), "{found:?}");
    assert!(found.iter().any(|found| found.documentation.is_some()) || !found.is_empty());
}

#[test]
fn members_are_explained() {
    let text = integration("        uri: x\n        responses: {default: {statusCode: 200}}\n");
    let at = |token: &str| hover(&text, text.find(token).expect("the token") + 1);
    let uri = at("uri").expect("a member");
    assert_eq!(uri.span.of(&text), "uri");
    assert!(
        uri.markdown.starts_with("**uri**\n\n") && uri.markdown.contains("`integration-uri-is-url`"),
        "{}",
        uri.markdown
    );
    assert!(at("statusCode").is_some_and(|found| found.markdown.starts_with("**statusCode**")));
    let kind = at("http\n").expect("a value");
    assert!(kind.markdown.contains("`MOCK`"), "{}", kind.markdown);
    assert_eq!((at("openapi"), at("default")), (None, None));
}
