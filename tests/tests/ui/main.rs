//! What must compile and what must not, and in which words, one folder a door; the rules' own cases are in `ui_rules`.

mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use apigw_tests::tools;
use apigw_tests::trials::{self, Group};
use trybuild::TestCases;

/// Messages of our own, which no compiler words otherwise.
const OWN: Group = Group {
    name: "own_words",
    needs: &[],
    tests: &[
        ("models_are_refused_in_our_words", models_are_refused_in_our_words),
        ("models_and_builders_compile", models_and_builders_compile),
        ("words_and_cases_come_in_pairs", words_and_cases_come_in_pairs),
        ("rules_hold_at_every_entry_point", rules::hold_at_every_entry_point),
        ("rules_accept_at_every_entry_point", rules::accept_at_every_entry_point),
        ("a_rule_of_ones_own_is_an_error", a_rule_of_ones_own_is_an_error),
    ],
};

/// Messages of the compiler.
const COMPILER: Group = Group {
    name: "words_of_the_compiler",
    needs: &[&tools::RUSTC],
    tests: &[("builders_are_refused_in_the_words_of_the_compiler", builders_are_refused_in_the_words_of_the_compiler)],
};

fn main() {
    trials::run(&[OWN, COMPILER]);
}

/// The model files are named relative to the `Cargo.toml` that trybuild writes for the cases.
fn bring_files() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder for builds");
    let beside = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME")).join("files");
    fs::create_dir_all(&beside).expect("the folder can be made");
    for file in fs::read_dir(apigw_tests::path("ui/model/files")).expect("the folder of models") {
        let file = file.expect("an entry");
        fs::copy(file.path(), beside.join(file.file_name())).expect("the file can be copied");
    }
}

fn models_are_refused_in_our_words() {
    bring_files();
    let tests = TestCases::new();
    tests.compile_fail("ui/model/fail/*.rs");
}

fn models_and_builders_compile() {
    bring_files();
    let tests = TestCases::new();
    tests.pass("ui/model/pass/*.rs");
    tests.pass("ui/builder/pass/*.rs");
}

fn builders_are_refused_in_the_words_of_the_compiler() {
    let tests = TestCases::new();
    tests.compile_fail("ui/builder/fail/*.rs");
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn words_and_cases_come_in_pairs() {
    let mut found = Vec::new();
    files(&apigw_tests::path("ui"), &mut found);
    let in_folder = |path: &Path, name: &str| path.parent().and_then(Path::file_name).is_some_and(|last| last == name);
    for path in &found {
        let shown = path.display();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("stderr") => assert!(path.with_extension("rs").exists(), "`{shown}` belongs to no case"),
            Some("rs") if in_folder(path, "pass") => {
                assert!(!path.with_extension("stderr").exists(), "`{shown}` must compile but has words");
            }
            Some("rs") => assert!(path.with_extension("stderr").exists(), "`{shown}` has no words"),
            _ => assert!(in_folder(path, "files"), "`{shown}` is neither a case nor its words"),
        }
    }
    assert!(found.len() > 30, "only {} files", found.len());
}

fn a_rule_of_ones_own_is_an_error() {
    TestCases::new().compile_fail(apigw_tests::path("ui/own/fail/*.rs"));
    TestCases::new().pass(apigw_tests::path("ui/own/pass/*.rs"));
}
