//! Suppressions: what they hide, and that those which hide nothing are reported.

use apigw_lint::{Linter, lint};

use crate::lines;

/// A document with a mistake in line 8 and one in line 9, and whatever stands around them.
fn document(above: &str, beside: &str, end: &str) -> String {
    format!(
        "openapi: 3.0.1\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        type: http\n{above}        \
         httpMethod: GET\n        uri: example.com{beside}\n        timeoutInMillis: 30\n{end}"
    )
}

const URI: &str = "error integration-uri-is-url example.com";
const TIMEOUT: &str = "warning integration-timeout-too-short 30";

#[test]
fn comments_suppress_what_is_on_their_line_or_the_next() {
    let both = [format!("8:14 {URI}"), format!("9:26 {TIMEOUT}")];
    assert_eq!(lines(&document("", "", "")), both);
    assert_eq!(lines(&document("", " # apigw: allow(integration-uri-is-url) why", "")), both[1..]);
    let above = "  # apigw: allow(integration-uri-is-url)\n  # more\n";
    let text = document("", "", "").replace("        uri", &format!("{above}        uri"));
    assert_eq!(lines(&text), [format!("11:26 {TIMEOUT}")]);

    let report = lint(&text).expect("the text is read");
    assert_eq!(report.suppressed.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["integration-uri-is-url"]);
}

#[test]
fn comments_in_strings_are_none() {
    let template = "        requestTemplates:\n          application/json: |\n            # apigw: allow(integration-uri-is-url)\n";
    let text = document("", "", template).replace("        uri: example.com\n", "") + "        uri: example.com\n";
    assert_eq!(lines(&text).len(), 2, "{:?}", lines(&text));
}

#[test]
fn what_is_in_a_string_of_lines_is_allowed_at_its_key() {
    let text = |comment: &str| {
        format!(
            "openapi: 3.0.1\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        type: mock\n        \
             requestTemplates:\n          {comment}\n          application/json: |\n            {{\"statusCode\": 200}}\n            #if(true)\n"
        )
    };
    assert_eq!(lines(&text("")), ["11:13 warning integration-template-findings #if"]);
    assert_eq!(lines(&text("# apigw: allow(integration-template-findings)")), [""; 0]);
}

#[test]
fn objects_allow_what_is_in_them() {
    let operation = "    x-apigw-allow: [integration-uri-is-url]\n";
    assert_eq!(lines(&document("", "", operation)), [format!("9:26 {TIMEOUT}")]);
    let root = "x-apigw-allow: {integration-uri-is-url: legacy, integration-timeout-too-short: legacy}\n";
    assert_eq!(lines(&document("", "", root)), [""; 0]);
    let template = "Resources:\n  V:\n    Type: AWS::ApiGateway::Resource\n    Metadata: {apigw: {allow: resource-path-part}}\n    \
                    Properties: {PathPart: a b, ParentId: x, RestApiId: y}\n";
    assert_eq!(lines(template), [""; 0]);
    assert_eq!(lines(&template.replace("allow: ", "permit: ")).len(), 1);
}

#[test]
fn a_suppression_that_suppresses_nothing_warns() {
    let unused = document("        # apigw: allow(enum, integration-uri-is-ulr)\n", "", "x-apigw-allow: [nothing]\n");
    let found = lint(&unused).expect("the text is read").findings;
    let unused: Vec<_> = found.iter().filter(|finding| finding.rule == "unused-suppression").collect();
    let messages: Vec<_> = unused.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "`enum` is not broken here; remove the suppression",
            "there is no rule `integration-uri-is-ulr`; write `integration-uri-is-url`",
            "there is no rule `nothing`; `apigw rules` lists those that there are",
        ]
    );
    assert!(unused.iter().all(|finding| !finding.is_error()));
}

#[test]
fn where_a_definition_is_deployed_can_be_known() {
    let uri = "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${AWS::Region}:1:function:f/invocations";
    let text = document("", "", "")
        .replace("type: http", "type: aws_proxy")
        .replace("GET\n", "POST\n")
        .replace("example.com", uri);
    let rules = |linter: Linter| {
        let report = linter.lint(&text).expect("the text is read");
        report.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert_eq!(rules(Linter::new()), ["integration-timeout-too-short"]);
    assert_eq!(rules(Linter::new().region("eu-west-1")), ["integration-timeout-too-short"]);
    assert_eq!(
        rules(Linter::new().region("cn-north-1")),
        ["integration-uri-partition", "integration-timeout-too-short"]
    );
}
