//! Files with mistakes and without, and files that nobody would write.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test, a failing expectation is the failure"
)]

mod accepted;
mod apis;
mod authorizers;
mod cloudformation;
mod cors;
mod editor;
mod events;
mod fix;
mod hostile;
mod imports;
mod includes;
mod openapi;
mod partial;
mod plan;
mod suppress;
mod terraform;
mod twins;
mod twins_of_resources;

use apigw_lint::{FileFinding, lint};

/// The findings in a file that can be read.
fn findings(text: &str) -> Vec<FileFinding> {
    lint(text).unwrap_or_else(|error| panic!("{error} in {text}")).findings
}

/// Each finding as its line, column, level, rule and the first line of what it points at.
fn lines(text: &str) -> Vec<String> {
    let line = |finding: FileFinding| {
        let (line, column) = finding.span.position(text);
        let level = if finding.is_error() { "error" } else { "warning" };
        format!("{line}:{column} {level} {} {}", finding.rule, finding.span.of(text))
    };
    findings(text).into_iter().map(line).collect()
}
