//! Turns each suite of the protocol's cases into a specification, by the import that every model of botocore takes, and
//! into a module whose code the macros generate.
//!
//! The cases are those of `APIGW_CASES_DIR`, or of the folder beside the checkout; without either there are no suites.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use apigw_spec::case::separated;
use apigw_spec::read::import::botocore;
use apigw_spec::read::{Source, read};
use serde_json::{Map, Value, json};

const FILES: [&str; 2] = ["rest-json-input.json", "rest-json-output.json"];

fn main() {
    println!("cargo:rerun-if-env-changed=APIGW_CASES_DIR");
    println!("cargo:rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut code = String::new();
    let mut modules = Vec::new();
    if let Some(folder) = folder() {
        for (index, name) in FILES.iter().enumerate() {
            let file = folder.join(name);
            println!("cargo:rerun-if-changed={}", file.display());
            let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let suites: Vec<Value> = serde_json::from_str(&text).expect("a list of suites");
            for (number, suite) in suites.iter().enumerate() {
                let module = format!("suite_{index}_{number}");
                code.push_str(&written(&out, &module, suite));
                modules.push(format!("(({index}, {number}), {module}::GENERATED)"));
            }
        }
        let _ = writeln!(code, "const FOLDER: &str = {:?};", folder.display().to_string());
    } else {
        code.push_str("const FOLDER: &str = \"\";\n");
    }

    let names = FILES.map(|name| format!("{name:?}")).join(", ");
    let _ = writeln!(code, "const FILES: [&str; {}] = [{names}];", FILES.len());
    let _ = writeln!(code, "const SUITES: &[((usize, usize), Generated)] = &[{}];", modules.join(", "));
    fs::write(out.join("suites.rs"), code).expect("the build folder takes files");
}

/// The folder of the cases, if there is one.
fn folder() -> Option<PathBuf> {
    let cases = match env::var_os("APIGW_CASES_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases"),
    };
    let folder = cases.join("protocol").canonicalize().ok()?;
    assert!(folder.join(FILES[0]).is_file(), "{} has no {}", folder.display(), FILES[0]);
    Some(folder)
}

/// The call of the macro that makes the module of a suite. Its specification is written to a file beside.
fn written(out: &Path, module: &str, suite: &Value) -> String {
    let mut operations = Map::new();
    for case in suite["cases"].as_array().expect("cases") {
        let name = case["given"]["name"].as_str().expect("the name of an operation");
        let before = operations.insert(name.to_owned(), case["given"].clone());
        assert!(before.is_none_or(|before| before == case["given"]), "{module} gives `{name}` twice");
    }

    let metadata = &suite["metadata"];
    let model = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": metadata["apiVersion"], "protocol": metadata["protocol"], "endpointPrefix": "protocol",
            "serviceFullName": "Protocol", "serviceId": "Protocol", "signatureVersion": "v4",
        },
        "operations": operations,
        "shapes": suite["shapes"],
    });
    let text = botocore(&model.to_string(), None, None).unwrap_or_else(|errors| panic!("{module}: {errors}"));
    let file = out.join(format!("{module}.json"));
    fs::write(&file, &text).expect("the build folder takes files");

    let source = Source { name: module, text: &text };
    let spec = read(&[source]).unwrap_or_else(|errors| panic!("{module}: {errors}"));
    let types = apigw_codegen::type_names(&spec);
    let mut methods = String::new();
    let mut errors = BTreeSet::new();
    for operation in spec.operations {
        let (name, method) = (operation.name, separated(operation.name, '_'));
        let _ = write!(methods, "{name:?} {} {method}, ", types[name]);
        errors.extend(operation.errors.iter().map(|error| error.shape().name()));
    }
    let errors = errors.into_iter().collect::<Vec<_>>().join(", ");
    format!("suite! {{ {module} {:?} [{methods}] [{errors}] }}\n", file.display().to_string())
}
