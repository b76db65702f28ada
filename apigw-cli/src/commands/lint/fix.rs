//! Fixes of what is found: written to the files, or shown as a patch.

use std::collections::HashSet;
use std::path::Path;

use apigw_lint::Linter;
use similar::TextDiff;

use super::baseline::fingerprints;
use super::finding::{LintedFile, LintedFinding};
use crate::failure::Failure;
use crate::terminal::replace;

/// How often fixes are applied to what fixes leave behind.
const MAX_ROUNDS: usize = 8;

/// The text of a definition after the fixes that are certain; nothing if there are none. Rules that may be broken are left
/// alone, and so is what a baseline lists.
pub(super) fn fixed(
    file: &LintedFile,
    linter: &Linter,
    is_allowed: impl Fn(&str) -> bool,
    baseline: &HashSet<String>,
) -> Option<String> {
    file.format?;
    let mut text = file.text.clone();
    for _ in 0..MAX_ROUNDS {
        let report = linter.lint(&text).ok()?;
        let findings: Vec<_> = report.findings.iter().filter(|finding| !is_allowed(finding.rule)).collect();
        let in_file = findings.iter().map(|finding| LintedFinding::in_definition((*finding).clone())).collect();
        let now = LintedFile::new(file.path.clone(), text, file.format, in_file);
        let prints = fingerprints(&now);
        let is_new: Vec<bool> = prints.iter().map(|print| !baseline.contains(print)).collect();

        let mut is_wanted = is_new.into_iter();
        let changed = report.fixed(&now.text, |finding| !is_allowed(finding.rule) && is_wanted.next() == Some(true));
        let is_done = changed == now.text;
        text = changed;
        if is_done {
            break;
        }
    }
    (text != file.text).then_some(text)
}

/// What a fix changes, as `patch` and `git apply` read it.
pub(super) fn patch(file: &LintedFile, fixed: &str) -> String {
    let path = file.path.replace('\\', "/");
    let (old, new) = (format!("a/{path}"), format!("b/{path}"));
    TextDiff::from_lines(file.text.as_str(), fixed).unified_diff().header(&old, &new).to_string()
}

/// Writes the text of a file that is fixed.
pub(super) fn write(file: &LintedFile, fixed: &str) -> Result<(), Failure> {
    if !Path::new(&file.path).is_file() {
        let problem = format!("cannot write `{}`: it is no regular file; `--diff` shows what to change", file.path);
        return Err(Failure::general(problem));
    }
    replace::write_output(Path::new(&file.path), fixed.as_bytes())
        .map_err(|error| Failure::general(format!("cannot write `{}`: {error}", file.path)))
}
