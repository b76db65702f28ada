//! Every entry point behind `macro_rules!`, with each fragment specifier, and with tokens from one place and from two.
//! The programs are made from the `rows`, one for each entry point with a module for each cell. May import: `compiler`.
//!
//! A row has two fragments. From one place, a call passes both to the macro that has the entry point; from two, it passes
//! the first to a macro that adds the second.

mod arguments;
mod derives;
mod values;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::compiler::{Compiler, Output, in_parallel};

/// The fragment specifiers; `tokens` stands for `$($t:tt)*`.
const FRAGMENTS: [&str; 12] =
    ["ident", "ty", "expr", "tt", "literal", "path", "item", "meta", "vis", "block", "lifetime", "tokens"];

/// One entry point.
struct EntryPoint {
    name: &'static str,
    /// Where Rust has no place for a fragment.
    illegal: &'static [&'static str],
    rows: &'static [Row],
}

impl EntryPoint {
    /// What its modules import. Those with a model of their own have their own `request!`.
    fn imports(&self) -> &'static str {
        match self.name {
            "model" | "client" => "",
            _ => "use apigw_model::{CreateRestApi, FromOutput, Input, Output, RestApi, request};",
        }
    }
}

/// An entry point behind a macro with two fragments of one kind.
struct Row {
    fragment: &'static str,
    /// The fragments.
    given: [&'static str; 2],
    /// What the macro expands to, with `$x` and `$y`.
    body: &'static str,
    /// What must hold then.
    check: &'static str,
}

const ENTRY_POINTS: [&EntryPoint; 6] =
    [&values::REQUEST, &values::BUILDER, &derives::INPUT, &derives::OUTPUT, &arguments::MODEL, &arguments::CLIENT];

/// The pattern of a fragment, what hands it on, and how it is written in a call.
fn spelled(fragment: &str, name: &str, given: &str) -> [String; 3] {
    match fragment {
        "tokens" => [format!("{{ $(${name}:tt)* }}"), format!("{{ $(${name})* }}"), format!("{{ {given} }}")],
        _ => [format!("${name}:{fragment}"), format!("${name}"), given.to_owned()],
    }
}

/// The modules of an entry point, and the calls of their checks.
fn program(entry_point: &EntryPoint) -> String {
    let mut text = String::from("#![deny(warnings)]\n#![allow(dead_code, unused_imports, unused_macros)]\n\n");
    text += "pub const VERSION: &str = \"v\";\n\n#[derive(Clone)]\npub struct Mine;\n\n";
    let mut calls = String::new();
    for (number, row) in entry_point.rows.iter().enumerate() {
        let [x, y] = row.given;
        let [pattern_x, pass_x, call_x] = spelled(row.fragment, "x", x);
        let [pattern_y, _, call_y] = spelled(row.fragment, "y", y);
        let body = row.body;
        let inner = format!("macro_rules! inner {{ ({pattern_x}, {pattern_y}) => {{ {body} }} }}");
        let outer = format!("macro_rules! outer {{ ({pattern_x}) => {{ inner!({pass_x}, {call_y}); }} }}");
        for (places, macros, call) in [
            ("one", inner.clone(), format!("inner!({call_x}, {call_y});")),
            ("two", format!("{inner}\n    {outer}"), format!("outer!({call_x});")),
        ] {
            let module = format!("{}_{number}_{places}", row.fragment);
            let check = row.check;
            _ = write!(
                text,
                "pub mod {module} {{\n    {}\n    {macros}\n    {call}\n    pub fn check() {{ {check} }}\n}}\n\n",
                entry_point.imports()
            );
            _ = writeln!(calls, "    {module}::check();");
        }
    }
    _ = write!(text, "fn main() {{\n{calls}}}\n");
    text
}

/// Every cell compiles without a word, and what it makes is what is written without macros.
pub(crate) fn macros_can_be_wrapped() {
    let findings = in_parallel(&ENTRY_POINTS, |entry_point| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-matrix").join(entry_point.name);
        let source = folder.join("main.rs");
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&source, program(entry_point)));
        written.unwrap_or_else(|error| panic!("cannot write `{}`: {error}", source.display()));
        let report = Compiler::get().compile(&source.display().to_string(), "", Output::Program);
        let shown = report.diagnostics.iter().filter_map(|diagnostic| diagnostic["rendered"].as_str());
        let shown: String = shown.collect();
        let Some(program) = report.program.filter(|_| shown.is_empty()) else { return shown };
        let run = Command::new(&program).output().unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        if run.status.success() { String::new() } else { String::from_utf8_lossy(&run.stderr).into_owned() }
    });
    let findings: Vec<_> = findings.into_iter().filter(|finding| !finding.is_empty()).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Each entry point has a row for each fragment, or says that Rust has no place for it.
pub(crate) fn no_cell_is_left_out() {
    let all: BTreeSet<_> = FRAGMENTS.into_iter().collect();
    for entry_point in ENTRY_POINTS {
        let tried: BTreeSet<_> = entry_point.rows.iter().map(|row| row.fragment).collect();
        let illegal: BTreeSet<_> = entry_point.illegal.iter().copied().collect();
        assert_eq!(&tried | &illegal, all, "{}", entry_point.name);
        assert!(tried.is_disjoint(&illegal), "{}: {illegal:?}", entry_point.name);
    }
}
