//! The rules for the source of apigw that a machine can check.

mod debris;
mod examples;
mod graph;
mod names;
mod packages;
mod size;
mod source;
mod words;

/// Fails with every finding, one a line.
fn none(findings: &[String], rule: &str) {
    assert!(findings.is_empty(), "{rule}:\n  {}", findings.join("\n  "));
}
