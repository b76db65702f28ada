//! What goes wrong, and how the command says so: one clear error, the documented exit status, no panic.

use std::net::TcpListener;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};

/// The exit status for what is wrong with the command line, a parameter or a file of it.
const USAGE: i32 = 252;
/// The exit status for an error of the service.
const SERVICE: i32 = 254;
/// The exit status for anything else.
const GENERAL: i32 = 255;

/// Words that call an operation that has an output.
const CALL: [&str; 3] = ["get-rest-api", "--rest-api-id", "a1b2c3"];

/// The command with all that it needs to call a service at a URL.
fn call(words: &[&str], url: &str) -> Outcome {
    let folder = CommandFolder::new();
    let mut command = folder.command();
    command.env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret");
    command.env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL", url).env("AWS_MAX_ATTEMPTS", "1");
    outcome(command.args(words))
}

/// Fails unless a run ended as it must: with the status, an error that says each of the texts, and nothing printed.
fn ends(run: &Outcome, what: &str, exit: i32, texts: &[&str]) {
    assert_eq!(run.exit, Some(exit), "{what}: {}", run.stderr);
    assert_eq!(run.stdout, "", "{what}");
    assert!(!run.stderr.contains("panicked"), "{what}: {}", run.stderr);
    for text in texts {
        assert!(run.stderr.contains(text), "{what}: `{text}` is not in {}", run.stderr);
    }
}

#[test]
fn options_that_are_none_are_told_with_the_nearest() {
    for (line, unknown, meant) in [
        ("get-rest-api --rest-api-id a --querry x", "--querry", "--query"),
        ("get-rest-api --rest-apid a", "--rest-apid", "--rest-api-id"),
        ("apigateway get-resource --rest-api-id=a --resource-id b --embedd=methods", "--embedd", "--embed"),
    ] {
        let run = outcome(CommandFolder::new().command().args(line.split(' ')));
        let hint = format!("apigw: help: there is no option {unknown}; did you mean {meant}?\n");
        ends(&run, line, USAGE, &[&hint]);
    }
    for line in ["get-rest-api --rest-api-id a --bogus x", "get-rest-api --rest-api-id a b", "get-rest-api -- --querry"]
    {
        let run = outcome(CommandFolder::new().command().args(line.split(' ')));
        assert!(!run.stderr.contains("did you mean"), "{line}: {}", run.stderr);
    }
}

#[test]
fn messages_name_the_command_as_it_was_called() {
    let folder = CommandFolder::new();
    for (mut command, name) in [(folder.command(), "apigw"), (folder.command_as_aws(), "aws")] {
        let run = outcome(command.arg("get-rest-api"));
        let error =
            format!("\n{name}: [ERROR]: An error occurred (ParamValidation): the following arguments are required");
        ends(&run, name, USAGE, &[&error, &format!("usage: {name} [options]"), &format!("  {name} <command> help\n")]);
    }
}

/// A service with one operation whose output is not there.
const DANGLING: &str = r#"{"smithy": "2.0", "shapes": {
    "own#Own": {"type": "service", "version": "1", "operations": [{"target": "own#Gone"}]}
}}"#;
const UNKNOWN_TYPE: &str = r#"{"smithy": "2.0", "shapes": {"own#Own": {"type": "strukture"}}}"#;
const UNKNOWN_TRAIT: &str = r#"{"smithy": "2.0", "shapes": {
    "own#Own": {"type": "structure", "members": {}, "traits": {"smithy.api#sparkly": {}}}
}}"#;

#[test]
fn malformed_models_are_told_with_file_place_and_reason() {
    let cases: [(&[u8], &[&str]); 8] = [
        (b"", &["the file is not JSON", "line 1 column 0"]),
        (b"{\"smithy\"", &["the file is not JSON", "line 1"]),
        (b"[]", &["an array where an object must be"]),
        (b"\xff\xfe", &["the file is not UTF-8"]),
        (br#"{"smithy": "2.0", "shapes": {}}"#, &["define no service"]),
        (DANGLING.as_bytes(), &["`own#Gone`", "/shapes/own#Own/operations/0/target"]),
        (UNKNOWN_TYPE.as_bytes(), &["`own#Own`", "`strukture`", "/shapes/own#Own/type"]),
        (UNKNOWN_TRAIT.as_bytes(), &["unsupported trait `smithy.api#sparkly`", "/shapes/own#Own/traits/"]),
    ];
    let folder = CommandFolder::new();
    for (content, texts) in cases {
        folder.write("own.json", content);
        let what = String::from_utf8_lossy(content);
        let checked = outcome(folder.command().args(["spec", "check", "own.json"]));
        ends(&checked, &what, USAGE, &[texts, &["`own.json`"]].concat());
        for words in [&["spec", "diff", "builtin", "own.json"][..], &["spec", "expand", "--spec", "own.json", "Own"]] {
            ends(&outcome(folder.command().args(words)), &what, USAGE, &["`own.json`"]);
        }
        // What is JSON can be brought into normal form, whether it makes sense or not.
        if !what.contains("shapes") {
            let imported = outcome(folder.command().args(["spec", "import", "own.json"]));
            ends(&imported, &what, USAGE, &["`own.json`"]);
        }
    }
    let gone = outcome(folder.command().args(["spec", "check", "gone.json"]));
    ends(&gone, "no file", GENERAL, &["No such file", "gone.json"]);
}

#[test]
fn models_that_end_anywhere_are_told() {
    let model = apigw_tests::text("../spec/models/api-gateway.json");
    let folder = CommandFolder::new();
    let step = model.len() / 12;
    for length in (1..model.len() - 2).step_by(step) {
        folder.write("cut.json", &model.as_bytes()[..length]);
        let checked = outcome(folder.command().args(["spec", "check", "cut.json"]));
        ends(&checked, &format!("{length} bytes"), USAGE, &["`cut.json`", "not JSON"]);
    }
}

#[test]
fn unknown_operations_are_told_with_the_nearest() {
    let cases: [(&[&str], &[&str]); 7] = [
        (&["put-integraton"], &["Found invalid choice 'put-integraton'", "* put-integration\n"]),
        (&["apigateway", "put-integraton"], &["argument operation", "* put-integration\n"]),
        (&["s3", "ls"], &["argument command: Found invalid choice 's3'"]),
        (&[], &["the following arguments are required: command"]),
        (&["schema", "PutIntegraton"], &["Found invalid choice 'PutIntegraton'"]),
        (&["spec", "expand", "PutIntegraton"], &["did you mean `PutIntegration`?"]),
        (&["spec", "frobnicate"], &["Found invalid choice 'frobnicate'", "usage: apigw spec import"]),
    ];
    for (words, texts) in cases {
        let folder = CommandFolder::new();
        ends(&outcome(folder.command().args(words)), &words.join(" "), USAGE, texts);
    }
}

#[test]
fn bad_json_is_told_with_its_option() {
    let put =
        ["put-integration", "--rest-api-id", "a1", "--resource-id", "r1", "--http-method", "GET", "--type", "MOCK"];
    let cases: [(&[&str], &[&str]); 7] = [
        (&["--tls-config", "{\"a\":"], &["'--tls-config': Invalid JSON", "line 1 column 6"]),
        (&["--request-templates", "[1"], &["--request-templates"]),
        (&["--cache-key-parameters", "[1"], &["--cache-key-parameters"]),
        (&["--cli-input-json", "{"], &["cli-input-json", "Invalid JSON"]),
        (&["--cli-input-json", "[]"], &["cli-input-json", "expecting map"]),
        (&["--cli-input-json", "file://gone.json"], &["No such file or directory: 'gone.json'"]),
        (&["--cli-input-yaml", "{a"], &["cli-input-yaml", "Invalid YAML"]),
    ];
    for (words, texts) in cases {
        for further in [&[][..], &["--dry-run"]] {
            let run = call(&[&put, words, further].concat(), "http://127.0.0.1:1");
            ends(&run, &words.join(" "), USAGE, texts);
        }
    }
}

#[test]
fn endpoints_that_are_not_there_are_told_with_the_url() {
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", free.local_addr().expect("the address of a listener"));
    drop(free);
    let texts = ["Could not connect to the endpoint URL", &format!("\"{url}/restapis/a1b2c3\"")];
    ends(&call(&CALL, &url), "nothing listens", GENERAL, &texts);
    let unknown = call(&CALL, "http://no-such-host.invalid");
    ends(&unknown, "no such host", GENERAL, &["Could not connect", "no-such-host.invalid"]);
    ends(&call(&CALL, "https://"), "no host", GENERAL, &["Invalid endpoint: https://"]);
    let words = [&CALL[..], &["--endpoint-url", "localhost"]].concat();
    ends(&call(&words, &url), "no scheme", USAGE, &["scheme is missing"]);
}

#[test]
fn endpoints_that_do_not_speak_http_or_do_not_answer_are_told() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("the address of a listener"));
    // The first connection is never answered.
    let silent = call(&[&CALL[..], &["--cli-read-timeout", "1"]].concat(), &url);
    ends(&silent, "no answer", GENERAL, &["Read timeout on endpoint URL", &url]);
    std::thread::spawn(move || listener.incoming().map_while(Result::ok).for_each(drop));
    ends(&call(&CALL, &url), "closed", GENERAL, &["Connection was closed before we received a valid response", &url]);
}

/// Runs a call that gets an answer.
fn answered(status: u16, content_type: &str, body: &str) -> Outcome {
    let headers = vec![("Content-Type".to_owned(), content_type.to_owned())];
    let answer = Answer { status, headers, body: body.into() };
    let server = Loopback::start(move |_| answer.clone());
    call(&CALL, &server.url())
}

#[test]
fn failures_that_are_not_json_are_told_by_status_and_text() {
    let cases = [
        (502, "<html>Bad</html>", "An error occurred (502)", "Bad Gateway"),
        (503, "", "An error occurred (503)", "Service Unavailable"),
        (400, "no such thing", "An error occurred (400)", "no such thing"),
        (403, "<html>Denied</html>", "An error occurred (403)", "<html>Denied</html>"),
        (302, "", "An error occurred (302)", "when calling the GetRestApi operation"),
    ];
    for (status, body, code, message) in cases {
        ends(&answered(status, "text/html", body), body, SERVICE, &[code, message]);
    }
}

#[test]
fn successes_that_are_not_json_are_reported() {
    for body in ["{\"id\":", "id"] {
        // As in the AWS CLI, whose exit status scripts know.
        ends(&answered(200, "application/json", body), body, 0, &["apigw: warning: the reply is not JSON"]);
    }
    // The page of a network that wants one to log in.
    let page = "<html>x</html>";
    ends(&answered(200, "text/html", page), page, GENERAL, &["the reply is not JSON but", "check the network"]);
    for (body, kind) in [("[]", "a JSON array"), ("null", "a JSON null"), ("1", "a JSON scalar")] {
        ends(
            &answered(200, "application/json", body),
            body,
            GENERAL,
            &["expected a JSON object in the reply, found", kind],
        );
    }
    let good = answered(200, "application/json", "{\"id\": \"a1b2c3\"}");
    assert_eq!((good.exit, good.stderr.as_str()), (Some(0), ""), "the same call with a good answer");
}
