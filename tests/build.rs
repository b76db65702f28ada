//! Says which compiler builds the tests: the compiler's own words differ from version to version.

use std::env;
use std::process::Command;

/// The version whose words the snapshots under `ui/builder/fail` hold.
const SNAPSHOTS: &str = "rustc 1.95.";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(snapshot_compiler)");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CI");
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let in_ci = env::var_os("CI").is_some_and(|value| value == "true");
    // In CI nothing may be left out, so there the snapshots have to hold whichever compiler runs.
    if in_ci || version.starts_with(SNAPSHOTS.as_bytes()) {
        println!("cargo::rustc-cfg=snapshot_compiler");
    }
}
