//! Secrets on command lines, in scripts and definitions: no message repeats one, and output that the user asked for is
//! whole.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};

const SECRET: &str = "S3CR3T";

/// Runs a line of words in a folder, with keys.
fn run(folder: &CommandFolder, url: &str, line: &[&str]) -> Outcome {
    let mut command = folder.command();
    command
        .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        .env("AWS_SECRET_ACCESS_KEY", "S3CR3T-key")
        .env("AWS_MAX_ATTEMPTS", "1");
    command.env("AWS_SESSION_TOKEN", "S3CR3T-token").env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL", url);
    outcome(command.args(line))
}

/// Command lines that are wrong in a value that is or holds a secret: the first words, separated by spaces, and those
/// that no space separates.
const WRONG: &[(&str, &[&str])] = &[
    ("create-deployment --rest-api-id a --variables", &["k=S3CR3T!!"]),
    ("create-deployment --rest-api-id a --variables", &["k,S3CR3T"]),
    ("create-deployment --rest-api-id a --variables", &["{k: S3CR3T}"]),
    ("create-deployment --rest-api-id a --variables", &["'{\"k\": \"S3CR3T\"}'"]),
    ("create-deployment --rest-api-id a --variables", &["{\\\"k\\\": \\\"S3CR3T\\\"}"]),
    ("create-deployment --rest-api-id a --variables", &["{\"k\": {\"S3CR3T\": 1}}"]),
    ("create-deployment --rest-api-id a --variables", &["{\"k\": [\"S3CR3T\"]}"]),
    (
        "create-stage --rest-api-id a --deployment-id b --stage-name c --canary-settings",
        &["stageVariableOverrides={k=[S3CR3T}"],
    ),
    (
        "update-stage --rest-api-id a --stage-name b --patch-operations",
        &["op=replace,path=/variables/k,value='S3CR3T!!'"],
    ),
    (
        "update-stage --rest-api-id a --stage-name b --patch-operations",
        &["op=replace,path=/variables/k,value=S3CR3T,,"],
    ),
    (
        "update-integration --rest-api-id a --resource-id b --http-method GET --patch-operations",
        &["op=add,path=/requestParameters/integration.request.header.Authorization,value=S3CR3T"],
    ),
    (
        "put-integration --rest-api-id a --resource-id b --http-method GET --type HTTP --integration-http-method GET --uri",
        &[
            "https://u:S3CR3T@host:99999/?token=S3CR3T",
            "--request-parameters",
            "integration.request.header.Authorization=S3CR3T",
        ],
    ),
    (
        "put-integration --rest-api-id a --resource-id b --http-method GET --type HTTP --integration-http-method GET --uri https://host/ --request-parameters",
        &["{\"integration.request.header.A\": \"\\\"S3CR3T\\\"\"}"],
    ),
    (
        "put-integration --cli-input-json",
        &[
            "{\"requestParameters\": {\"integration.request.header.A\": \"S3CR3T\"}, \"restApiId\": \"a\", \"resourceId\": \"b\", \"httpMethod\": \"GET\", \"type\": \"MOCK\"}",
        ],
    ),
    ("put-integration --cli-input-json", &["{\\\"requestParameters\\\": {\\\"a\\\": \\\"S3CR3T\\\"}}"]),
    ("import-api-keys --format csv --body", &["S3CR3T!"]),
    ("create-api-key --name k --value", &["S3CR3T"]),
    (
        "test-invoke-method --rest-api-id a --resource-id b --http-method GET --body",
        &["{\"a\": \"S3CR3T\"}", "--headers", "Authorization,S3CR3T"],
    ),
    ("test-invoke-method --rest-api-id a --resource-id b --http-method GET --headers", &["{\"a\": [\"S3CR3T\"]}"]),
    ("create-domain-name --domain-name a --certificate-private-key", &["S3CR3T"]),
];

/// The words of a row of [`WRONG`].
fn words(&(first, rest): &(&'static str, &'static [&'static str])) -> Vec<&'static str> {
    first.split(' ').chain(rest.iter().copied()).collect()
}

#[test]
fn no_message_repeats_a_secret() {
    let folder = CommandFolder::new();
    let mut silent = Vec::new();
    for line in WRONG.iter().map(words) {
        let mut told = false;
        for format in ["text", "json", "sarif"] {
            for more in [&["--dry-run"][..], &["--debug"], &["--debug", "--no-validate"]] {
                let line = [&line, more, &["--findings", format]].concat();
                let run = run(&folder, "http://127.0.0.1:1", &line);
                assert!(!run.stderr.contains(SECRET), "{line:?}:\n{}", run.stderr);
                told |= run.stderr.contains("error") || run.stderr.contains("warning");
            }
        }
        if !told {
            silent.push(line);
        }
    }
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
}

#[test]
fn findings_in_scripts_and_definitions_repeat_no_secret() {
    let folder = CommandFolder::new();
    let quoted = |word: &&str| format!("'{}'", word.replace('\'', "'\\''"));
    let call = |line| format!("aws apigateway {}", words(line).iter().map(quoted).collect::<Vec<_>>().join(" "));
    folder.write("a.sh", WRONG.iter().map(call).collect::<Vec<_>>().join("\n"));
    folder.write("b.sh", "aws apigateway create-deployment --rest-api-id a --variables {\"k\":\"S3CR3T\"}\n");
    let integration = r#"{"type": "http", "httpMethod": "GET", "uri": "https://u:S3CR3T@h:99999/?a=S3CR3T", "requestParameters":
        {"integration.request.header.Authorization": "S3CR3T"}, "responses": {"default": {"statusCode": "200"}}}"#;
    let document = format!(
        r#"{{"openapi": "3.0.1", "info": {{"title": "t", "version": "1"}}, "paths": {{"/a": {{"get": {{"responses": {{"200":
        {{"description": "d"}}}}, "x-amazon-apigateway-integration": {integration}}}}}}}}}"#
    );
    folder.write("api.json", document);
    let template = "Resources:\n  S:\n    Type: AWS::ApiGateway::Stage\n    Properties:\n      RestApiId: a\n      \
        DeploymentId: b\n      StageName: s\n      Variables:\n        k: 'S3CR3T!!'\n";
    folder.write("template.yaml", template);

    let files = ["a.sh", "b.sh", "api.json", "template.yaml"];
    let scripts = files[..2].iter().map(|file| ("lint-script", *file, &["text", "json", "sarif"][..]));
    let all = files.iter().map(|file| ("lint", *file, &["text", "json", "sarif", "junit", "github"][..]));
    for (command, file, formats) in scripts.chain(all) {
        let mut findings = 0;
        for format in formats {
            let run = run(&folder, "http://127.0.0.1:1", &[command, "--findings", format, file]);
            let text = run.stdout + &run.stderr;
            assert!(!text.contains(SECRET), "{command} {file} as {format}:\n{text}");
            findings += text.matches("REDACTED").count();
        }
        assert!(findings > 0, "{command} {file}");
    }
}

#[test]
fn output_that_was_asked_for_is_whole() {
    let folder = CommandFolder::new();
    let stage = "{\"stageName\": \"s\", \"variables\": {\"k\": \"S3CR3T\"}}";
    let integration =
        "{\"type\": \"HTTP\", \"uri\": \"https://h/?t=S3CR3T\", \"requestParameters\": {\"a\": \"'S3CR3T'\"}}";
    let calls: [(&str, &[&str]); 3] = [
        (stage, &["get-stage", "--rest-api-id", "a", "--stage-name", "s"]),
        (integration, &["get-integration", "--rest-api-id", "a", "--resource-id", "b", "--http-method", "GET"]),
        ("{\"id\": \"k\", \"value\": \"S3CR3T\"}", &["get-api-key", "--api-key", "k", "--include-value"]),
    ];
    for (body, line) in calls {
        let server = Loopback::start(move |_| Answer::json(body));
        for format in ["json", "text", "yaml", "table"] {
            let run = run(&folder, &server.url(), &[line, &["--debug", "--output", format]].concat());
            assert_eq!(run.exit, Some(0), "{}", run.stderr);
            assert!(run.stdout.contains(SECRET), "{line:?} as {format}: {}", run.stdout);
            assert!(!run.stderr.contains(SECRET), "{line:?}: {}", run.stderr);
        }
    }

    // A dry run prints the request that would be sent, without what signs it.
    let line = ["create-deployment", "--rest-api-id", "a", "--variables", "k=v-1", "--dry-run"];
    let run = run(&folder, "http://127.0.0.1:1", &line);
    assert!(run.stdout.contains("\"v-1\"") && !run.stdout.contains(SECRET), "{}", run.stdout);
}
