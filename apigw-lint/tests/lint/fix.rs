//! Fixes: what they change, and that they change it once.

use apigw_lint::Linter;

/// The text after the certain fixes, which have nothing to do a second time.
fn fixed(text: &str) -> String {
    let fix = |text: &str| Linter::new().fixed(text, |_| true).expect("the text is read");
    let once = fix(text);
    assert_eq!(fix(&once), once, "nothing is left to fix");
    once
}

/// A document whose response has a parameter.
fn response(value: &str) -> String {
    format!(
        "openapi: 3.0.1 # kept\ninfo: {{}}\nx-amazon-apigateway-gateway-responses:\n  DEFAULT_4XX:\n    responseParameters:   # kept\n      \
         gatewayresponse.header.X: {value} # kept\n"
    )
}

#[test]
fn static_values_get_quotes() {
    for (from, to) in
        [("none", "\"'none'\""), ("\"*\"", "\"'*'\""), ("'*'", "\"'*'\""), ("'\"*\"'", "\"'*'\""), ("200", "\"'200'\"")]
    {
        assert_eq!(fixed(&response(from)), response(to), "{from}");
    }
    for right in ["\"'*'\"", "method.request.header.X", "context.requestId", "${Origin}"] {
        assert_eq!(fixed(&response(right)), response(right));
    }
    // What may be meant as an expression is left to its author.
    for doubtful in ["metod.request.header.X", "contxt.requestId.x.context", "$request.header.x"] {
        assert_eq!(fixed(&response(doubtful)), response(doubtful));
    }
}

#[test]
fn json_keeps_its_form() {
    let text = r#"{"swagger": "2.0", "info": {}, "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {
        "responseParameters" : {"gatewayresponse.header.X" :"*" } }}}"#;
    assert_eq!(fixed(text), text.replace("\"*\"", "\"'*'\""));
}

#[test]
fn scalars_of_another_type_become_strings() {
    let template = |value: &str| {
        format!(
            "Resources:\n  M:\n    Type: AWS::ApiGateway::Authorizer\n    Properties:\n      RestApiId: x\n      Type: TOKEN\n      \
                 AuthorizerUri: !Ref U\n      Name: {value} # kept\n      IdentitySource: method.request.header.A\n"
        )
    };
    assert_eq!(fixed(&template("true")), template("\"true\""));
    assert_eq!(fixed(&template("yes")), template("\"yes\""));
    assert_eq!(fixed(&template("12")), template("12"));
}

/// A method of a template that calls a function.
fn method(uri: &str) -> String {
    format!(
        "Resources:\n  Pets: {{Type: AWS::Lambda::Function, Properties: {{}}}}\n  M:\n    Type: AWS::ApiGateway::Method\n    \
         Properties:\n      RestApiId: !Ref A\n      ResourceId: !Ref R\n      HttpMethod: GET\n      AuthorizationType: NONE\n      \
         Integration:\n        Type: AWS_PROXY\n        IntegrationHttpMethod: POST\n        Uri: {uri}\n"
    )
}

#[test]
fn functions_are_wrapped() {
    let known = "arn:aws:lambda:eu-west-1:123456789012:function:f";
    let wrapped = |function: &str| {
        format!("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{function}/invocations")
    };
    assert_eq!(fixed(&method(known)), method(&wrapped(known)));
    assert_eq!(fixed(&method(&format!("'{known}'"))), method(&format!("'{}'", wrapped(known))));

    let by_name =
        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations";
    assert_eq!(fixed(&method("!GetAtt Pets.Arn")), method(&format!("!Sub \"{by_name}\"")));
    assert_eq!(fixed(&method("!GetAtt  'Pets.Arn'")), method(&format!("!Sub \"{by_name}\"")));
    assert_eq!(fixed(&method("!Sub ${Pets.Arn}")), method(&format!("!Sub {by_name}")));
    assert_eq!(
        fixed(&method("\n          Fn::GetAtt: [Pets, Arn]")),
        method(&format!("\n          Fn::Sub: \"{by_name}\""))
    );
    assert_eq!(fixed(&method("{Fn::GetAtt: [Pets, Arn]}")), method(&format!("{{\"Fn::Sub\": \"{by_name}\"}}")));
}

/// Nothing of the samples that stand for what a deployment decides.
#[test]
fn messages_have_the_region_as_the_file_has_it() {
    let message = |text: &str| Linter::new().lint(text).expect("the text is read").findings.remove(0).message;
    let template = message(&method("!GetAtt Pets.Arn"));
    let uri = "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations";
    assert!(template.contains(uri), "{template}");

    let configuration = message(
        "resource \"aws_api_gateway_integration\" \"get\" {\n  rest_api_id = \"a\"\n  resource_id = \"b\"\n  \
         http_method = \"GET\"\n  type = \"AWS_PROXY\"\n  integration_http_method = \"POST\"\n  \
         uri = aws_lambda_function.pets.arn\n}\n",
    );
    assert!(configuration.contains("arn:aws:apigateway:REGION:lambda:path/"), "{configuration}");
}

#[test]
fn what_is_not_certain_is_only_offered() {
    let text = method("!Ref Uri").replace("AWS_PROXY", "AWS_PROX");
    let report = Linter::new().lint(&text).expect("the text is read");
    let fixes: Vec<_> = report.findings.iter().flat_map(|finding| &finding.fixes).collect();
    assert_eq!(
        fixes.iter().map(|fix| (fix.title.as_str(), fix.is_certain)).collect::<Vec<_>>(),
        [("Replace with `AWS_PROXY`", false)]
    );
    assert_eq!(fixed(&text), text);
}
