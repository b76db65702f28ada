//! Cases that are written by hand, each a program with the messages of the compiler beside it. May import: `compiler`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::compiler::{Compiler, Output, in_parallel};

/// The programs of a folder, by their paths below this package.
fn programs(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(apigw_tests::path(folder)).expect("a folder").map(|entry| entry.expect("an entry"));
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let is_program = |name: &String| Path::new(name).extension().is_some_and(|extension| extension == "rs");
    let mut programs: Vec<_> = names.filter(is_program).map(|name| format!("{folder}/{name}")).collect();
    programs.sort();
    assert!(!programs.is_empty(), "`{folder}` has no program");
    programs
}

/// Models are named relative to a `Cargo.toml`: those of cases of models stand beside them.
fn models(folder: &str) -> &'static str {
    if folder.starts_with("ui/model/") { "ui/model" } else { "" }
}

/// Every program of a folder is refused, in the words that stand beside it.
pub(crate) fn refused(folder: &str) {
    let programs = programs(folder);
    let said = in_parallel(&programs, |program| {
        let report = Compiler::get().compile(program, models(folder), Output::Metadata);
        rendered(&report.diagnostics)
    });
    for (program, said) in programs.iter().zip(said) {
        assert!(said.contains("error"), "`{program}` compiles");
        apigw_tests::bless(&program.replace(".rs", ".stderr"), &said, "ui");
    }
}

/// Every program of a folder compiles and runs.
pub(crate) fn accepted(folder: &str) {
    let programs = programs(folder);
    let findings = in_parallel(&programs, |program| {
        let report = Compiler::get().compile(program, models(folder), Output::Program);
        let Some(built) = report.program else { return format!("{program}:\n{}", rendered(&report.diagnostics)) };
        let run = Command::new(&built).output().unwrap_or_else(|error| panic!("{}: {error}", built.display()));
        if run.status.success() { String::new() } else { String::from_utf8_lossy(&run.stderr).into_owned() }
    });
    let findings: Vec<_> = findings.into_iter().filter(|finding| !finding.is_empty()).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Diagnostics as the compiler shows them, without what changes with the machine and with other files: lines of files
/// that are no cases, and the folder of the workspace.
fn rendered(diagnostics: &[Value]) -> String {
    let root = apigw_tests::path("..").canonicalize().expect("the workspace").display().to_string();
    let mut text = String::new();
    for diagnostic in diagnostics {
        let shown = diagnostic["rendered"].as_str().unwrap_or_default().replace(&root, "$WORKSPACE");
        let mut is_case = true;
        for line in shown.trim_end().lines().filter(|line| !line.contains("has been written to")) {
            if let Some((_, place)) = line.split_once("--> ").or_else(|| line.split_once("::: ")) {
                is_case = place.starts_with("ui/");
                let file = if is_case { place } else { place.split(".rs:").next().unwrap_or(place) };
                _ = writeln!(text, " --> {file}{}", if is_case { "" } else { ".rs" });
            } else {
                _ = writeln!(text, "{}", with_even_margin(line, is_case));
            }
        }
        text.push('\n');
    }
    text
}

/// A line whose margin does not depend on how long the numbers of other lines are.
fn with_even_margin(line: &str, is_case: bool) -> String {
    let unindented = line.trim_start();
    let digits: String = unindented.chars().take_while(char::is_ascii_digit).collect();
    let rest = unindented[digits.len()..].trim_start();
    if rest.starts_with('|') && (!digits.is_empty() || line.starts_with(' ')) {
        return if is_case && !digits.is_empty() { format!("{digits:>3} {rest}") } else { format!("    {rest}") };
    }
    if unindented.starts_with("= ") { format!("    {unindented}") } else { line.to_owned() }
}

/// Each program has its messages beside it, or needs none.
pub(crate) fn programs_and_messages_come_in_pairs() {
    let mut count = 0;
    for folder in ["model", "builder", "own"] {
        for outcome in ["fail", "pass"] {
            let folder = format!("ui/{folder}/{outcome}");
            for entry in fs::read_dir(apigw_tests::path(&folder)).expect("a folder") {
                let path = entry.expect("an entry").path();
                let (shown, is_program) = (path.display(), path.extension().is_some_and(|name| name == "rs"));
                let partner = path.with_extension(if is_program { "stderr" } else { "rs" });
                assert_eq!(partner.exists(), outcome == "fail", "`{shown}` and its messages");
                count += usize::from(is_program);
            }
        }
    }
    assert!(count > 30, "only {count} programs");
}
