//! Help where people get stuck: the argument to type, in the shell that they use.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

/// A command line that fails, and the line that helps.
struct Stuck {
    words: &'static [&'static str],
    help: &'static str,
}

const STUCK: &[Stuck] = &[
    Stuck {
        words: &[
            "get-export",
            "--rest-api-id",
            "a",
            "--stage-name",
            "s",
            "--export-type",
            "oas30",
            "--parameters",
            "extensions=integrations,authorizers",
            "out.json",
        ],
        help: "the service takes a string there; in bash: --parameters '{\"extensions\": \"integrations,authorizers\"}'",
    },
    Stuck {
        words: &[
            "update-rest-api",
            "--cli-input-json",
            r#"{"restApiId":"a","patchOperations":[{"op":"replace","path":"/policy","value":{"Version":"2012-10-17"}}]}"#,
        ],
        help: r#"patchOperations[0].value has to be one string; write "{\"Version\":\"2012-10-17\"}""#,
    },
    Stuck {
        words: &[
            "update-stage",
            "--rest-api-id",
            "a",
            "--stage-name",
            "s",
            "--patch-operations",
            r#"[{"op":"replace","path":"/accessLogSettings/format","value":{"id":"$context.requestId"}}]"#,
        ],
        help: r#"in bash: --patch-operations '[{"op": "replace", "path": "/accessLogSettings/format", "value": "{\"id\":\"$context.requestId\"}"}]'"#,
    },
    Stuck {
        words: &["put-integration", "--cli-input-json", r#"{\"restApiId\":\"a\"}"#],
        help: r#"the backslashes arrived with the JSON; in bash: --cli-input-json '{"restApiId":"a"}'"#,
    },
    Stuck {
        words: &[
            "update-resource",
            "--rest-api-id",
            "a",
            "--resource-id",
            "b",
            "--patch-operations",
            "op=replace,path=/pathPart,value={id}",
        ],
        help: r#"in bash: --patch-operations 'op=replace,path=/pathPart,value="{id}"'"#,
    },
    Stuck {
        words: &[
            "update-usage-plan",
            "--usage-plan-id",
            "a",
            "--patch-operations",
            "op=add,path=/a/{proxy+}/ANY,value=1",
            "op=remove,path=/name",
        ],
        help: r#"in bash: --patch-operations 'op=add,path="/a/{proxy+}/ANY",value=1' op=remove,path=/name"#,
    },
    Stuck {
        words: &["put-rest-api", "--rest-api-id", "a", "--body", "'file://swagger.json'"],
        help: "the single quotes arrived with the value; in cmd: --body file://swagger.json",
    },
    Stuck {
        words: &[
            "put-integration",
            "--rest-api-id",
            "a",
            "--resource-id",
            "b",
            "--http-method",
            "GET",
            "--type",
            "MOCK",
            "--request-templates",
            "'{application/json:{statusCode:200}}'",
        ],
        help: r#"in cmd: --request-templates "{\"application/json\": \"{statusCode:200}\"}""#,
    },
    Stuck {
        words: &[
            "put-method-response",
            "--rest-api-id",
            "a",
            "--resource-id",
            "b",
            "--http-method",
            "GET",
            "--status-code",
            "200",
            "--response-parameters",
            "method.response.header.X='*'",
        ],
        help: "a value of --response-parameters is true or false, such as method.response.header.X=false",
    },
    Stuck {
        words: &["update-stage", "--rest-api-id", "a", "--stage-name", "s", "--patch-ops", "op=remove,path=/x"],
        help: "there is no option --patch-ops; did you mean --patch-operations?",
    },
    Stuck {
        words: &["create-usage-plan", "--name", "x", "--throttle-burst-limit=5"],
        help: "there is no option --throttle-burst-limit; write --throttle burstLimit=5",
    },
    Stuck {
        words: &["create-usage-plan", "--name", "x", "--throttle-settings", "burstLimit=5"],
        help: "there is no option --throttle-settings; write --throttle burstLimit=VALUE,rateLimit=VALUE",
    },
    Stuck {
        words: &["update-usage-plan", "--usage-plan-id", "x", "--throttle-settings", "burstLimit=5"],
        help: "there is no option --throttle-settings; write --patch-operations op=replace,path=/throttle/",
    },
    Stuck {
        words: &[
            "update-method",
            "--rest-api-id",
            "a",
            "--resource-id",
            "b",
            "--http-method",
            "GET",
            "--authorization-type",
            "NONE",
        ],
        help: "write --patch-operations op=replace,path=/authorizationType,value=NONE",
    },
    Stuck {
        words: &["create-request-validator", "--rest-api-id", "a", "--validate-request-body", "true"],
        help: "--validate-request-body takes no value; write --validate-request-body",
    },
    Stuck {
        words: &["create-request-validator", "--rest-api-id", "a", "--validate-request-body", "false"],
        help: "--validate-request-body takes no value; write --no-validate-request-body",
    },
    Stuck {
        words: &["put-usage-plan-key", "--usage-plan-id", "a"],
        help: "there is no put-usage-plan-key; there are create-usage-plan-key,",
    },
    Stuck {
        words: &["get-resources", "--api-id", "a"],
        help: "there is no option --api-id; did you mean --rest-api-id?",
    },
    Stuck {
        words: &["create-rest-api", "--name", "x", "--types", "EDGE"],
        help: "there is no option --types; write --endpoint-configuration types=EDGE",
    },
];

fn run(words: &[&str]) -> Outcome {
    let folder = CommandFolder::new();
    let mut command = folder.command();
    command.env("SHELL", "/bin/bash").env_remove("PSModulePath").args(words).args([
        "--region",
        "us-east-1",
        "--dry-run",
    ]);
    outcome(&mut command)
}

#[test]
fn a_failure_shows_what_to_type() {
    let mut wrong = Vec::new();
    for Stuck { words, help } in STUCK {
        let run = run(words);
        let is_shown = run.stderr.lines().any(|line| line.starts_with("apigw: help: ") && line.contains(help));
        if run.exit == Some(0) || !is_shown {
            wrong.push(format!("{words:?} ends with {:?}: {}", run.exit, run.stderr));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One line fixes what several quotes were lost from.
#[test]
fn findings_about_one_option_have_one_fix() {
    let value = "method.response.header.A='a,b',method.response.header.B='*'";
    let words = ["put-integration-response", "--rest-api-id", "a", "--resource-id", "b", "--http-method", "GET"];
    let run = run(&[&words[..], &["--status-code", "200", "--response-parameters", value]].concat());
    let fixes: Vec<_> = run.stderr.lines().filter(|line| line.contains("apigw:   in ")).collect();
    let expected = r#"--response-parameters "method.response.header.A=\"'a,b'\",method.response.header.B=\"'*'\"""#;
    assert!(fixes.len() == 1 && fixes[0].ends_with(expected), "{}", run.stderr);
}

#[test]
fn no_weaker_setting_is_suggested() {
    let run = run(&["create-domain-name", "--domain-name", "a.example.com", "--security-policy", "TLS_1_3"]);
    assert!(run.stderr.contains("TLS_1_3") && !run.stderr.contains("did you mean"), "{}", run.stderr);
}

/// Values that work are left alone.
#[test]
fn calls_that_work_get_no_help() {
    let quoted = "op=replace,path=/pathPart,value=\"{id}\"";
    let run = run(&["update-resource", "--rest-api-id", "a", "--resource-id", "b", "--patch-operations", quoted]);
    assert_eq!((run.exit, run.stderr.as_str()), (Some(0), ""));
}

/// Whatever is wrong, what is printed is one JSON document.
#[test]
fn structured_findings_stay_structured() {
    let put = ["put-integration", "--rest-api-id", "a", "--resource-id", "b", "--http-method", "GET"];
    let cases: [(&[&str], &[&str]); 6] = [
        (&["--type", "HTTP"], &["integration-http-method-required", "integration-uri-required"]),
        (&["--type", "MOCK", "--request-templates", "{\"a/b\": 1}"], &["parameter"]),
        (
            &["--type", "HTTP", "--request-templates", "{\"a/b\": 1}"],
            &["parameter", "integration-http-method-required"],
        ),
        (&["--type", "MOCK", "--bogus", "1"], &["command-line"]),
        (&["--type", "MOCK", "--request-templates", "{"], &["parameter"]),
        (&[], &["command-line"]),
    ];
    for (more, rules) in cases {
        for format in ["json", "sarif"] {
            let run = run(&[&put[..], more, &["--findings", format]].concat());
            let found: serde_json::Value =
                serde_json::from_str(&run.stderr).unwrap_or_else(|_| panic!("{}", run.stderr));
            let list = if format == "json" { &found } else { &found["runs"][0]["results"] };
            let name = if format == "json" { "rule" } else { "ruleId" };
            let found: Vec<_> =
                list.as_array().expect("a list").iter().filter_map(|found| found[name].as_str()).collect();
            assert_eq!(run.exit, Some(252), "{more:?}");
            assert!(rules.iter().all(|rule| found.contains(rule)), "{more:?}: {found:?}");
        }
    }
}
