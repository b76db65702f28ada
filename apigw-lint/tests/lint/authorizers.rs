//! Authorizers of APIs in SAM.

use crate::lines;

/// A template with an API that has an authorizer.
fn api(authorizer: &str) -> String {
    format!(
        "Transform: AWS::Serverless-2016-10-31\nParameters:\n  Pool: {{Type: String}}\nResources:\n  Pets:\n    Type: \
         AWS::Serverless::Api\n    Properties:\n      StageName: v1\n      Auth:\n        DefaultAuthorizer: Known\n        \
         Authorizers:\n          Known:\n{authorizer}"
    )
}

/// The properties of an authorizer, one a line.
fn properties(lines: &[&str]) -> String {
    lines.iter().flat_map(|line| ["            ", line, "\n"]).collect()
}

#[test]
fn authorizers_that_are_right_or_unknown_pass() {
    let pool = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc";
    let pools = [format!("UserPoolArn: {pool}"), format!("UserPoolArn: [{pool}, !Ref Pool]")];
    let of_functions = [&pools[0], "FunctionInvokeRole: role", "Identity: {ReauthorizeEvery: 7200}"];
    assert_eq!(lines(&api(&properties(&of_functions))), [""; 0]);
    let more = ["UserPoolArn: !Ref Pool", "UserPoolArn: !GetAtt UserPool.Arn", "FunctionArn: !GetAtt Function.Arn"];
    for line in pools.iter().map(String::as_str).chain(more) {
        assert_eq!(lines(&api(&properties(&[line]))), [""; 0], "{line}");
    }

    let function = "FunctionArn: !GetAtt Function.Arn";
    let token = [function, "Identity: {Header: X-Token, ValidationExpression: '^Bearer', ReauthorizeEvery: 3600}"];
    assert_eq!(lines(&api(&properties(&token))), [""; 0]);
    for role in ["FunctionInvokeRole: NONE", "FunctionInvokeRole: ''", "Identity: {Header: ''}"] {
        assert_eq!(lines(&api(&properties(&[function, role]))), [""; 0], "{role}");
    }
    for identity in [
        "Identity: {ValidationExpression: '[', Headers: [A]}",
        "Identity: {Headers: [Authorization], QueryStrings: [a], StageVariables: [b], Context: [httpMethod]}",
        "Identity: {Headers: !Ref Pool, ReauthorizeEvery: !Ref Pool}",
        "Identity: {ReauthorizeEvery: 0}",
    ] {
        let request = [function, "FunctionPayloadType: REQUEST", identity];
        assert_eq!(lines(&api(&properties(&request))), [""; 0], "{identity}");
    }
}

#[test]
fn mistakes_in_authorizers_are_found_at_their_lines() {
    let function = "FunctionArn: !GetAtt Function.Arn";
    for (broken, expected) in [
        (&["UserPoolArn: eu-west-1_abc"][..], "13:26 warning authorizer-user-pools-are-arns"),
        (&[function, "Identity: {ReauthorizeEvery: 7200}"], "14:42 warning authorizer-ttl"),
        (&[function, "FunctionPayloadType: HEADER"], "14:34 warning enum"),
        (&[function, "Identity: {Header: 'X Token'}"], "14:23 warning authorizer-identity-source"),
        (&[function, "FunctionInvokeRole: role"], "14:33 warning authorizer-credentials-are-arn"),
    ] {
        let found = lines(&api(&properties(broken)));
        assert!(found.len() == 1 && found[0].starts_with(expected), "{broken:?}: {found:?}");
    }
}

#[test]
fn authorizers_of_globals_are_checked_too() {
    let text = "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Api:\n    Auth:\n      Authorizers:\n        A:\n          \
                FunctionArn: !GetAtt F.Arn\n          Identity:\n            ReauthorizeEvery: 3601\nResources:\n  F:\n    Type: \
                AWS::Serverless::Function\n    Properties:\n      Events:\n        E: {Type: Api, Properties: {Path: /, Method: get}}\n";
    let found = lines(text);
    assert!(found.len() == 1 && found[0].starts_with("9:31 "), "{found:?}");
}
