//! `test-invoke-method --offline`: the API from files or from the service, and what its integration calls.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};

/// A resource, as it is listed with its methods: GET answers by itself, and every other method calls a function.
const RESOURCES: &str = r#"{"items": [
    {"id": "root01", "path": "/"},
    {"id": "abc123", "parentId": "root01", "path": "/pets/{petId}", "resourceMethods": {
        "GET": {
            "httpMethod": "GET", "authorizationType": "NONE", "requestValidatorId": "val123",
            "requestParameters": {"method.request.querystring.q": true},
            "methodIntegration": {
                "type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
                "integrationResponses": {"200": {
                    "statusCode": "200",
                    "responseTemplates": {"application/json": "$input.params('petId') $input.params('q')"}
                }}
            }
        },
        "ANY": {"httpMethod": "ANY", "authorizationType": "NONE", "methodIntegration": {
            "type": "AWS_PROXY", "httpMethod": "POST",
            "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:pets/invocations"
        }}
    }}
]}"#;

const VALIDATORS: &str =
    r#"{"items": [{"id": "val123", "name": "v", "validateRequestBody": false, "validateRequestParameters": true}]}"#;

/// Runs the command on the resource.
fn invoke(folder: &CommandFolder, method: &str, rest: &[&str]) -> Outcome {
    let mut command = folder.command();
    command.args([
        "test-invoke-method",
        "--rest-api-id",
        "a1b2c3",
        "--resource-id",
        "abc123",
        "--http-method",
        method,
        "--offline",
    ]);
    outcome(command.args(rest))
}

fn with_files() -> CommandFolder {
    let folder = CommandFolder::new();
    folder.write("resources.json", RESOURCES);
    folder.write("validators.json", VALIDATORS);
    folder
}

#[test]
fn a_method_runs_from_files() {
    let folder = with_files();
    let given =
        ["--given", "resources.json", "--given", "validators.json", "--query", "[status, body]", "--output", "text"];
    let answer = |target: &str| {
        let shown = invoke(&folder, "GET", &[&["--path-with-query-string", target], given.as_slice()].concat());
        assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""));
        shown.stdout
    };
    assert_eq!(answer("/pets/7?q=x%20y"), "200\t7 x y\n");
    assert_eq!(answer("/pets/7"), "400\t{\"message\": \"Missing required request parameters: [q]\"}\n");
}

#[test]
fn the_answer_has_the_members_of_the_service() {
    let shown = invoke(&with_files(), "GET", &["--given", "resources.json", "--query", "keys(@)", "--output", "text"]);
    assert_eq!(shown.stdout, "status\tbody\theaders\tmultiValueHeaders\tlog\tlatency\n");
    assert!(shown.stderr.contains("has the request validator val123"), "{}", shown.stderr);
}

#[test]
fn an_error_of_the_service_keeps_its_status() {
    let folder = CommandFolder::new();
    folder.write("resources.json", r#"[{"id": "abc123", "path": "/pets", "resourceMethods": {"GET": {}}}]"#);
    let shown = invoke(&folder, "POST", &["--given", "resources.json"]);
    assert_eq!(shown.exit, Some(254));
    assert!(shown.stderr.contains("(NotFoundException)"), "{}", shown.stderr);
    assert!(shown.stderr.contains("Invalid Method identifier specified"), "{}", shown.stderr);

    folder.write("resources.json", "no JSON");
    assert_eq!(invoke(&folder, "POST", &["--given", "resources.json"]).exit, Some(255));
    assert_eq!(invoke(&folder, "POST", &["--given", "none.json"]).exit, Some(255));
}

#[test]
fn functions_are_called_where_the_options_say() {
    let folder = with_files();
    let shown = ["--query", "[status, body]", "--output", "text", "--given", "resources.json", "--body", "{}"];
    let call = |rest: &[&str]| invoke(&folder, "POST", &[shown.as_slice(), rest].concat());

    let missing = call(&[]);
    assert_eq!(missing.exit, Some(255));
    assert!(missing.stderr.contains("set AWS_ENDPOINT_URL_LAMBDA or --function pets=URL"), "{}", missing.stderr);

    let server = Loopback::start(|_| Answer::json(r#"{"statusCode": 201, "body": "by URL"}"#));
    assert_eq!(call(&["--function", &format!("pets={}", server.url())]).stdout, "201\tby URL\n");
    let event = String::from_utf8(server.request().body).expect("text");
    assert!(event.contains(r#""pathParameters":{"petId":"{petId}"}"#), "{event}");
    assert!(event.contains(r#""sourceIp":"test-invoke-source-ip""#), "{event}");

    folder.write("function.py", "import json, sys\nprint(json.dumps({'body': json.load(sys.stdin)['httpMethod']}))\n");
    assert_eq!(call(&["--function", "pets=python3 function.py"]).stdout, "200\tPOST\n");
    folder.write("failing.py", "import sys\nprint('{}')\nsys.exit(1)\n");
    assert_eq!(
        call(&["--function", "pets=python3 failing.py"]).stdout,
        "502\t{\"message\": \"Internal server error\"}\n"
    );
}

#[test]
fn an_api_is_read_by_calls_that_change_nothing() {
    let server = Loopback::start(|request| {
        let any = r#"{"httpMethod": "ANY", "methodIntegration": {"type": "MOCK",
            "requestTemplates": {"application/json": "{\"statusCode\": 204}"},
            "integrationResponses": {"204": {"statusCode": "204"}}}}"#;
        match request.target.as_str() {
            "/restapis/a1b2c3" => Answer::json(r#"{"id": "a1b2c3", "name": "pets"}"#),
            "/restapis/a1b2c3/resources/abc123" => {
                Answer::json(r#"{"id": "abc123", "path": "/pets", "resourceMethods": {"ANY": {}}}"#)
            }
            "/restapis/a1b2c3/resources/abc123/methods/ANY" => Answer::json(any),
            other => panic!("{other} is not needed"),
        }
    });
    let url = server.url();
    let folder = CommandFolder::new();
    let service = ["--endpoint-url", &url, "--region", "us-east-1", "--no-sign-request"];
    let shown = invoke(&folder, "GET", &[&["--query", "status"], service.as_slice()].concat());
    assert_eq!((shown.stdout.as_str(), shown.stderr.as_str()), ("204\n", ""));
    let methods: Vec<String> = server.requests().map(|request| request.method).collect();
    assert_eq!(methods, ["GET"; 3]);
}

#[test]
fn only_the_operation_that_can_runs_offline() {
    let folder = CommandFolder::new();
    let shown = outcome(folder.command().args(["get-rest-apis", "--offline"]));
    assert_eq!(shown.exit, Some(252));
    assert!(shown.stderr.contains("--offline"), "{}", shown.stderr);
}

#[test]
fn rendering_shows_its_steps() {
    let folder = CommandFolder::new();
    folder.write("t.vtl", "#set($n = $input.path('$.name'))\nHello $n$!none#if($n == 'x')x#end");
    folder.write("b.json", r#"{"name": "Ada"}"#);
    let shown = outcome(folder.command().args(["render", "t.vtl", "--body", "b.json", "--trace"]));
    assert_eq!(shown.stdout, "Hello Ada");
    let steps = [
        "t.vtl:1:11: $input.path('$.name') is \"Ada\"",
        "t.vtl:1:6: $n becomes \"Ada\"",
        "t.vtl:2:7: $n is \"Ada\"",
        "t.vtl:2:9: $!none is \"\"",
        "t.vtl:2:19: $n is \"Ada\"",
        "t.vtl:2:19: no branch of `#if` is taken",
    ];
    assert_eq!(shown.stderr.lines().collect::<Vec<_>>(), steps);
}

#[test]
fn rendering_follows_changes() {
    let folder = CommandFolder::new();
    folder.write("t.vtl", "one\n");
    let mut command = folder.command();
    command.args(["render", "t.vtl", "--watch"]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the command runs");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut line = || lines.next().expect("a line").expect("text");

    assert_eq!(line(), "one");
    folder.write("t.vtl", "#if(broken\n");
    folder.write("t.vtl", "#set($x = 'two')$x again\n");
    assert_eq!(line(), "two again");
    child.kill().expect("the command ends");
    child.wait().expect("its status");
    let refused = outcome(folder.command().args(["render", "-", "--watch"]));
    assert_eq!(refused.exit, Some(252));
}
