//! Calls of API Gateway in shell scripts, Makefiles, container files and the files of CI services, judged without
//! running them.
//!
//! ```text
//! file ─► source (shell text, with places) ─► lexer (words) ─► calls ─► judge ─► findings
//! ```
//!
//! What only the running script knows (variables, the output of commands, globs) is unseen, and nothing is found on
//! account of it.

mod calls;
mod expansion;
mod judge;
mod lexer;
mod makefile;
mod places;
mod source;
mod text;
mod yaml;

#[cfg(test)]
mod tests;

use lexer::{Comment, lex};

pub(crate) use judge::Finding;

/// A finding, with the operation that is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The finding.
    pub(crate) finding: Finding,
    /// The name of the operation; empty if there is none of the name in the script.
    pub(crate) operation: &'static str,
}

/// Judges the calls in a file by its name and text. `allowed` are rules that may be broken everywhere.
///
/// # Errors
///
/// A message, if the file is not what its name says.
pub(crate) fn lint(name: &str, text: &str, allowed: &[String]) -> Result<Vec<Found>, String> {
    // The variable sends calls to a service of somebody's own.
    let is_elsewhere = text.contains("AWS_ENDPOINT_URL");
    let mut found = Vec::new();
    for script in source::scripts(name, text)? {
        let lexed = lex(&script);
        for mut call in lexed.commands.iter().filter_map(|words| calls::find(words)) {
            call.is_elsewhere |= is_elsewhere;
            let mut allowed = allowed.to_vec();
            allowed.extend(lexed.comments.iter().filter(|comment| concerns(comment, &call)).flat_map(rules));
            let operation = judge::operation_name(&call);
            let findings = judge::judge(&call, &allowed).into_iter();
            let findings = findings.filter(|finding| !allowed.iter().any(|rule| rule == finding.rule));
            found.extend(findings.map(|finding| Found { finding, operation }));
        }
    }
    found.sort_by_key(|found| found.finding.place);
    found.dedup();
    Ok(found)
}

/// Whether a comment is on a line of a call, or alone on the line before it.
fn concerns(comment: &Comment, call: &calls::Call) -> bool {
    let lines = call.words.iter().map(|word| word.place.line);
    let (Some(first), Some(last)) = (lines.clone().min(), lines.max()) else { return false };
    (first..=last).contains(&comment.line) || (comment.is_alone && comment.line + 1 == first)
}

/// The rules that a comment allows to be broken: `apigw: allow(rule, rule) because …`.
fn rules(comment: &Comment) -> Vec<String> {
    let text = comment.text.trim_start().strip_prefix("apigw:").map(str::trim_start);
    let inside = text.and_then(|text| text.strip_prefix("allow(")).and_then(|text| text.split_once(')'));
    let inside = inside.map(|(inside, _)| inside).unwrap_or_default();
    inside.split(',').map(|rule| rule.trim().to_owned()).filter(|rule| !rule.is_empty()).collect()
}
