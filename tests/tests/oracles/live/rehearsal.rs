//! `--dry-run --preflight`: mistakes that the call alone cannot show are found in what exists at the service, with exactly
//! the reads that the rules ask for.

use serde_json::Value;

use crate::live::doors::run;
use crate::live::server::LiveServer;

/// A call that is wrong in what exists, its twin that is not, the rule, and the operations that are read.
struct Rehearsal<'a> {
    wrong: &'a str,
    right: &'a str,
    rule: &'a str,
    reads: &'a [&'a str],
}

/// What a run of the command with `--debug` read.
fn reads(stderr: &str) -> Vec<&str> {
    let lines = stderr.lines().filter_map(|line| line.strip_prefix("apigw: "));
    lines.filter(|line| line.contains(" Ok(HttpRequest ")).filter_map(|line| line.split(' ').next()).collect()
}

pub(crate) fn mistakes_around_a_call() {
    let server = LiveServer::moto();
    let made = |line: &str, member: &str| {
        let output = run(server.command().args(line.split(' '))).unwrap_or_else(|error| panic!("{line}: {error}"));
        output.pointer(member).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let api = made("create-rest-api --name pets", "/id");
    let root = made(&format!("get-resources --rest-api-id {api}"), "/items/0/id");
    let pets = made(&format!("create-resource --rest-api-id {api} --parent-id {root} --path-part pets"), "/id");
    let on_pets = format!("--rest-api-id {api} --resource-id {pets} --http-method");
    made(
        &format!("put-method {on_pets} GET --authorization-type NONE --request-parameters method.request.path.id=true"),
        "",
    );
    made(&format!("put-integration {on_pets} GET --type MOCK"), "");
    made(&format!("put-method {on_pets} POST --authorization-type NONE"), "");

    let integration =
        "--type HTTP_PROXY --integration-http-method GET --uri https://example.com/{id} --request-parameters";
    let mapped = format!("{integration} integration.request.path.id=method.request.path.id");
    let deploy = format!("create-deployment --rest-api-id {api}");
    let rehearsals = [
        Rehearsal {
            wrong: &format!("put-integration {on_pets} POST {mapped}"),
            right: &format!("put-integration {on_pets} GET {mapped}"),
            rule: "integration-request-parameter-declared",
            reads: &["GetMethod", "GetRestApi"],
        },
        Rehearsal {
            wrong: &format!("put-integration-response {on_pets} POST --status-code 200"),
            right: &format!("put-integration-response {on_pets} GET --status-code 200"),
            rule: "put-integration-response-needs-integration",
            reads: &["GetMethod"],
        },
        Rehearsal {
            wrong: &format!("create-resource --rest-api-id {api} --parent-id {root} --path-part pets"),
            right: &format!("create-resource --rest-api-id {api} --parent-id {root} --path-part dogs"),
            rule: "resource-name-free",
            reads: &["GetResources"],
        },
        Rehearsal {
            wrong: &format!("put-method {on_pets} PUT --authorization-type CUSTOM --authorizer-id none01"),
            right: &format!("put-method {on_pets} PUT --authorization-type NONE"),
            rule: "method-authorizer-exists",
            reads: &["GetAuthorizers", "GetModels", "GetRequestValidators"],
        },
        Rehearsal {
            wrong: &deploy,
            right: &format!("delete-method {on_pets} POST"),
            rule: "deployment-methods-need-integrations",
            reads: &["GetResources"],
        },
    ];
    let rehearse = |line: &str, preflight: bool| {
        let more: &[&str] = if preflight { &["--preflight", "--debug"] } else { &[] };
        apigw_tests::command_folder::outcome(server.command().args(line.split(' ')).arg("--dry-run").args(more))
    };

    for Rehearsal { wrong, right, rule, reads: expected } in rehearsals {
        let alone = rehearse(wrong, false);
        assert_eq!((alone.exit, alone.stderr.as_str()), (Some(0), ""), "{wrong}");
        let found = rehearse(wrong, true);
        assert_eq!(found.exit, Some(252), "{wrong}: {}", found.stderr);
        assert!(found.stderr.contains(&format!("apigw: error[{rule}]")), "{wrong}: {}", found.stderr);
        let mut read = reads(&found.stderr);
        read.sort_unstable();
        assert_eq!(read, expected, "{wrong}");

        let found = rehearse(right, true);
        assert_eq!(found.exit, Some(0), "{right}: {}", found.stderr);
        assert!(!found.stderr.contains("error["), "{right}: {}", found.stderr);
    }

    // What exists is checked as a whole too, and nothing was changed by all this.
    let api_check = apigw_tests::command_folder::outcome(server.command().args(["check-api", "--rest-api-id", &api]));
    assert_eq!(api_check.exit, Some(1), "{}", api_check.stderr);
    assert!(api_check.stdout.contains(".resourceMethods[\"POST\"].methodIntegration: error["), "{}", api_check.stdout);
    let resources = run(server.command().args(["get-resources", "--rest-api-id", &api])).unwrap();
    assert_eq!(resources["items"].as_array().map(Vec::len), Some(2));
}
