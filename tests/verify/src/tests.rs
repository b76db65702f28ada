//! The tests: compiled, then run, shown as they go, and counted. May import: `environment`.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::environment::Environment;

/// What the closing lines of test programs count.
#[derive(Default)]
struct Count {
    programs: u32,
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Count {
    /// Adds a line such as `test result: ok. 2 passed; 0 failed; 1 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        self.programs += 1;
        let words: Vec<_> = counts.split([' ', ';']).collect();
        for pair in words.windows(2) {
            let [number, what] = pair else { continue };
            let Ok(number) = number.parse::<u32>() else { continue };
            match *what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

/// `cargo test` with the arguments of this program, or for the whole workspace.
fn cargo_test(environment: &Environment, first: &[&str]) -> Command {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let mut cargo = environment.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.arg("test").args(first);
    if arguments.is_empty() {
        cargo.args(["--workspace", "--all-features", "--no-fail-fast"]);
    }

    // `cargo run` describes this package, which would make build scripts of others run again.
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_")))
    {
        cargo.env_remove(name);
    }
    cargo.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_MANIFEST_PATH");
    cargo.args(arguments);
    cargo
}

/// Compiles the test programs.
pub(crate) fn build(environment: &Environment) -> Result<(), String> {
    let status = cargo_test(environment, &["--no-run"]).stdout(Stdio::null()).status();
    let status = status.map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("cannot compile the tests; see what the compiler says above".to_owned()) }
}

/// Runs the tests. An ignored test is a failure.
pub(crate) fn run(environment: &Environment) -> Result<String, String> {
    let child = cargo_test(environment, &[]).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| format!("cannot run cargo: {error}"))?;

    let mut count = Count::default();
    let output = child.stdout.take().ok_or("cargo has no output")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line.map_err(|error| format!("cannot read what cargo prints: {error}"))?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count.add(&line);
    }

    let status = child.wait().map_err(|error| format!("cannot wait for cargo: {error}"))?;
    let Count { programs, passed, failed, ignored } = count;
    let summary = format!("{programs} test programs: {passed} passed, {failed} failed, {ignored} ignored");
    let is_complete = status.success() && failed == 0 && ignored == 0 && passed > 0;
    if is_complete { Ok(summary) } else { Err(summary) }
}
