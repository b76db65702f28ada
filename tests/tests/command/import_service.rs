//! `apigw spec import --service`: what Python says about botocore, said by a program that plays Python here. The
//! models themselves are imported in the tests that need botocore.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

/// Runs the command with a Python that is this script.
fn import(python: &str, words: &[&str]) -> Outcome {
    let folder = CommandFolder::new();
    folder.write("bin/python3", format!("#!/bin/sh\n{python}\n"));
    let program = folder.path().join("bin/python3");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a program");
    outcome(folder.command().env("PATH", folder.path().join("bin")).args(["spec", "import"]).args(words))
}

#[test]
fn a_missing_botocore_is_reported_with_the_way_to_get_it() {
    for (python, status, message) in [
        ("exit 3", 255, "botocore is not installed; run `python3 -m pip install botocore`"),
        ("exit 1", 255, "Python cannot read the models of botocore"),
        ("echo nonsense", 255, "Python cannot read the models of botocore"),
        (r#"echo '{"services": ["iam", "lambda"]}'"#, 252, "botocore has no service `lamda`; did you mean `lambda`?"),
    ] {
        let run = import(python, &["--service", "lamda"]);
        assert_eq!(run.exit, Some(status), "{python}: {}", run.stderr);
        assert!(run.stderr.contains(message), "{python}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{python}");
    }
}

#[test]
fn a_file_or_a_service_is_named_and_not_both() {
    for words in [&[][..], &["model.json", "--service", "lambda"]] {
        let run = import("exit 3", words);
        assert_eq!(run.exit, Some(252), "{}", run.stderr);
        assert!(run.stderr.contains("name either a file or, with --service, a service"), "{}", run.stderr);
    }
}

#[test]
fn a_waiter_whose_path_is_invalid_fails_the_check() {
    let folder = CommandFolder::new();
    let model = fs::read_to_string(apigw_tests::path("models/zoo.json")).expect("the model");
    folder.write("good.json", &model);
    folder.write("bad.json", model.replace(r#""path": "mood""#, r#""path": "mood[""#));

    let good = outcome(folder.command().args(["spec", "check", "good.json"]));
    assert_eq!(good.exit, Some(0), "{}", good.stderr);
    let bad = outcome(folder.command().args(["spec", "check", "bad.json"]));
    assert_eq!(bad.exit, Some(252), "{}", bad.stderr);
    assert!(bad.stderr.contains("the waiter `AnimalAsleep` has the invalid path `mood[`: "), "{}", bad.stderr);
}
