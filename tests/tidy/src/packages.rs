//! Packages: what may depend on what, and what the top level holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::none;
use crate::source::{root, sources};

/// The packages, each with those of ours that it may depend on.
const PACKAGES: [(&str, &[&str]); 11] = [
    ("spec", &[]),
    ("apigw-macros/codegen", &["apigw-spec"]),
    ("apigw-macros", &["apigw-codegen"]),
    ("apigw-model", &["apigw-macros", "apigw-spec"]),
    ("apigw-client", &["apigw-macros", "apigw-model", "apigw-spec"]),
    ("apigw-cli/text", &["apigw-model"]),
    (
        "apigw-cli",
        &[
            "apigw-cli-text",
            "apigw-client",
            "apigw-codegen",
            "apigw-engine",
            "apigw-lint",
            "apigw-local",
            "apigw-model",
            "apigw-spec",
        ],
    ),
    ("apigw-local", &["apigw-client", "apigw-engine", "apigw-lint", "apigw-model", "apigw-spec"]),
    ("apigw-local/engine", &["apigw-model", "apigw-spec"]),
    ("apigw-lint", &["apigw-model", "apigw-spec"]),
    ("apigw-lint/macros", &["apigw-lint"]),
];

/// What no package of these folders may mention: `spec` knows no Rust, codegen and model know no network.
const FOREIGN: [(&str, &[&str]); 4] = [
    ("spec/", &["proc_macro2", "syn", "quote", "tokio", "reqwest", "hyper", "rustls"]),
    ("apigw-macros/codegen/", &["tokio", "reqwest", "hyper", "rustls", "http"]),
    ("apigw-macros/src/", &["syn", "quote"]),
    ("apigw-model/", &["tokio", "reqwest", "hyper", "rustls", "TcpStream"]),
];

/// The package that a file belongs to.
pub(crate) fn package_of(path: &str) -> Option<&'static str> {
    let packages = PACKAGES.iter().map(|(package, _)| *package);
    packages.filter(|package| path.starts_with(&format!("{package}/src/"))).max_by_key(|package| package.len())
}

/// The keys of the tables of dependencies of a manifest, those for tests left out.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(table) = line.strip_prefix('[') {
            inside = table.trim_end_matches(']').ends_with("dependencies") && !table.starts_with("dev-");
        } else if inside && !line.starts_with('#') {
            let key = line.split(['=', '.', ' ']).next().unwrap_or_default();
            found.extend((!key.is_empty()).then(|| key.to_owned()));
        }
    }
    found
}

fn manifest(package: &str) -> String {
    fs::read_to_string(root().join(package).join("Cargo.toml")).expect("the package's manifest")
}

#[test]
fn packages_depend_on_each_other_one_way() {
    let ours: BTreeMap<_, _> = PACKAGES.into_iter().collect();
    let mut findings = Vec::new();
    for (package, allowed) in ours {
        let found = dependencies(&manifest(package));
        let unwanted = found.iter().filter(|name| name.starts_with("apigw-") && !allowed.contains(&name.as_str()));
        findings.extend(unwanted.map(|name| format!("{package}/Cargo.toml: {name}")));
    }
    none(&findings, "dependencies that the design does not have");
    assert_eq!(
        dependencies(&manifest("spec")),
        BTreeSet::from(["serde_json".to_owned()]),
        "all of spec's, and optional"
    );
    assert!(manifest("spec").contains("optional = true"));
}

#[test]
fn packages_keep_to_their_subject() {
    let mut findings = Vec::new();
    for (folder, words) in FOREIGN {
        for source in sources().iter().filter(|source| source.path.starts_with(folder) && !source.is_test()) {
            let code = source.code().to_string();
            let found = words.iter().filter(|word| code.contains(&format!("{word} :: ")));
            findings.extend(found.map(|word| format!("{}: {word}", source.path)));
        }
    }
    none(&findings, "packages know what they should not");
}

#[test]
fn every_package_has_the_lints_of_the_workspace() {
    let packages = PACKAGES.map(|(package, _)| package);
    let findings = packages.into_iter().filter(|package| !manifest(package).contains("[lints]\nworkspace = true"));
    none(&findings.map(ToOwned::to_owned).collect::<Vec<_>>(), "packages without the lints of the workspace");
}

#[test]
fn the_top_level_holds_packages_and_little_else() {
    let allowed = [
        "apigw-cli",
        "apigw-client",
        "apigw-lint",
        "apigw-local",
        "apigw-macros",
        "apigw-model",
        "spec",
        "tests",
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "CHANGELOG.md",
        "deny.toml",
        "target",
    ];
    let entries = fs::read_dir(root()).expect("the workspace").map(|entry| entry.expect("an entry").file_name());
    let names = entries.map(|name| name.into_string().expect("a name in Unicode"));
    let is_wanted =
        |name: &String| allowed.contains(&name.as_str()) || name.starts_with('.') || name.starts_with("LICENSE");
    none(&names.filter(|name| !is_wanted(name)).collect::<Vec<_>>(), "files that do not belong at the top level");
}

#[test]
fn published_packages_describe_themselves() {
    let mut findings = Vec::new();
    let packages = PACKAGES.map(|(package, _)| package);
    for package in packages.into_iter().filter(|package| !manifest(package).contains("publish = false")) {
        let manifest = manifest(package);
        let keys = ["description", "keywords", "categories", "include", "repository", "license"];
        let has_key = |key: &str| {
            manifest.lines().any(|line| line.starts_with(&format!("{key} ")) || line.starts_with(&format!("{key}.")))
        };
        let missing = keys.into_iter().filter(|key| !has_key(key)).map(ToOwned::to_owned);
        findings.extend(missing.map(|key| format!("{package}/Cargo.toml: `{key}` is missing")));
        if manifest.contains("[features]") && !manifest.contains("[package.metadata.docs.rs]") {
            findings
                .push(format!("{package}/Cargo.toml: `package.metadata.docs.rs` is missing, and there are features"));
        }
        for (file, needs) in [("README.md", "# "), ("CHANGELOG.md", "## ")] {
            let text = fs::read_to_string(root().join(package).join(file)).unwrap_or_default();
            if !text.lines().any(|line| line.starts_with(needs)) {
                findings.push(format!("{package}/{file}: is missing or has no section"));
            }
        }
    }
    none(&findings, "packages do not describe themselves");
}
