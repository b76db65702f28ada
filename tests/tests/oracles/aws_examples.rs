//! The examples that come with the AWS CLI, some 130 commands: nothing is found in them, and each makes a request.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, iter};

use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "aws_examples",
    needs: &[&tools::AWS_CLI],
    tests: &[
        ("nothing_is_found_in_the_examples", nothing_is_found_in_the_examples),
        ("the_examples_make_requests", the_examples_make_requests),
    ],
};

/// Where the examples of this service are.
const FOLDER: &str =
    "import awscli, os; print(os.path.join(os.path.dirname(awscli.__file__), 'examples', 'apigateway'))";

/// Where the examples have their files, and where the test has them.
const FILES: (&str, &str) = ("/path/to/", "./");

/// Options of the test. The examples are those of version 1, which takes bytes as they are.
const OPTIONS: &str = "--dry-run --region us-east-1 --cli-binary-format raw-in-base64-out";

/// What is doubted in them: an example that patches a path without its first slash, which is no JSON pointer.
const DOUBTED: &str = "warning[patch-path]: `requestTemplates/application~1json` cannot be patched; \
                       did you mean `/requestTemplates/application~1json`?";

/// What is told of an example, besides what is doubted.
fn told(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.ends_with(DOUBTED)).collect()
}

/// The commands among the examples, in the order of their files: each is the whole of an indented block.
fn examples() -> Vec<String> {
    let shown = outcome(Command::new("python3").args(["-c", FOLDER]));
    assert_eq!(shown.exit, Some(0), "{}", shown.stderr);
    let entries = fs::read_dir(shown.stdout.trim()).expect("the examples of the AWS CLI");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an example").path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).expect("a readable example");
        let mut block: Vec<&str> = Vec::new();
        for line in text.lines().chain(iter::once(".")) {
            if line.is_empty() || line.starts_with([' ', '\t']) {
                block.push(line.trim_end());
                continue;
            }
            let command = block.join("\n").trim().to_owned();
            block.clear();
            if command.starts_with("aws ") {
                found.push(command);
            }
        }
    }
    assert!(found.len() > 120, "only {} examples", found.len());
    found
}

fn nothing_is_found_in_the_examples() {
    let folder = CommandFolder::new();
    folder.write("examples.sh", examples().join("\n"));
    let run = outcome(folder.command().args(["lint-script", "examples.sh"]));
    assert_eq!((run.exit, told(&run.stdout)), (Some(0), Vec::new()));
    assert!(run.stderr.lines().count() == 1 && run.stderr.contains(" calls checked in 1 file"), "{}", run.stderr);
}

fn the_examples_make_requests() {
    let folder = CommandFolder::new();
    folder.write("policy.json", r#"{"Version": "2012-10-17", "Statement": []}"#);
    folder.write("API_Swagger_template.json", r#"{"swagger": "2.0"}"#);
    let mut refused = String::new();
    for example in examples() {
        let command = example.replacen("aws ", "apigw ", 1).replace(FILES.0, FILES.1);
        let run = folder.in_shell(&format!("{command} {OPTIONS}"));
        let is_request = run.stdout.contains(" https://apigateway.us-east-1.amazonaws.com/");
        if run.exit != Some(0) || !is_request || !told(&run.stderr).is_empty() {
            _ = writeln!(refused, "{command}\n{:?}\n{}{}", run.exit, run.stdout, run.stderr);
        }
    }
    assert!(refused.is_empty(), "{refused}");
}
