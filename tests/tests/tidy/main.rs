//! The rules of the house, as far as a machine can hold them up.

mod debris;
mod graph;
mod names;
mod packages;
mod size;
mod source;

/// Fails with every finding, one a line.
fn none(findings: &[String], rule: &str) {
    assert!(findings.is_empty(), "{rule}:\n  {}", findings.join("\n  "));
}
