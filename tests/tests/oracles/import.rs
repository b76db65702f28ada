//! The committed model against the one that it is imported from, as it comes with botocore.

use std::process::Command;

use apigw_spec::builtin::MODEL;
use apigw_spec::read::import::botocore;
use apigw_spec::read::{Source, read};
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "import",
    needs: &[&tools::BOTOCORE],
    tests: &[
        ("the_committed_model_is_what_botocore_imports_to", the_committed_model_is_what_botocore_imports_to),
        ("the_command_finds_the_model_of_a_service", the_command_finds_the_model_of_a_service),
    ],
};

/// Prints a file of the service's folder, packed or not.
const PRINT: &str = r#"
import botocore, glob, gzip, os, sys
path = os.path.join(os.path.dirname(botocore.__file__), "data", "apigateway", "2015-07-09", sys.argv[1])
path = glob.glob(path + "*")[0]
sys.stdout.write((gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8").read())
"#;

fn file(name: &str) -> String {
    let output = Command::new("python3").args(["-X", "utf8", "-c", PRINT, name]).output().expect("python3 starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn the_committed_model_is_what_botocore_imports_to() {
    let paginators = file("paginators-1.json");
    let imported =
        botocore(&file("service-2.json"), Some(&paginators), None).unwrap_or_else(|errors| panic!("{errors}"));
    let mut lines = MODEL.lines().zip(imported.lines()).enumerate();
    let differs = lines.find(|(_, (committed, imported))| committed != imported);
    assert!(imported == MODEL, "import the model again; the first line that differs: {differs:#?}");
}

fn the_command_finds_the_model_of_a_service() {
    let import = |service: &str| {
        let mut command = apigw_tests::command::apigw();
        // That of `cargo verify` stands where this variable says.
        command.envs(std::env::var_os("PYTHONPATH").map(|path| ("PYTHONPATH", path)));
        command.args(["spec", "import", "--service", service]).output().expect("the command starts")
    };
    let output = import("lambda");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    let spec = read(&[Source { name: "lambda.json", text: &text }]).unwrap_or_else(|errors| panic!("{errors}"));
    assert!(spec.operation("AddPermission").is_some());
    assert!(spec.waiters.iter().any(|waiter| waiter.name == "FunctionActive"));
    assert!(spec.operation("ListFunctions").is_some_and(|operation| operation.pagination.is_some()));

    let output = import("lamda");
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `lambda`?"), "{output:?}");
}
