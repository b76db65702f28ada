//! The program; everything it does is in the library, where tests and fuzzers reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    apigw_cli::main()
}
