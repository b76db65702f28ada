//! Says what the machine has that some tests need: the compiler whose words are kept, botocore, the AWS CLI that Python
//! has, and groff.

use std::env;
use std::process::Command;

/// The version whose words the snapshots under `ui/builder/fail` hold.
const SNAPSHOTS: &str = "rustc 1.95.";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CI");
    println!("cargo::rerun-if-env-changed=PATH");
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    announce("snapshot_compiler", said(&rustc, &["--version"]).is_some_and(|version| version.starts_with(SNAPSHOTS)));
    announce("botocore", said("python3", &["-c", "import botocore"]).is_some());
    announce("awscli", said("python3", &["-c", "import awscli"]).is_some());
    announce("groff", said("groff", &["--version"]).is_some());
}

/// Sets a `cfg` if something is there. In CI nothing may be left out, so there everything has to be.
fn announce(name: &str, is_there: bool) {
    println!("cargo::rustc-check-cfg=cfg({name})");
    if is_there || env::var("CI").is_ok_and(|value| value == "true") {
        println!("cargo::rustc-cfg={name}");
    }
}

/// What a command says, if it succeeds.
fn said(command: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(command).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
