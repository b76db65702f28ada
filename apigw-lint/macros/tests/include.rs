//! Programs with documents: those with mistakes do not compile, and say where the document has them.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test, a failing expectation is the failure")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const DOCUMENT: &str = "openapi: 3.0.1
info: {title: Pets}
paths:
  /pets:
    get:
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: example.com
        timeoutInMillis: 30
";

/// A program with a type in the place of the model's, whose build would take longer than all tests here.
const PROGRAM: &str = r#"
pub struct Blob(pub &'static [u8]);
impl From<&'static [u8]> for Blob { fn from(bytes: &'static [u8]) -> Self { Self(bytes) } }
pub fn api() -> Blob { apigw_lint_macros::include_openapi!("api.yaml", OPTIONS crate = crate) }
"#;

/// The library of the macro that this test was built with.
fn library() -> PathBuf {
    let here = std::env::current_exe().expect("this program");
    let folder = here.parent().expect("its folder");
    let name = format!("{}apigw_lint_macros-", std::env::consts::DLL_PREFIX);
    let is_library = |path: &Path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        file.starts_with(&name) && file.ends_with(std::env::consts::DLL_SUFFIX)
    };
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let newest = |path: &PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    entries.filter(|path| is_library(path)).max_by_key(newest).expect("the library is built for this test")
}

struct Compiled {
    succeeds: bool,
    errors: String,
    /// What has to be compiled again when it changes.
    followed: String,
}

/// Compiles the program, as cargo does.
fn compile(name: &str, options: &str, document: &str) -> Compiled {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("src")).expect("the folder");
    fs::write(folder.join("src/lib.rs"), PROGRAM.replace("OPTIONS", options)).expect("the program");
    fs::write(folder.join("api.yaml"), document).expect("the document");
    let run = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .current_dir(&folder)
        .env("CARGO_MANIFEST_DIR", &folder)
        .args(["--edition=2024", "--crate-type=lib", "--crate-name=case", "--emit=metadata,dep-info", "src/lib.rs"])
        .arg(format!("--extern=apigw_lint_macros={}", library().display()))
        .output()
        .expect("the compiler runs");
    let followed = fs::read_to_string(folder.join("case.d")).unwrap_or_default();
    let errors = String::from_utf8_lossy(&run.stderr).into_owned();
    Compiled { succeeds: run.status.success(), errors, followed }
}

#[test]
fn mistakes_are_errors_at_the_line_of_the_document() {
    let broken = compile("broken", "", DOCUMENT);
    assert!(!broken.succeeds);
    assert!(broken.errors.starts_with("error: GET /pets: `uri` cannot be `example.com`"), "{}", broken.errors);
    assert!(broken.errors.contains("[integration-uri-is-url]\n"), "{}", broken.errors);
    let places: Vec<_> = broken.errors.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
    assert_eq!(places, ["api.yaml:9:14", "src/lib.rs:4:60"], "{}", broken.errors);

    let corrected = compile("broken", "", &DOCUMENT.replace("example", "https://example"));
    assert!(corrected.succeeds, "{}", corrected.errors);
    assert!(corrected.followed.contains("api.yaml"), "{}", corrected.followed);
}

#[test]
fn warnings_are_errors_on_request() {
    let document = DOCUMENT.replace("example", "https://example");
    let denied = compile("denied", "deny_warnings,", &document);
    assert!(denied.errors.contains("--> api.yaml:10:26"), "{}", denied.errors);
    let allowed = document.replace(": 30", ": 30 # apigw: allow(integration-timeout-too-short)");
    assert!(compile("allowed", "deny_warnings,", &allowed).succeeds);
}

#[test]
fn what_is_no_document_is_an_error() {
    let torn = compile("torn", "", "openapi: 3.0.1\npaths: {x-amazon-apigateway-integration: [\n");
    assert!(torn.errors.contains("--> api.yaml:2:42"), "{}", torn.errors);
    let template = "Resources:\n  A: {Type: 'AWS::ApiGateway::RestApi', Properties: {Name: a}}\n";
    let template = compile("template", "", template);
    assert!(
        template.errors.starts_with("error: this is CloudFormation; name an OpenAPI document"),
        "{}",
        template.errors
    );
    let option = compile("option", "deny_warning,", DOCUMENT);
    assert!(option.errors.contains("no such option; write `deny_warnings` or `crate = path`"), "{}", option.errors);
}
