//! Arguments that the command mends: what it prints is run through real shells, and nothing is found any more.

use std::process::Command;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

/// Shells that are there wherever tests run.
const SHELLS: [&str; 2] = ["bash", "sh"];

/// Calls with a mapping value to come, the option, and the key.
const CALLS: [(&str, &str, &str); 3] = [
    (
        "put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK",
        "--request-parameters",
        "integration.request.header.X",
    ),
    (
        "put-integration-response --rest-api-id a --resource-id b --http-method GET --status-code 200",
        "--response-parameters",
        "method.response.header.X",
    ),
    (
        "put-gateway-response --rest-api-id a --response-type UNAUTHORIZED",
        "--response-parameters",
        "gatewayresponse.header.X",
    ),
];

/// Values that are meant literally but not quoted.
const TEXTS: [&str; 9] =
    ["static", "two words", "a,b=c", "it's", "$HOME `x` \\n", "\"double\"", "é!!", "{\"a\": [1]}", "a\\"];

/// The command, called by a shell of the name.
fn called_from(folder: &CommandFolder, shell: &str) -> Command {
    let mut command = folder.command();
    command.env("SHELL", format!("/bin/{shell}")).env_remove("PSModulePath");
    command
}

/// What follows `in SHELL: ` in what is told.
fn mended<'t>(told: &'t str, shell: &str) -> Option<&'t str> {
    let marker = format!("in {shell}: ");
    told.lines().find_map(|line| line.strip_prefix("apigw: ")?.split_once(&marker)).map(|(_, rest)| rest)
}

/// Runs the command with a line that a shell takes apart.
fn through(shell: &str, folder: &CommandFolder, line: &str) -> Outcome {
    let mut command = Command::new(shell);
    let words = format!("\"$APIGW\" {line} --dry-run");
    command.args(["-c", &words]).current_dir(folder.path()).env("APIGW", apigw_tests::command::path());
    outcome(&mut command)
}

#[test]
fn quotes_that_a_value_needs_are_shown_as_the_shell_takes_them() {
    let folder = CommandFolder::new();
    for shell in SHELLS {
        for (call, option, key) in CALLS {
            for text in TEXTS {
                let json = serde_json::json!({ key: text, "kept": "context.identity.sourceIp" }).to_string();
                let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
                let shorthand = is_plain.then(|| format!("{key}={text}"));
                for value in
                    [Some(json.replace(",\"kept\":\"context.identity.sourceIp\"", "")), shorthand].iter().flatten()
                {
                    let mut command = called_from(&folder, shell);
                    let run = outcome(command.args(call.split(' ')).args([option, value, "--dry-run"]));
                    assert_eq!(run.exit, Some(252), "{call} {value}: {}", run.stderr);
                    let argument = mended(&run.stderr, shell).unwrap_or_else(|| panic!("{value}: {}", run.stderr));
                    let again = through(shell, &folder, &format!("{call} {argument}"));
                    assert_eq!((again.exit, again.stderr.as_str()), (Some(0), ""), "{argument}");
                    // What a back end gets can be a secret, unless it is a word.
                    let is_hidden = option == CALLS[0].1 && !["static", "\"double\""].contains(&text);
                    let text = if is_hidden { "REDACTED" } else { text.trim_matches('"') };
                    let kept = serde_json::to_string(&format!("'{text}'")).expect("JSON");
                    let ascii: String = kept.chars().flat_map(escaped).collect();
                    assert!(again.stdout.contains(&ascii), "{argument}: {ascii} is not in {}", again.stdout);
                }
            }
        }
    }
}

/// A character as it travels.
fn escaped(c: char) -> Vec<char> {
    if c.is_ascii() { vec![c] } else { format!("\\u{:04x}", u32::from(c)).chars().collect() }
}

#[test]
fn the_argument_is_the_one_that_people_look_for() {
    let folder = CommandFolder::new();
    let (call, option, key) = CALLS[0];
    let run = outcome(called_from(&folder, "bash").args(call.split(' ')).args([
        option,
        &format!("{key}=static"),
        "--dry-run",
    ]));
    let expected = r#"--request-parameters "integration.request.header.X=\"'static'\"""#;
    assert_eq!(mended(&run.stderr, "bash"), Some(expected));
    // Some shells of Windows take double quotes away on the way to a program.
    let mut command = called_from(&folder, "none");
    let run = outcome(command.env("PSModulePath", "x").args(call.split(' ')).args([
        option,
        &format!("{key}=static"),
        "--dry-run",
    ]));
    let expected = r"--request-parameters 'integration.request.header.X=''\''static\'''''";
    assert_eq!(mended(&run.stderr, "PowerShell"), Some(expected));
}

#[test]
fn what_stands_in_a_file_is_mended_there() {
    let folder = CommandFolder::new();
    let (call, option, key) = CALLS[0];
    folder.write("map.json", format!("{{\"{key}\": \"static\"}}"));
    let run = outcome(called_from(&folder, "sh").args(call.split(' ')).args([option, "file://map.json", "--dry-run"]));
    assert!(run.stderr.contains("cannot be `static`"), "{}", run.stderr);
    assert_eq!(mended(&run.stderr, "sh"), None);
}

#[test]
fn json_that_came_without_its_quotes_is_shown_with_them() {
    let folder = CommandFolder::new();
    let put = "put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK";
    let cases = [
        ("tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a", r#"--tags {"a": "x y"}"#),
        (put, r#"--request-templates {"application/json":"{\"statusCode\": 200}"}"#),
        ("tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a", r#"--tags {"a": "b"}"#),
        ("create-usage-plan --name n", r#"--throttle {"rateLimit": 1.5}"#),
    ];
    for shell in SHELLS {
        for (call, eaten) in cases {
            let mut command = Command::new(shell);
            command.args(["-c", &format!("\"$APIGW\" {call} {eaten} --dry-run")]);
            command.env("APIGW", apigw_tests::command::path()).env("SHELL", format!("/bin/{shell}"));
            let run = outcome(command.current_dir(folder.path()));
            assert_eq!(run.exit, Some(252), "{eaten}");
            let (_, told) = run.stderr.split_once("apigw: [ERROR]: ").expect("the error of the AWS CLI comes first");
            let argument = mended(told, shell).unwrap_or_else(|| panic!("{eaten}: {told}"));
            let again = through(shell, &folder, &format!("{call} {argument}"));
            assert_eq!((again.exit, again.stderr.as_str()), (Some(0), ""), "{argument}");
        }
    }
}

#[test]
fn structured_errors_stay_whole() {
    let folder = CommandFolder::new();
    let words = "tag-resource --resource-arn a --tags {a:b} --cli-error-format json";
    let run = outcome(folder.command().args(words.split(' ')));
    assert!(serde_json::from_str::<serde_json::Value>(&run.stderr).is_ok(), "{}", run.stderr);
}
