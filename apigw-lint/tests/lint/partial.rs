//! Strings of which parts are filled in later are never rejected where some text makes them right.

use crate::findings;

fn rules(integration: &str) -> Vec<&'static str> {
    let text = format!(
        "openapi: 3.0.1\npaths:\n  /:\n    get:\n      x-amazon-apigateway-integration:\n        httpMethod: POST\n{}\n",
        integration.lines().fold(String::new(), |text, line| text + "        " + line + "\n")
    );
    findings(&text).iter().map(|finding| finding.rule).collect()
}

#[test]
fn what_can_become_right_passes() {
    for uri in [
        "${uri}",
        "${prefix}lambda:path/2015-03-31/functions/${arn}/invocations",
        "arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}",
        "arn:aws:apigateway:${region}",
        "arn:${partition}:apigateway:us-east-1:lambda:path/2015-03-31/functions/{{ arn }}/invocations",
        "arn:aws:lambda:${AWS::Region}:${rest}",
        "LAMBDA_URI",
        "$LambdaUri",
        "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:<account-id>:function:f/invocations",
    ] {
        assert_eq!(rules(&format!("type: aws_proxy\nuri: \"{uri}\"")), [""; 0], "{uri}");
    }
    for uri in ["${url}", "http${s}://example.com", "https://${host}", "https://example.com:${port}/x", "{{ url }}/a"] {
        assert_eq!(rules(&format!("type: http_proxy\nuri: \"{uri}\"")), [""; 0], "{uri}");
    }
}

#[test]
fn keys_can_be_filled_in_too() {
    let mapping = |key: &str| rules(&format!("type: mock\nrequestParameters:\n  {key}: \"'x'\""));
    assert_eq!(mapping("integration.request.header.${name}"), [""; 0]);
    assert_eq!(mapping("\"${key}\""), [""; 0]);
    assert_eq!(mapping("method.request.header.${name}"), ["integration-request-parameter-key"]);
}

#[test]
fn what_nothing_makes_right_is_found() {
    for (kind, uri, rule) in [
        ("aws_proxy", "https://${host}/x", "integration-uri-is-arn"),
        ("aws_proxy", "arn:aws:lambda:us-east-1:111111111111:function:${name}", "integration-uri-names-path-or-action"),
        (
            "aws_proxy",
            "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${name}",
            "integration-uri-names-path-or-action",
        ),
        ("http_proxy", "arn:aws:lambda:${region}:${account}", "integration-uri-is-url"),
        ("http_proxy", "example.com/${path}", "integration-uri-is-url"),
    ] {
        let found = rules(&format!("type: {kind}\nuri: \"{uri}\""));
        assert!(found.contains(&rule), "{uri}: {found:?}");
    }
}

/// Constructs of the CDK put addresses of functions in the place of names of handlers, in documents that are files.
#[test]
fn names_of_handlers_stand_for_functions_only() {
    for kind in ["aws", "AWS_PROXY", "${type}"] {
        assert_eq!(rules(&format!("type: {kind}\nuri: MessagesHandler")), [""; 0], "{kind}");
    }
    for (integration, rule) in [
        ("type: http\nuri: MessagesHandler", "integration-uri-is-url"),
        ("type: aws_proxy\nuri: messagesHandler", "integration-uri-is-arn"),
        ("type: aws\nuri: MessagesHandler\ncredentials: Role", "integration-credentials-are-arn"),
    ] {
        assert_eq!(rules(integration), [rule], "{integration}");
    }

    let body = "Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body: {openapi: 3.0.1, info: {title: a, version: '1'}, \
                paths: {/: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: MessagesHandler}}}}}\n";
    assert_eq!(findings(body).iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["integration-uri-is-arn"]);
}
