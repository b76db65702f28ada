//! `cargo verify`: sets up the tools that tests compare against, and runs every test. Arguments go to `cargo test`.
//!
//! Python packages come into a virtual environment below the build folder. Debian packages are installed where that
//! needs no password; elsewhere the command that installs them is shown. `APIGW_CASES_DIR` names a folder of recorded
//! cases for tests that take one; the default is `../shared/cases` beside the checkout, if it exists.

mod environment;
mod tests;
#[allow(dead_code, unreachable_pub, reason = "the test programs use the rest of it")]
#[path = "../../src/tools.rs"]
mod tools;

use std::process::ExitCode;
use std::time::Instant;

use environment::Environment;

fn main() -> ExitCode {
    let begin = Instant::now();
    let outcome = verify();
    let seconds = begin.elapsed().as_secs();
    match outcome {
        Ok(summary) => {
            println!("\n{summary}, after {seconds} s");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("\nerror: {error}, after {seconds} s");
            ExitCode::FAILURE
        }
    }
}

fn verify() -> Result<String, String> {
    let mut environment = Environment::find()?;

    println!("[1/3] Debian packages");
    environment.install_debian_packages()?;

    // pip mostly waits for the network, and the compiler does not.
    println!("[2/3] Python packages, and the test programs");
    let installation = environment.install_python_packages()?;
    let is_built = tests::build(&environment);
    if let Some(installation) = installation {
        installation.finish()?;
    }
    is_built?;
    environment.check()?;

    println!("[3/3] tests");
    tests::run(&environment)
}
