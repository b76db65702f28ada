//! Fixes of what is found: written to the files, or shown as a patch.

use std::path::Path;

use apigw_lint::Linter;
use similar::TextDiff;

use super::finding::LintedFile;
use crate::failure::Failure;
use crate::terminal::replace;

/// The text of a definition after the fixes that are certain; nothing if there are none. Rules that may be broken are left
/// alone.
pub(super) fn fixed(file: &LintedFile, linter: &Linter, is_allowed: impl Fn(&str) -> bool) -> Option<String> {
    file.format?;
    let fixed = linter.fixed(&file.text, |finding| !is_allowed(finding.rule)).ok()?;
    (fixed != file.text).then_some(fixed)
}

/// What a fix changes, as `patch` and `git apply` read it.
pub(super) fn patch(file: &LintedFile, fixed: &str) -> String {
    let path = file.path.replace('\\', "/");
    let (old, new) = (format!("a/{path}"), format!("b/{path}"));
    TextDiff::from_lines(file.text.as_str(), fixed).unified_diff().header(&old, &new).to_string()
}

/// Writes the text of a file that is fixed.
pub(super) fn write(file: &LintedFile, fixed: &str) -> Result<(), Failure> {
    replace::write_output(Path::new(&file.path), fixed.as_bytes())
        .map_err(|error| Failure::general(format!("cannot write `{}`: {error}", file.path)))
}
