//! The page of `aws apigateway put-integration`: its examples and its skeleton. What it says is in `seed_page.rs`.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

/// The examples of the page, as words of a shell, each with the body of its request.
const EXAMPLES: [(&[&str], &str); 3] = [
    (
        &["--type", "MOCK", "--request-templates", r#"{ "application/json": "{\"statusCode\": 200}" }"#],
        r#"{"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"}}"#,
    ),
    (
        &["--type", "HTTP", "--integration-http-method", "GET", "--uri", "https://domain.tld/path"],
        r#"{"type": "HTTP", "httpMethod": "GET", "uri": "https://domain.tld/path"}"#,
    ),
    (
        &["--type", "AWS", "--integration-http-method", "POST", "--uri", LAMBDA],
        r#"{"type": "AWS", "httpMethod": "POST", "uri": "arn:aws:apigateway:us-west-2:lambda:path//2015-03-31/functions/arn:aws:lambda:us-west-2:123412341234:function:function_name/invocations"}"#,
    ),
];
const LAMBDA: &str = "arn:aws:apigateway:us-west-2:lambda:path//2015-03-31/functions/\
                      arn:aws:lambda:us-west-2:123412341234:function:function_name/invocations";

const COMMAND: &str = "put-integration";
const REQUIRED: [&str; 6] = ["--rest-api-id", "1234123412", "--resource-id", "a1b2c3", "--http-method", "GET"];

/// Runs the command without a region, credentials or a file of settings.
fn run(words: &[&str]) -> Outcome {
    let folder = CommandFolder::new();
    outcome(folder.command().args(words))
}

#[test]
fn the_examples_of_the_page_print_their_requests() {
    for (options, body) in EXAMPLES {
        for service in [&["apigateway"][..], &[]] {
            let shown = run(&[service, &[COMMAND], &REQUIRED, options, &["--dry-run"]].concat());
            assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""), "{options:?}");
            let request = "PUT https://apigateway.{region}.amazonaws.com/restapis/1234123412/resources/a1b2c3/methods/\
                           GET/integration\n";
            assert!(shown.stdout.starts_with(request), "{}", shown.stdout);
            assert!(shown.stdout.ends_with(&format!("\n\n{body}\n")), "{}", shown.stdout);
            assert!(shown.stdout.contains("\nContent-Type: application/json\n"), "{}", shown.stdout);
        }
    }
}

#[test]
fn skeletons_are_those_of_the_aws_cli() {
    let recorded = apigw_tests::json("cases/skeletons.json");
    let recorded = recorded.as_object().expect("an object of commands");
    assert!(recorded.contains_key(COMMAND), "the command of the page is recorded");
    let mut compared = 0;
    for (command, expected) in recorded {
        for (form, key) in [(None, "input_text"), (Some("input"), "input_text"), (Some("output"), "output_text")] {
            // The operations that stream have no skeleton.
            let Some(wanted) = expected[key].as_str() else { continue };
            let words: Vec<&str> = [command.as_str(), "--generate-cli-skeleton"].into_iter().chain(form).collect();
            let further = expected["output_args"].as_array().into_iter().flatten().filter_map(|word| word.as_str());
            let words: Vec<&str> = words.into_iter().chain(further.filter(|_| form == Some("output"))).collect();
            let folder = CommandFolder::new();
            let shown = outcome(folder.command().args(&words).env("AWS_DEFAULT_REGION", "us-east-1"));
            assert_eq!((shown.exit, shown.stdout.as_str(), shown.stderr.as_str()), (Some(0), wanted, ""), "{words:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 3 * (recorded.len() - 1));
}
