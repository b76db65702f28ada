//! Every rule that a request alone can show, at every entry point that can show it. The programs are made from the rules'
//! examples, one for each entry point and outcome with a module for each case, and compiled once each. May import:
//! `compiler`.
//!
//! `request` and `derive` take literals, `constant` is the builder with a typed constant, and `fluent` a client's method
//! with one. `expected/ENTRY-POINT.txt` has what the compiler says of each case.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, iter};

use serde_json::Value;

use crate::compiler::{Compiler, Output, Report, in_parallel};

/// The modules of one program, by the names of their cases.
type Modules = BTreeMap<String, String>;

/// The programs by entry point and outcome, which is `fail`, `warn` or `pass`.
fn programs() -> BTreeMap<(String, String), Modules> {
    let mut programs = BTreeMap::<_, Modules>::new();
    for (path, text) in apigw_tests::cases::files() {
        let [entry_point, outcome, file] = path.split('/').collect::<Vec<_>>()[..] else {
            panic!("`{path}` is no path of a case");
        };
        let case = file.trim_end_matches(".rs").to_owned();
        let text = text.replace("\nfn main()", "\npub fn main()");
        programs.entry((entry_point.to_owned(), outcome.to_owned())).or_default().insert(case, text);
    }
    programs
}

/// Writes a program below the folder for builds, and gives the path of its root.
fn write(name: &str, modules: &Modules) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-cases").join(name);
    let _ = fs::remove_dir_all(&folder);
    let write = |file: &str, text: &str| fs::write(folder.join(file), text);
    let mut root = String::from("#![allow(unused)]\n\n");
    for case in modules.keys() {
        _ = writeln!(root, "#[path = \"{case}.rs\"]\nmod {};", case.replace('-', "_"));
    }
    let calls = modules.keys().map(|case| format!("    {}::main();\n", case.replace('-', "_")));
    _ = write!(root, "\nfn main() {{\n{}}}\n", calls.collect::<String>());

    let written = fs::create_dir_all(&folder).and_then(|()| write("main.rs", &root));
    let written = written.and_then(|()| modules.iter().try_for_each(|(case, text)| write(&format!("{case}.rs"), text)));
    written.unwrap_or_else(|error| panic!("cannot write `{}`: {error}", folder.display()));
    folder.join("main.rs").display().to_string()
}

fn compile(outcomes: &[&str], output: Output) -> Vec<((String, String), Modules, Report)> {
    let programs = programs().into_iter().filter(|((_, outcome), _)| outcomes.contains(&outcome.as_str()));
    let programs: Vec<_> = programs.collect();
    let reports = in_parallel(&programs, |((entry_point, outcome), modules)| {
        let root = write(&format!("{entry_point}-{outcome}"), modules);
        Compiler::get().compile(&root, "", output)
    });
    let named = iter::zip(programs, reports).map(|((name, modules), report)| (name, modules, report));
    named.collect()
}

/// The source that a span marks.
fn marked(span: &Value) -> String {
    let lines = span["text"].as_array().into_iter().flatten().map(|line| {
        let column = |name: &str| line[name].as_u64().and_then(|column| usize::try_from(column).ok()).unwrap_or(1) - 1;
        let text: Vec<char> = line["text"].as_str().unwrap_or_default().chars().collect();
        text[column("highlight_start")..column("highlight_end")].iter().collect::<String>().trim().to_owned()
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// What a diagnostic says, and of which case: one line for what is wrong, one for each place that it marks.
fn describe(diagnostic: &Value) -> (String, String) {
    let message = diagnostic["message"].as_str().unwrap_or_default();
    // A warning of ours is a deprecated constant, of which the compiler says so first.
    let message = message
        .split_once("`: ")
        .filter(|_| message.starts_with("use of deprecated"))
        .map_or(message, |(_, rest)| rest);
    // Places in the programs, without the folder for builds.
    let message = message.replace(&format!("{}/", env!("CARGO_TARGET_TMPDIR")), "");
    let mut lines = message.lines().map(str::trim);
    let mut text = format!("  {}\n", lines.next().unwrap_or_default());
    lines.for_each(|line| _ = writeln!(text, "    {line}"));
    let mut case = String::new();
    for span in diagnostic["spans"].as_array().into_iter().flatten() {
        let path = Path::new(span["file_name"].as_str().unwrap_or_default());
        if span["is_primary"] == true {
            path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().clone_into(&mut case);
        }
        let label = span["label"].as_str().map(|label| format!(": {label}")).unwrap_or_default();
        _ = writeln!(text, "    at `{}`{label}", marked(span));
    }
    (case, text)
}

/// What breaks a rule is an error, or a warning where the rule is one, with the words in the file of the entry point.
pub(crate) fn hold_at_every_entry_point() {
    let mut expected = BTreeMap::<String, String>::new();
    let mut silent = Vec::new();
    for ((entry_point, outcome), modules, report) in compile(&["fail", "warn"], Output::Metadata) {
        let mut said = BTreeMap::<String, String>::new();
        for diagnostic in &report.diagnostics {
            let (case, text) = describe(diagnostic);
            assert!(modules.contains_key(&case), "{entry_point}: of no case: {text}");
            let level = diagnostic["level"].as_str().unwrap_or_default();
            assert_eq!(level, "error", "{entry_point}: {case}: {text}");
            *said.entry(case).or_default() += &text;
        }
        let all = expected.entry(entry_point.clone()).or_default();
        for case in modules.keys() {
            match said.get(case) {
                Some(text) => _ = writeln!(all, "{case} ({outcome})\n{text}"),
                None => silent.push(format!("{entry_point}: {case}")),
            }
        }
    }
    assert!(silent.is_empty(), "nothing is said of: {silent:#?}");
    assert_eq!(expected.len(), 4, "{:?}", expected.keys());
    for (entry_point, text) in expected {
        apigw_tests::bless(&format!("expected/{entry_point}.txt"), &text, "ui");
    }
}

/// What breaks no rule compiles without a word, and runs.
pub(crate) fn accept_at_every_entry_point() {
    for ((entry_point, _), modules, report) in compile(&["pass"], Output::Program) {
        let said: Vec<_> = report.diagnostics.iter().filter(|said| said["level"] == "error").map(describe).collect();
        let program = report.program.unwrap_or_else(|| panic!("{entry_point}: {said:#?}"));
        let run = Command::new(&program).output().unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        assert!(run.status.success(), "{entry_point}: {}", String::from_utf8_lossy(&run.stderr));
        assert!(modules.len() > 20, "{entry_point}: only {} cases", modules.len());
    }
}
