//! The models that an installed botocore has, for `apigw spec import --service`.
//!
//! botocore keeps them compressed, and Python knows where, so that Python reads them.

use std::process::Command;

use apigw_cli_text::visible;
use apigw_spec::suggest;
use serde_json::Value;

use crate::failure::Failure;

/// The programs that can be Python 3, in the order in which they are tried.
const PYTHONS: [&str; 2] = ["python3", "python"];

/// What a reader without botocore is advised.
const ADVICE: &str = "run `python3 -m pip install botocore`, or download `service-2.json` and name the file";

/// Prints the files of a service as one object, or the names of all services. Nothing of the current folder is run.
const PRINT: &str = r#"
import sys
sys.path = [path for path in sys.path if path]
import glob, gzip, importlib.util, json, os
found = importlib.util.find_spec("botocore")
if found is None or not found.submodule_search_locations:
    sys.exit(3)
data = os.path.join(list(found.submodule_search_locations)[0], "data")
services = sorted(name for name in os.listdir(data) if os.path.isdir(os.path.join(data, name)))
answer = {"services": services}
if sys.argv[1] in services:
    versions = sorted(os.listdir(os.path.join(data, sys.argv[1])))
    versions = [name for name in versions if glob.glob(os.path.join(data, sys.argv[1], name, "service-2.json*"))]
    for name in ("service-2", "paginators-1", "waiters-2"):
        for path in glob.glob(os.path.join(data, sys.argv[1], versions[-1], name + ".json*")):
            with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
                answer[name] = file.read()
sys.stdout.write(json.dumps(answer))
"#;

/// The files of a service.
pub(super) struct ModelFiles {
    /// `service-2.json`
    pub(super) service: String,
    /// `paginators-1.json`
    pub(super) paginators: Option<String>,
    /// `waiters-2.json`
    pub(super) waiters: Option<String>,
}

/// Finds the files of a service.
pub(super) fn find(service: &str) -> Result<ModelFiles, Failure> {
    let Some(output) =
        PYTHONS.iter().find_map(|python| Command::new(python).args(["-X", "utf8", "-c", PRINT, service]).output().ok())
    else {
        return Err(Failure::general(format!(
            "Python is not installed, and botocore needs it; install it, then {ADVICE}"
        )));
    };
    if output.status.code() == Some(3) {
        return Err(Failure::general(format!("botocore is not installed; {ADVICE}")));
    }
    let answer = serde_json::from_slice::<Value>(&output.stdout).ok().filter(|_| output.status.success());
    let Some(answer) = answer else {
        return Err(Failure::general(format!("Python cannot read the models of botocore; {ADVICE}")));
    };

    let text = |name: &str| answer.get(name).and_then(Value::as_str).map(str::to_owned);
    match text("service-2") {
        Some(service) => Ok(ModelFiles { service, paginators: text("paginators-1"), waiters: text("waiters-2") }),
        None => Err(Failure::parameters(unknown(service, &answer))),
    }
}

/// The message about a service that botocore does not have.
fn unknown(service: &str, answer: &Value) -> String {
    let services = answer.get("services").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let nearest = suggest::nearest(service, services.iter().filter_map(Value::as_str));
    let hint = nearest.map_or_else(
        || format!("its {} services have the names that `aws` has", services.len()),
        |nearest| format!("did you mean `{nearest}`?"),
    );
    format!("botocore has no service `{}`; {hint}", visible::name(service))
}
