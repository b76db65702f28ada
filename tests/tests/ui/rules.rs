//! Every rule that a request alone can show, through the doors that can show it: what must not compile, what must warn,
//! and what must compile. The files are made from the rules' examples: `request` and `derive` take literals, `constant` is
//! the builder with a typed constant, and `fluent` a client's method with one.

use std::collections::BTreeSet;

const BLESS: &str = "APIGW_BLESS=1 TRYBUILD=overwrite cargo test -p apigw-tests --test ui";
const FOLDERS: [&str; 9] = [
    "constant/fail",
    "fluent/fail",
    "fluent/pass",
    "request/fail",
    "request/warn",
    "request/pass",
    "derive/fail",
    "derive/warn",
    "derive/pass",
];

/// Brings the files in line with the examples, or says how.
fn keep_in_line() {
    let wanted = apigw_tests::cases::files();
    let bless = std::env::var_os("APIGW_BLESS").is_some();
    let mut stale = Vec::new();
    for (name, text) in &wanted {
        let path = apigw_tests::path(&format!("ui/{name}"));
        if std::fs::read_to_string(&path).ok().as_deref() != Some(text) {
            if bless {
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
                std::fs::write(&path, text).expect("the case can be written");
            }
            stale.push(name.clone());
        }
    }
    for name in FOLDERS.iter().flat_map(|folder| existing(folder)) {
        if !wanted.contains_key(&name.replace(".stderr", ".rs")) {
            if bless {
                std::fs::remove_file(apigw_tests::path(&format!("ui/{name}"))).expect("the orphan can be removed");
            }
            stale.push(name);
        }
    }
    assert!(bless || stale.is_empty(), "not in line with the rules' examples: {stale:?}; run `{BLESS}`");
}

/// The files of a folder that are made: by their first line, or named like one that is.
fn existing(folder: &str) -> Vec<String> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(apigw_tests::path(&format!("ui/{folder}"))).into_iter().flatten().flatten() {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        let source = apigw_tests::path(&format!("ui/{}", name.replace(".stderr", ".rs")));
        let text = std::fs::read_to_string(source).unwrap_or_else(|_| "//! Made from".to_owned());
        if text.starts_with("//! Made from") {
            names.insert(name);
        }
    }
    names.into_iter().collect()
}

/// What breaks a rule. Apart from what compiles, for then `trybuild` checks all in one run of cargo.
pub(crate) fn hold_at_every_entry_point() {
    keep_in_line();
    let cases = trybuild::TestCases::new();
    for folder in FOLDERS.iter().filter(|folder| !folder.ends_with("pass")) {
        cases.compile_fail(apigw_tests::path(&format!("ui/{folder}/*.rs")));
    }
}

/// What breaks none.
pub(crate) fn accept_at_every_entry_point() {
    let cases = trybuild::TestCases::new();
    for folder in FOLDERS.iter().filter(|folder| folder.ends_with("pass")) {
        cases.pass(apigw_tests::path(&format!("ui/{folder}/*.rs")));
    }
}
