//! What the environment and the configuration files change: each setting of the AWS CLI that a script can depend on.

use std::process::Command;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};

/// A page of two items; the moment is one of the wire.
const PAGE: &str = r#"{"item": [{"id": "b", "createdDate": 0}, {"id": "a"}]}"#;

/// Variables of the environment.
type Variables<'a> = &'a [(&'a str, &'a str)];

fn server() -> Loopback {
    Loopback::start(|_| Answer::json(PAGE))
}

/// The command in a folder whose home has these files.
fn command(folder: &CommandFolder, files: &[(&str, &str)], server: &Loopback) -> Command {
    for (name, text) in files {
        folder.write(&format!("home/{name}"), text);
    }
    let mut command = folder.command();
    command.env("HOME", folder.path().join("home")).env("AWS_ENDPOINT_URL", server.url()).env("TZ", "UTC");
    command
        .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        .env("AWS_SECRET_ACCESS_KEY", "secret")
        .env("AWS_REGION", "eu-west-1");
    command
}

/// Runs `get-rest-apis` with variables and a configuration file.
fn run(variables: &[(&str, &str)], config: &str, words: &[&str]) -> Outcome {
    let (folder, server) = (CommandFolder::new(), server());
    let mut command = command(&folder, &[(".aws/config", config)], &server);
    outcome(command.envs(variables.iter().copied()).arg("get-rest-apis").args(words))
}

#[test]
fn the_output_is_what_the_nearest_setting_says() {
    let cases: [(Variables<'_>, &str, &[&str], &str); 6] = [
        (&[], "", &["--query", "items[].id"], "[\n    \"b\",\n    \"a\"\n]\n"),
        (&[], "[default]\noutput = text\n", &["--query", "items[].id"], "b\ta\n"),
        (&[("AWS_DEFAULT_OUTPUT", "yaml")], "[default]\noutput = text\n", &["--query", "items[].id"], "- b\n- a\n"),
        (&[("AWS_DEFAULT_OUTPUT", "yaml")], "", &["--query", "items[].id", "--output", "text"], "b\ta\n"),
        (&[("AWS_PROFILE", "x")], "[default]\noutput = yaml\n[profile x]\noutput = off\n", &[], ""),
        (&[("AWS_DEFAULT_PROFILE", "x")], "[profile x]\noutput = text\n", &["--query", "items[0].id"], "b\n"),
    ];
    for (variables, config, words, expected) in cases {
        let run = run(variables, config, words);
        assert_eq!((run.exit, run.stdout.as_str()), (Some(0), expected), "{variables:?} {config}: {}", run.stderr);
    }
}

#[test]
fn moments_and_errors_have_the_form_that_is_set() {
    let moment = ["--query", "items[0].createdDate", "--output", "text"];
    assert_eq!(run(&[], "", &moment).stdout, "1970-01-01T00:00:00+00:00\n");
    assert_eq!(run(&[], "[default]\ncli_timestamp_format = wire\n", &moment).stdout, "0\n");
    let bad = run(&[], "[default]\ncli_timestamp_format = sundial\n", &moment);
    assert_eq!(bad.exit, Some(253), "{}", bad.stderr);
    for (variables, config) in
        [(&[("AWS_CLI_ERROR_FORMAT", "json")][..], ""), (&[], "[default]\ncli_error_format = json\n")]
    {
        let told = run(variables, config, &["--bogus-value", "--query", "["]);
        assert!(told.stderr.starts_with('{'), "{}", told.stderr);
    }
}

#[test]
fn wrong_settings_are_told() {
    let cases: [(Variables<'_>, i32, &str); 7] = [
        (&[("AWS_DEFAULT_OUTPUT", "zzz")], 255, "Unknown output type: zzz"),
        (&[("AWS_ENDPOINT_URL", "localhost")], 255, "Invalid endpoint: localhost"),
        (&[("AWS_REGION", "a b")], 255, "Provided region_name 'a b' doesn't match a supported format."),
        (&[("AWS_PROFILE", "gone")], 255, "The config profile (gone) could not be found"),
        (&[("AWS_MAX_ATTEMPTS", "0")], 255, "AWS_MAX_ATTEMPTS"),
        (&[("AWS_RETRY_MODE", "eager")], 255, "AWS_RETRY_MODE"),
        (&[("AWS_ENDPOINT_URL_API_GATEWAY", "x")], 255, "Invalid endpoint: x"),
    ];
    for (variables, exit, text) in cases {
        let run = run(variables, "", &[]);
        assert_eq!((run.exit, run.stdout.as_str()), (Some(exit), ""), "{variables:?}: {}", run.stderr);
        assert!(run.stderr.contains(text), "{variables:?}: {}", run.stderr);
    }
}

#[test]
fn validation_can_be_switched_off() {
    let (folder, server) = (CommandFolder::new(), server());
    let words = ["create-rest-api", "--cli-input-json", "{\"name\": 1}"];
    let strict = outcome(command(&folder, &[], &server).args(words));
    assert_eq!(strict.exit, Some(252));
    let config = (".aws/config", "[default]\nparameter_validation = false\n");
    let lenient = outcome(command(&folder, &[config], &server).args(words));
    assert_eq!(lenient.exit, Some(0), "{}", lenient.stderr);
    assert_eq!(server.request().body, b"{\"name\": 1}");
}

#[test]
fn the_user_agent_says_what_is_called() {
    let (folder, server) = (CommandFolder::new(), server());
    let mut command = command(&folder, &[], &server);
    let run = outcome(command.env("AWS_SDK_UA_APP_ID", "shop").arg("get-rest-apis"));
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    let request = server.request();
    let agent = request.header("user-agent").unwrap_or_default();
    assert!(agent.ends_with(" app/shop md/command#apigateway.get-rest-apis"), "{agent}");
}

const ALIASES: &str = "[toplevel]
ids = apigateway get-rest-apis --query 'items[].id' --output text
sorted = ids --query 'sort(items[].id)'
outside =
  !f() {
    echo \"<$1>\" \"<$2>\"; exit 7
  }; f
open = apigateway 'get
[command apigateway]
first = get-rest-apis --query items[0].id
get-account = get-rest-apis
";

#[test]
fn names_of_ones_own_stand_for_commands() {
    let (folder, server) = (CommandFolder::new(), server());
    let cases: [(&[&str], i32, &str); 8] = [
        (&["ids"], 0, "b\ta\n"),
        (&["--no-cli-pager", "sorted"], 0, "a\tb\n"),
        (&["ids", "--output", "json"], 0, "[\n    \"b\",\n    \"a\"\n]\n"),
        (&["apigateway", "first"], 0, "\"b\"\n"),
        // What is a command keeps its meaning.
        (&["apigateway", "get-account", "--query", "x"], 0, "null\n"),
        (&["outside", "a b", "$c'"], 7, "<a b> <$c'>\n"),
        (&["open"], 255, ""),
        (&["first"], 252, ""),
    ];
    for (words, exit, stdout) in cases {
        let mut command = command(&folder, &[(".aws/cli/alias", ALIASES)], &server);
        let run = outcome(command.args(words));
        assert_eq!((run.exit, run.stdout.as_str()), (Some(exit), stdout), "{words:?}: {}", run.stderr);
    }
}

#[test]
fn files_are_read_in_the_encoding_that_is_set() {
    let (folder, server) = (CommandFolder::new(), server());
    folder.write("name", b"caf\xe9");
    let words = ["create-rest-api", "--name", "file://name"];
    let strict = outcome(command(&folder, &[], &server).args(words));
    assert_eq!(strict.exit, Some(252));
    assert!(strict.stderr.contains("could not be decoded"), "{}", strict.stderr);
    let mut latin = command(&folder, &[], &server);
    let run = outcome(latin.env("AWS_CLI_FILE_ENCODING", "latin-1").args(words));
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    assert_eq!(server.request().body, br#"{"name": "caf\u00e9"}"#);
}
