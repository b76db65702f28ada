//! A file, from its scripts to the findings of all calls in it.

use super::checker::check;
use super::finding::LintFinding;
use super::invocation::{self, Invocation};
use super::language::{Scripts, Unread};
use super::made::Made;
use super::source;
use super::word::Comment;

/// What linting a file came to.
#[derive(Debug, Default)]
pub(crate) struct LintOutcome {
    /// What is wrong.
    pub(crate) findings: Vec<LintFinding>,
    /// How many calls were checked.
    pub(crate) calls: usize,
    /// What was not read.
    pub(crate) unread: Vec<Unread>,
}

/// Checks the calls in a file by its name and text. `allowed` are rules that calls may violate.
///
/// # Errors
///
/// A message, if the file is not what its name says.
pub(crate) fn lint(name: &str, text: &str, allowed: &[String]) -> Result<LintOutcome, String> {
    // The variable sends calls to another service.
    let is_elsewhere = text.contains("AWS_ENDPOINT_URL");

    let Scripts { scripts, unread } = source::scripts(name, text)?;
    let mut outcome = LintOutcome { unread, ..LintOutcome::default() };
    for script in scripts {
        let lexed = script.language.lex(&script.source);
        let mut made = Made::default();
        for words in &lexed.commands {
            made.forget(words);
            let Some(mut call) = invocation::find(words) else { continue };
            outcome.calls += 1;
            call.is_elsewhere |= is_elsewhere;
            let comments = lexed.comments.iter().filter(|comment| concerns(comment, &call));
            let checked = check(call.clone(), script.language.shell(), &made);
            if let Some(operation) = checked.operation {
                made.note(&call, operation, checked.made);
            }
            let allowed: Vec<&str> =
                allowed.iter().chain(&checked.allowed).map(String::as_str).chain(comments.flat_map(rules)).collect();
            outcome.findings.extend(checked.found.into_iter().filter(|finding| !allowed.contains(&finding.rule)));
        }
    }

    outcome.findings.sort_by_key(|finding| finding.position);
    outcome.findings.dedup();
    Ok(outcome)
}

/// Whether a comment is on a line of a call, or alone on the line before it.
fn concerns(comment: &Comment, call: &Invocation) -> bool {
    let lines = call.words.iter().map(|word| word.position.line);
    let (Some(first), Some(last)) = (lines.clone().min(), lines.max()) else { return false };
    (first..=last).contains(&comment.line) || (comment.is_alone && comment.line + 1 == first)
}

/// The rules that a comment allows to be violated: `apigw: allow(rule, rule) because …`.
fn rules(comment: &Comment) -> impl Iterator<Item = &str> {
    let text = comment.text.trim_start().strip_prefix("apigw:").map(str::trim_start);
    let inside = text.and_then(|text| text.strip_prefix("allow(")).and_then(|text| text.split_once(')'));
    let inside = inside.map(|(inside, _)| inside).unwrap_or_default();
    inside.split(',').map(str::trim).filter(|rule| !rule.is_empty())
}
