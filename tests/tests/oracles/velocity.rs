//! The engine's templates against Apache Velocity: `tests/velocity/differential.py` makes them up and compares.
//!
//! `APIGW_CASES` says how many templates are tried, `APIGW_SEED` from which seed they are made.

use std::process::Command;

use apigw_tests::command;
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "velocity",
    needs: &[&tools::PYTHON, &tools::JAVA, &tools::VELOCITY, &tools::JSON_PATH, &tools::JSON_SMART],
    tests: &[("templates_render_as_with_velocity", templates_render_as_with_velocity)],
};

fn templates_render_as_with_velocity() {
    let setting = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let mut python = Command::new("python3");
    python.arg(apigw_tests::path("velocity/differential.py"));
    python.arg("--engine").arg(command::example("apigw-engine", "render_lines"));
    python.args(["--count", &setting("APIGW_CASES", "20000"), "--seed", &setting("APIGW_SEED", "1")]);
    let run = python.output().expect("python3 runs");
    let (stdout, stderr) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{stdout}{stderr}");
}
