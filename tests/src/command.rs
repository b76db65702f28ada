//! The `apigw` command, built for tests that run it. Cargo gives tests the programs of their own package only.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The path of the command, built once a process with the profile that the tests were built with.
///
/// # Panics
///
/// If it does not build.
pub fn path() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(build)
}

/// The command in an environment of its own: no variables but those that programs need to run at all.
///
/// # Panics
///
/// If it does not build.
pub fn apigw() -> Command {
    let mut command = Command::new(path());
    command.env_clear().stdin(Stdio::null());
    command.envs(["PATH", "SystemRoot", "TMPDIR"].into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    command
}

/// A command under the name of the one that this project's replaces, for that name is in its messages then.
#[cfg(unix)]
pub fn as_aws(mut command: Command) -> Command {
    std::os::unix::process::CommandExt::arg0(&mut command, "aws");
    command
}

fn build() -> PathBuf {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(crate::path("..")).args(["build", "--package", "apigw-cli", "--bin", "apigw"]);
    cargo.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit());
    // What describes the test's package would make build scripts of dependencies run again, with all that needs them.
    let is_about_package =
        |name: &str| name == "OUT_DIR" || ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|start| name.starts_with(start));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(is_about_package)) {
        cargo.env_remove(name);
    }
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    let output = cargo.output().unwrap_or_else(|error| panic!("cannot run cargo: {error}"));
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let built = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
    built.unwrap_or_else(|| panic!("the command does not build; see what cargo says above"))
}
