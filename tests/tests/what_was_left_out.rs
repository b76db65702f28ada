//! Says at the end of a run which tests were left out, and how to run them.

#[allow(dead_code, unreachable_pub, reason = "the library exports all of it")]
#[path = "../src/tools.rs"]
mod tools;

use std::env;

fn main() {
    let missing: Vec<_> = tools::ALL.iter().filter(|tool| !tool.is_installed()).map(|tool| tool.name).collect();
    if missing.is_empty() || env::args().any(|argument| argument == "--list") {
        return;
    }
    println!("\nTests were left out: {} not installed.", missing.join(", "));
    println!("`cargo verify` installs what is missing and runs every test.\n");
}
