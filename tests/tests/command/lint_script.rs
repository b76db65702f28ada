//! `apigw lint-script`: what is found in scripts, and that nothing is found in those that work.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use serde_json::Value;

/// The folder of the scripts, and the file with what is found in them.
const SCRIPTS: &str = "scripts";
const EXPECTED: &str = "scripts/expected.txt";

/// A word in quotes that no shell looks into.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Runs the linter on a script.
fn lint(folder: &CommandFolder, script: &str, options: &[&str]) -> Outcome {
    folder.write("script.sh", script);
    outcome(folder.command().arg("lint-script").args(options).arg("script.sh"))
}

/// The recorded command lines.
fn recorded(file: &str) -> Vec<Vec<String>> {
    let cases = apigw_tests::json(file);
    let cases = cases.as_array().into_iter().flatten();
    let words = |case: &Value| {
        let words = case["argv"].as_array().into_iter().flatten().filter_map(Value::as_str);
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let found: Vec<_> = cases.map(words).filter(|words| !words.is_empty()).collect();
    assert!(found.len() > 40, "{file}: only {} cases", found.len());
    found
}

#[test]
fn scripts_of_all_kinds_are_judged() {
    let mut names: Vec<String> = std::fs::read_dir(apigw_tests::path(SCRIPTS))
        .expect("the scripts")
        .map(|entry| entry.expect("a script").file_name().into_string().expect("a name in Unicode"))
        .filter(|name| name != "expected.txt")
        .collect();
    names.sort();
    let folder = CommandFolder::new();
    for name in &names {
        folder.write(name, apigw_tests::text(&format!("{SCRIPTS}/{name}")));
    }
    let run = outcome(folder.command().arg("lint-script").args(&names));
    assert_eq!(run.exit, Some(1));
    let calls = run.stderr.lines().last().unwrap_or_default();
    assert!(calls.ends_with(&format!(" checked in {} files", names.len())), "{}", run.stderr);
    apigw_tests::bless(EXPECTED, &run.stdout, "command");
}

/// The documents of the project in a folder and those below it.
fn documents(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (path, name) = (entry.path(), entry.file_name());
        let is_other = name.to_string_lossy().starts_with("target") || name == ".git" || name == SCRIPTS;
        if path.is_dir() && depth > 0 && !is_other {
            documents(&path, depth - 1, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

#[test]
fn the_command_lines_in_the_documents_are_right() {
    let mut files = Vec::new();
    documents(&apigw_tests::path(".."), 2, &mut files);
    assert!(files.len() > 10, "{files:?}");
    let run = outcome(CommandFolder::new().command().arg("lint-script").args(&files));
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    assert!(!run.stderr.contains("apigw: 0 calls"), "{}", run.stderr);
}

#[test]
fn what_documents_leave_out_is_not_missed() {
    let folder = CommandFolder::new();
    folder.write("guide.md", "```sh\napigw put-integration … --dry-run\naws apigateway put-method ...\n```\n");
    let run = outcome(folder.command().args(["lint-script", "guide.md"]));
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    assert!(run.stderr.contains("2 calls"), "{}", run.stderr);

    // The file of an API has what the options do not say; what they do say is checked.
    let call = "apigw test-invoke-method --api openapi.yaml --http-method GET --path-with-query-string /pets/7";
    assert_eq!(lint(&folder, call, &[]).exit, Some(0));
    assert!(lint(&folder, &format!("{call} --headers 5"), &[]).stdout.contains("--headers"));
}

#[test]
fn a_call_is_judged_as_it_is_when_it_is_made() {
    let folder = CommandFolder::new();
    let mut findings = String::new();
    for file in ["cases/wire.json", "cases/cli-errors.json"] {
        for words in recorded(file) {
            // What is in files, bytes and profiles is not seen in a script.
            let unseen = ["file://", "fileb://", "--body", "\"body\"", "--profile"];
            if words.iter().any(|word| unseen.iter().any(|part| word.contains(part))) {
                continue;
            }
            let script = format!("aws {}\n", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "));
            let judged = lint(&folder, &script, &[]);
            let mut made: Command = folder.command();
            let made = outcome(made.args(&words).arg("--dry-run"));
            let fails = made.exit != Some(0) && words.iter().any(|word| word == "apigateway");
            if (judged.exit == Some(1)) != fails {
                _ = writeln!(findings, "{script}made: {}\njudged: {}", made.stderr, judged.stdout);
            }
        }
    }
    assert!(findings.is_empty(), "{findings}");
}

#[test]
fn nothing_is_found_on_account_of_what_is_not_known() {
    let folder = CommandFolder::new();
    let unseen = ["\"$V\"", "$V", "\"${V[@]}\"", "$(v)", "\"a$V\"", "'a'$V", "{a,b}", "a*"];
    for words in recorded("cases/wire.json") {
        let operation = words.iter().position(|word| word == "apigateway").map_or(0, |at| at + 1);
        let whole = words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
        let whole = lint(&folder, &format!("aws {whole}\n"), &["--format", "json"]);
        let whole: Value = serde_json::from_str(&whole.stdout).expect("JSON");
        for with in unseen {
            let mut script = String::new();
            // One word at a time, all values, and all words.
            for hidden in 0..words.len() + 2 {
                // What begins with a letter is surely no option.
                let may_be_option = !["\"a$V\"", "a*"].contains(&with);
                let hides = |at: usize, word: &str| match hidden.checked_sub(words.len()) {
                    _ if word.starts_with("--") && !may_be_option => false,
                    None => at == hidden,
                    Some(0) => at > operation && !word.starts_with("--"),
                    Some(_) => at > operation,
                };
                let line = words.iter().enumerate().map(|(at, word)| {
                    let keeps = at <= operation || !hides(at, word);
                    if keeps { quoted(word) } else { with.to_owned() }
                });
                _ = writeln!(script, "aws {}", line.collect::<Vec<_>>().join(" "));
            }
            let shown = lint(&folder, &script, &["--format", "json"]);
            let found: Value = serde_json::from_str(&shown.stdout).expect("JSON");
            let is_known = |found: &&Value| {
                let known = whole.as_array().into_iter().flatten();
                known.clone().any(|known| known["message"] == found["message"])
            };
            let errors = found.as_array().into_iter().flatten().filter(|found| found["severity"] == "error");
            let errors: Vec<_> = errors.filter(|found| !is_known(found)).collect();
            assert!(errors.is_empty(), "{script}{errors:#?}");
        }
    }
}

/// An option whose value is not known is given: the others are missed as if it were.
#[test]
fn an_unquoted_variable_is_the_value_of_its_option() {
    let folder = CommandFolder::new();
    for value in ["$API_ID", "${API_ID}", "$(cat id)", "`cat id`", "\"$API_ID\"", "<api id>", "[API ID]", "YOUR-API-ID"]
    {
        let run = lint(&folder, &format!("aws apigateway put-method --rest-api-id {value} --http-method GET\n"), &[]);
        assert!(run.stdout.contains("required: --resource-id, --authorization-type"), "{value}: {}", run.stdout);
    }
    for value in ["\"$@\"", "${ARGS[@]}", "a $ARGS", "{a,b}"] {
        let run = lint(&folder, &format!("aws apigateway put-method --rest-api-id {value} --http-method GET\n"), &[]);
        assert_eq!(run.stdout, "", "{value}");
    }
}

/// A mapping of a parameter, for a method that an earlier call made with another one.
#[test]
fn calls_see_what_earlier_calls_made() {
    let folder = CommandFolder::new();
    let method = "aws apigateway put-method --rest-api-id $API --resource-id \"$R\" --http-method GET --authorization-type NONE \
                  --request-parameters method.request.path.id=true\n";
    let put = "aws apigateway put-integration --rest-api-id ${API} --resource-id $R --http-method GET --type HTTP_PROXY \
               --integration-http-method GET --uri 'https://example.com/{id}' --request-parameters \
               integration.request.path.id=method.request.path.";
    let change = "aws apigateway update-method --rest-api-id $API --resource-id $R --http-method GET --patch-operations \
                  op=add,path=/requestParameters/method.request.path.no,value=true\n";
    let warning = "warning[integration-request-parameter-declared]: as an earlier call of this script left it";
    for (script, is_found) in [
        (format!("{method}{put}no\n"), true),
        (format!("{method}{put}id\n"), false),
        (format!("{put}no\n"), false),
        (format!("{method}R=$(next)\n{put}no\n"), false),
        (format!("{method}read R\n{put}no\n"), false),
        (format!("{method}{change}{put}no\n"), false),
        (format!("{}{put}no\n", method.replace("GET", "POST")), false),
        (format!("{}{put}no\n", method.replace("$API", "$OTHER")), false),
        (format!("{}{put}no\n", method.replace("--authorization-type", "$MORE --authorization-type")), false),
    ] {
        let run = lint(&folder, &script, &[]);
        assert_eq!(run.stdout.contains(warning), is_found, "{script}{}", run.stdout);
        assert_eq!(run.exit, Some(0), "{script}{}", run.stdout);
    }
}

#[test]
fn what_is_not_read_is_reported() {
    let folder = CommandFolder::new();
    folder.write("call.py", "os.system('aws apigateway get-account --bogus')\n");
    folder.write(
        "guide.md",
        "```python\nrun('aws apigateway get-account')\n```\n```sh\naws apigateway get-account\n```\n",
    );
    let run = outcome(folder.command().args(["lint-script", "call.py", "guide.md"]));
    let expected =
        "apigw: call.py:1: not read: Python\napigw: guide.md:1: not read: python\napigw: 1 call checked in 2 files\n";
    assert_eq!((run.exit, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", expected));
}

#[test]
fn findings_have_places_in_every_format() {
    let folder = CommandFolder::new();
    let script = "aws apigateway get-rest-api \\\n  --rest-api 'a' --bogus\n";
    let shown = lint(&folder, script, &["--format", "json"]);
    let found: Value = serde_json::from_str(&shown.stdout).expect("JSON");
    assert_eq!((shown.exit, found[0]["line"].as_u64(), found[0]["column"].as_u64()), (Some(1), Some(2), Some(18)));
    assert_eq!(found[0]["operation"], "GetRestApi");
    let shown = lint(&folder, script, &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&shown.stdout).expect("JSON");
    let result = &log["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "script.sh");
    assert_eq!((place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64()), (Some(2), Some(18)));
    assert_eq!(result["ruleId"], log["runs"][0]["tool"]["driver"]["rules"][0]["id"]);
    let steering = lint(&folder, "aws apigateway get-rest-api --rest-api-id a $'--b\\e[2J'\n", &[]);
    assert!(steering.stdout.ends_with("--b\\u{1b}[2J\n"), "{}", steering.stdout);
    let quiet = lint(&folder, script, &["--allow", "command-line"]);
    assert_eq!((quiet.exit, quiet.stdout.as_str()), (Some(0), ""));
}

#[test]
fn warnings_fail_only_if_they_are_denied() {
    let folder = CommandFolder::new();
    let script =
        "awslocal apigateway put-method --rest-api-id a --resource-id b --http-method X --authorization-type NONE";
    assert!(lint(&folder, script, &[]).stdout.contains("warning["));
    assert_eq!(lint(&folder, script, &[]).exit, Some(0));
    assert_eq!(lint(&folder, script, &["--deny-warnings"]).exit, Some(1));
}

#[test]
fn what_cannot_be_read_is_told() {
    let folder = CommandFolder::new();
    folder.write("bytes.sh", b"\xff");
    folder.write("broken.yml", "run: [");
    folder.write("fine.sh", "aws apigateway get-account\n");
    let cases = [
        (vec!["lint-script", "gone.sh", "fine.sh"], 255, "No such file"),
        (vec!["lint-script", "."], 255, "is a folder"),
        (vec!["lint-script", "bytes.sh"], 255, "not UTF-8"),
        (vec!["lint-script", "broken.yml"], 255, "not YAML"),
        (vec!["lint-script"], 252, "required: file"),
        (vec!["lint-script", "--bogus", "fine.sh"], 252, "usage: apigw lint-script"),
        (vec!["lint-script", "--format", "xml", "fine.sh"], 252, "--format"),
        (vec!["lint-script", "fine.sh", "-"], 0, ""),
    ];
    for (words, exit, text) in cases {
        let run = outcome(folder.command().args(&words));
        assert_eq!(run.exit, Some(exit), "{words:?}: {}", run.stderr);
        assert!(run.stderr.contains(text), "{words:?}: {}", run.stderr);
    }
}
