//! The committed model against the one that it is imported from, as it comes with botocore.

use std::process::Command;

use apigw_spec::builtin::MODEL;
use apigw_spec::read::import::botocore;
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "import",
    needs: &[&tools::BOTOCORE],
    tests: &[("the_committed_model_is_what_botocore_imports_to", the_committed_model_is_what_botocore_imports_to)],
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
    let imported = botocore(&file("service-2.json"), Some(&paginators)).unwrap_or_else(|errors| panic!("{errors}"));
    let mut lines = MODEL.lines().zip(imported.lines()).enumerate();
    let differs = lines.find(|(_, (committed, imported))| committed != imported);
    assert!(imported == MODEL, "import the model again; the first line that differs: {differs:#?}");
}
