//! `apigw lint`: what is found in a repository, how it is reported, and what it leaves alone.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use serde_json::Value;

const BROKEN: &str = "openapi: 3.0.1
info: {title: Pets}
paths:
  /pets:
    get:
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: example.com
        timeoutInMillis: 30
";

/// A repository with a definition with mistakes, one without, one that is ignored, and other files.
fn repository() -> CommandFolder {
    let folder = CommandFolder::new();
    folder.write("api/broken.yml", BROKEN);
    folder.write("api/sound", BROKEN.replace("uri: example.com", "uri: https://example.com").replace(": 30", ": 3000"));
    folder.write("build/copy.yml", BROKEN);
    folder.write(".gitignore", "build/\n");
    folder.write("docs/readme.md", "See `x-amazon-apigateway-integration`.\n");
    folder.write("picture.png", b"\x89PNG\0x-amazon-apigateway-".as_slice());
    folder.write("http.yml", BROKEN.replace("type: http", "payloadFormatVersion: '2.0'"));
    folder
}

fn lint(folder: &CommandFolder, options: &[&str]) -> Outcome {
    outcome(folder.command().arg("lint").args(options))
}

#[test]
fn mistakes_are_shown_with_their_lines() {
    let run = lint(&repository(), &[]);
    assert_eq!(run.exit, Some(1));
    let expected = "\
error[integration-uri-is-url]: GET /pets: `uri` cannot be `example.com` when `type` is `HTTP`; the URL has no scheme; begin it with \
`https://` or `http://` (AWS: Invalid HTTP endpoint specified for URI)
 --> api/broken.yml:9:14
  |
9 |         uri: example.com
  |              ^^^^^^^^^^^

warning[integration-timeout-too-short]: GET /pets: `timeoutInMillis` is 30, but should be at least 50; the minimum timeout is 50 ms \
(AWS: Timeout should be between 50 ms and 29000 ms)
  --> api/broken.yml:10:26
   |
10 |         timeoutInMillis: 30
   |                          ^^

";
    assert_eq!(run.stdout, expected);
    assert_eq!(
        run.stderr,
        "apigw: http.yml: an HTTP API, which is not checked\napigw: 1 error, 1 warning in 3 definitions\n"
    );
}

#[test]
fn reports_have_the_place_of_each_finding() {
    let folder = repository();
    let parsed = |format: &str| -> Value {
        let run = lint(&folder, &["--format", format, "api/broken.yml"]);
        assert_eq!(run.exit, Some(1), "{}", run.stderr);
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
    };
    let json = parsed("json");
    let first = &json[0];
    assert_eq!((&first["line"], &first["column"], &first["endColumn"]), (&9.into(), &14.into(), &25.into()));
    assert_eq!((&first["part"], &first["severity"]), (&"GET /pets".into(), &"error".into()));

    let sarif = parsed("sarif");
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    let place = &results[1]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "api/broken.yml");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&10.into(), &26.into()));

    let github = lint(&folder, &["--format", "github", "api/broken.yml"]).stdout;
    let start =
        "::error file=api/broken.yml,line=9,col=14,endLine=9,endColumn=25,title=integration-uri-is-url::GET /pets: ";
    assert!(github.starts_with(start), "{github}");
}

#[test]
fn the_exit_status_says_what_was_found() {
    let folder = repository();
    assert_eq!(lint(&folder, &["api/sound"]).exit, Some(0));
    assert_eq!(lint(&folder, &["docs"]).exit, Some(0));
    let warnings = ["api/broken.yml", "--allow", "integration-uri-is-url"];
    assert_eq!(lint(&folder, &warnings).exit, Some(0));
    assert_eq!(lint(&folder, &[&warnings[..], &["--deny-warnings"]].concat()).exit, Some(1));

    folder.write("api/torn.yml", "openapi: 3.0.1\npaths: {x-amazon-apigateway-integration: [\n");
    let run = lint(&folder, &["api"]);
    assert_eq!(run.exit, Some(2));
    assert!(run.stderr.contains("apigw: api/torn.yml:2:42: invalid YAML"), "{}", run.stderr);
    assert!(run.stdout.contains("api/broken.yml:9:14"), "the other files are checked: {}", run.stdout);
    assert_eq!(lint(&folder, &["gone.yml"]).exit, Some(2));
}

#[test]
fn files_that_define_nothing_are_named_on_request() {
    let run = lint(&repository(), &["docs", "--verbose"]);
    assert_eq!(run.stderr.lines().next(), Some("apigw: docs/readme.md: no definition of API Gateway"));
}

#[test]
fn files_of_a_terraform_module_are_checked_together() {
    let folder = CommandFolder::new();
    let api = "resource \"aws_api_gateway_rest_api\" \"a\" {\n  name = \"a\"\n}\n";
    let resource = |name: &str| {
        format!(
            "resource \"aws_api_gateway_resource\" \"{name}\" {{\n  rest_api_id = aws_api_gateway_rest_api.a.id\n  parent_id = \
             aws_api_gateway_rest_api.a.root_resource_id\n  path_part = \"{{{name}}}\"\n}}\n"
        )
    };
    folder.write("api.tf", api.to_owned() + &resource("one"));
    folder.write("more.tf", resource("two"));
    let run = lint(&folder, &["--format", "json", "more.tf"]);
    assert_eq!(run.exit, Some(1), "{}", run.stderr);
    let json: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&json[0]["rule"], &json[0]["line"]), (&"resource-one-variable".into(), &4.into()));
    assert_eq!(lint(&folder, &["api.tf"]).exit, Some(1));
}

#[test]
fn scripts_are_checked_too() {
    let folder = CommandFolder::new();
    let call =
        "aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type HTTPS --uri x\n";
    folder.write("deploy.sh", format!("#!/bin/sh\n{call}"));
    folder.write(".github/workflows/ci.yml", format!("jobs:\n  a:\n    steps:\n      - run: {call}"));
    folder.write("notes.txt", call);
    let run = lint(&folder, &[]);
    assert_eq!(run.exit, Some(1), "{}", run.stderr);
    for place in ["deploy.sh:2:89", ".github/workflows/ci.yml:4:102"] {
        assert!(run.stdout.contains(&format!(" --> {place}\n")), "{place}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("notes.txt"), "{}", run.stdout);
    assert!(run.stderr.ends_with(" in 0 definitions and 2 calls in scripts\n"), "{}", run.stderr);
}

#[test]
fn settings_allow_rules_and_choose_files() {
    let folder = repository();
    let settings = "[lint]\nwarn = ['integration-uri-is-url']\nallow = [\"integration-timeout-too-short\", 'enum']\npaths = ['api/**']\n";
    folder.write(".apigw.toml", settings);
    let run = lint(&folder, &[]);
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("warning[integration-uri-is-url]"), "{}", run.stdout);
    assert!(run.stdout.contains(" --> .apigw.toml:3:43\n"), "{}", run.stdout);
    assert_eq!(run.stderr, "apigw: 0 errors, 2 warnings in 2 definitions\n");
    let part = lint(&folder, &["api/sound"]);
    assert_eq!((part.exit, part.stdout.as_str()), (Some(0), ""), "a part of the files shows nothing of the settings");

    folder.write(".apigw.toml", "[lint]\nalow = []\n");
    let run = lint(&folder, &[]);
    assert_eq!(run.exit, Some(2));
    assert!(run.stderr.ends_with(".apigw.toml:2:1: there is no setting `alow`; write `allow`\n"), "{}", run.stderr);
}

#[test]
fn a_baseline_leaves_new_findings() {
    let folder = repository();
    let run = lint(&folder, &["--write-baseline", "old.json"]);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    let run = lint(&folder, &["--baseline", "old.json"]);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);

    // What moves is not new, and what is said twice is found once more.
    let more = "  /more:\n    get:\n      x-amazon-apigateway-integration: {type: mocks}\n";
    let moved =
        BROKEN.replace("paths:\n", &format!("# Pets\npaths:\n{more}")).replace("        timeoutInMillis: 30\n", "");
    folder.write("api/broken.yml", moved);
    let run = lint(&folder, &["--baseline", "old.json"]);
    assert_eq!(run.stdout.matches(" --> ").count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("api/broken.yml:7:47"), "{}", run.stdout);
    assert!(run.stderr.contains("1 finding in old.json, 1 of it not found any more\n"), "{}", run.stderr);
    assert_eq!(lint(&folder, &["--baseline", "http.yml"]).exit, Some(255));
}

#[test]
fn fixes_leave_what_a_baseline_lists() {
    let folder = CommandFolder::new();
    let head =
        "openapi: 3.0.1\ninfo: {}\nx-amazon-apigateway-gateway-responses:\n  DEFAULT_4XX:\n    responseParameters:\n";
    let old = "      gatewayresponse.header.Vary: none\n";
    let content = || std::fs::read_to_string(folder.path().join("api.yml")).expect("the file");
    folder.write("api.yml", format!("{head}{old}"));
    lint(&folder, &["--write-baseline", "old.json"]);
    let run = lint(&folder, &["--fix", "--baseline", "old.json"]);
    assert_eq!((run.exit, content()), (Some(0), format!("{head}{old}")), "{}", run.stderr);

    // What is new is fixed, and what is old stays hidden afterwards.
    folder.write("api.yml", format!("{head}      gatewayresponse.header.Age: some\n{old}"));
    let run = lint(&folder, &["--fix", "--baseline", "old.json"]);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    assert_eq!(content(), format!("{head}      gatewayresponse.header.Age: \"'some'\"\n{old}"));

    assert_eq!(lint(&folder, &["--fix"]).exit, Some(0));
    assert!(content().ends_with("Vary: \"'none'\"\n"), "{}", content());
}

#[test]
fn a_report_for_ci_services_has_a_test_for_each_finding() {
    let folder = repository();
    folder.write("api/<&>.yml", BROKEN);
    let report = lint(&folder, &["--format", "junit", "api"]).stdout;
    assert!(report.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), "{report}");
    assert!(report.contains("<testsuites name=\"apigw lint\" tests=\"5\" failures=\"2\">"), "{report}");
    assert!(report.contains("<testsuite name=\"api/&lt;&amp;&gt;.yml\" tests=\"2\" failures=\"1\">"), "{report}");
    assert!(report.contains("<testcase name=\"lint\" classname=\"api/sound\"/>"), "{report}");
    assert!(
        report.contains("<testcase name=\"integration-uri-is-url at 9:14\" classname=\"api/broken.yml\">"),
        "{report}"
    );
    assert_eq!(report.matches("<system-out>").count(), 2, "{report}");
    let denied = lint(&folder, &["--format", "junit", "--deny-warnings", "api"]).stdout;
    assert!(denied.contains("tests=\"5\" failures=\"4\""), "{denied}");
}

#[test]
fn fixes_are_shown_or_written() {
    let folder = CommandFolder::new();
    let text = "openapi: 3.0.1\ninfo: {}\nx-amazon-apigateway-gateway-responses:\n  DEFAULT_4XX:\n    responseParameters:\n      \
                gatewayresponse.header.Vary: none # as ever\n";
    folder.write("api.yml", text);
    let content = || std::fs::read_to_string(folder.path().join("api.yml")).expect("the file");
    let patch = "--- a/api.yml\n+++ b/api.yml\n@@ -3,4 +3,4 @@\n x-amazon-apigateway-gateway-responses:\n   DEFAULT_4XX:\n     \
                 responseParameters:\n-      gatewayresponse.header.Vary: none # as ever\n+      gatewayresponse.header.Vary: \
                 \"'none'\" # as ever\n";
    let run = lint(&folder, &["--diff"]);
    assert_eq!((run.stdout.as_str(), content().as_str()), (patch, text));
    assert_eq!(run.stderr, "apigw: 0 errors, 1 warning in 1 definition\n");

    let allowed = ["--fix", "--allow", "gateway-response-parameter-value"];
    assert_eq!((lint(&folder, &allowed).stdout.as_str(), content().as_str()), ("", text));
    let run = lint(&folder, &["--fix"]);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), ""));
    assert_eq!(run.stderr, "apigw: 1 file fixed\napigw: 0 errors, 0 warnings in 1 definition\n");
    assert_eq!(content(), text.replace("none", "\"'none'\""));
    assert_eq!(lint(&folder, &["--fix"]).stderr, "apigw: 0 errors, 0 warnings in 1 definition\n");
}

/// What is wrong in a file that a template includes is reported there, once, also if that file is linted itself.
#[test]
fn findings_in_included_files_stand_in_them() {
    let folder = CommandFolder::new();
    let template = "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      \
                    StageName: v1\n      DefinitionUri: ../shared/api.yaml\n";
    let document = "openapi: 3.0.1\ninfo: {title: pets, version: '1'}\npaths:\n  /pets:\n    get:\n      \
                    x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: example.com}\n";
    folder.write("app/template.yaml", template);
    folder.write("shared/api.yaml", document);
    let whole = folder.path().join("shared/api.yaml").display().to_string();
    for paths in [&["app/template.yaml"][..], &["."], &["app", "shared"], &["app", whole.as_str()]] {
        let found = lint(&folder, &[&["--format", "json"], paths].concat());
        let found: Value = serde_json::from_str(&found.stdout).expect("JSON");
        let place = |one: &Value| format!("{}:{} {}", one["file"], one["line"], one["rule"]);
        let places: Vec<_> = found.as_array().expect("a list").iter().map(place).collect();
        assert_eq!(places.len(), 1, "{places:?}");
        assert!(places[0].ends_with("shared/api.yaml\":6 \"integration-uri-is-url\""), "{places:?}");
    }

    // What the settings leave out stays out, and only what is named is changed.
    folder.write(".apigw.toml", "[lint]\npaths = [\"app/**\"]\n");
    assert_eq!(lint(&folder, &["."]).exit, Some(0));
    let fixable = document.replace("get:", "get:\n      responses: {}")
        + "x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {responseParameters: {gatewayresponse.header.Vary: none}}}\n";
    folder.write("shared/api.yaml", &fixable);
    let now = || std::fs::read_to_string(folder.path().join("shared/api.yaml")).expect("the document");
    for paths in [&["."][..], &["app/template.yaml"]] {
        lint(&folder, &[&["--fix"], paths].concat());
        assert_eq!(now(), fixable, "{paths:?}");
    }
    lint(&folder, &["--fix", "shared/api.yaml"]);
    assert_ne!(now(), fixable);
}

/// What is named is read, also if it is a pipe; what is found in a folder is read only if that cannot wait.
#[cfg(unix)]
#[test]
fn pipes_are_read_if_they_are_named() {
    let folder = CommandFolder::new();
    folder.write("api/broken.yml", BROKEN);
    let found = "apigw: 1 error, 1 warning in 1 definition\n";
    let lines = [
        ("mkfifo pipe && { cat api/broken.yml > pipe & apigw lint pipe; }", "pipe:9:14"),
        ("cat api/broken.yml | apigw lint /dev/stdin", "/dev/stdin:9:14"),
        ("apigw lint - < api/broken.yml", "<stdin>:9:14"),
    ];
    for (line, place) in lines {
        let run = folder.in_shell(line);
        assert_eq!((run.exit, run.stderr.as_str()), (Some(1), found), "{line}");
        assert!(run.stdout.contains(place), "{line}: {}", run.stdout);
    }
    // The pipe that is left in the folder has no writer.
    let run = lint(&folder, &[]);
    assert_eq!((run.exit, run.stderr.as_str()), (Some(1), found));

    let fixable = "openapi: 3.0.1\ninfo: {}\nx-amazon-apigateway-gateway-responses:\n  DEFAULT_4XX:\n    responseParameters:\n      \
                   gatewayresponse.header.Vary: none\n";
    folder.write("fixable.yml", fixable);
    let run = folder.in_shell("cat fixable.yml | apigw lint --fix /dev/stdin");
    assert!(run.exit != Some(0) && run.stderr.contains("it is no regular file"), "{}", run.stderr);
    let run = folder.in_shell("cat fixable.yml | apigw lint --diff /dev/stdin");
    assert!(run.stdout.contains("\"'none'\""), "{}", run.stdout);
}
