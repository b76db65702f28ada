//! The `apigw` command for tests that run it.
//!
//! Cargo builds for tests the programs of their own package only, so this package has one from the command's `main.rs`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::{fs, io};

/// The path of the command, which was built with the tests.
///
/// # Panics
///
/// If it is not beside them.
pub fn path() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| named().unwrap_or_else(|error| panic!("cannot find the command: {error}")))
}

/// The command in an environment of its own: no variables but those that programs need to run at all.
///
/// # Panics
///
/// If it is not beside the tests.
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

/// The program under the name that users know, in a folder of its own.
fn named() -> io::Result<PathBuf> {
    let profile = profile()?;
    let suffix = std::env::consts::EXE_SUFFIX;
    let built = profile.join(format!("apigw-under-test{suffix}"));

    // Other test programs do this at the same time, so the name appears with its content.
    let folder = profile.join("under-test");
    fs::create_dir_all(&folder)?;
    let (part, named) = (folder.join(std::process::id().to_string()), folder.join(format!("apigw{suffix}")));
    fs::hard_link(&built, &part).or_else(|_| fs::copy(&built, &part).map(|_| ()))?;
    fs::rename(&part, &named)?;
    // Renaming one name of a file to another of the same file does nothing.
    let _ = fs::remove_file(&part);
    Ok(named)
}

/// The folder of what was built with the same profile as the test that runs.
fn profile() -> io::Result<PathBuf> {
    let test = std::env::current_exe()?;
    let profile = test.ancestors().nth(2).ok_or(io::ErrorKind::NotFound)?;
    Ok(profile.to_owned())
}

/// The path of an example, which `cargo test --workspace` builds.
///
/// # Panics
///
/// If it was not built.
pub fn example(package: &str, name: &str) -> PathBuf {
    let profile = profile().unwrap_or_else(|error| panic!("cannot find the folder for builds: {error}"));
    let path = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "not built; run `cargo build -p {package} --example {name}`");
    path
}
