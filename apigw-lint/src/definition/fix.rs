//! What would fix a violation where it stands in a file.

use apigw_spec::Violation;
use apigw_spec::rule::Fix;
use apigw_spec::suggest::nearest;
use apigw_spec::value::{TextPart, shown};
use apigw_spec::violation::{Focus, Problem};

use super::filled_in::{PARTITION, REGION};
use super::part::{DefinitionPart, PartValue};
use super::written::{quoted, rewritten, substituted};
use crate::edit::FileFix;
use crate::read::SourceSpan;

/// Words of mapping expressions. A value with one of them can be an expression with a typing error, so that quotes around
/// it may not be what its author wants.
const OF_EXPRESSIONS: [&str; 5] = ["request", "response", "context", "stageVariables", "$"];

/// The fixes of a violation of a value, the best first.
pub(super) fn fixes(violation: &Violation, part: &DefinitionPart, source: &str) -> Vec<FileFix> {
    let fix = match (&violation.problem, &part.value) {
        _ if violation.focus == Focus::Key => None,
        (Problem::Format { error, .. }, PartValue::Text(text)) => {
            let certain = !OF_EXPRESSIONS.iter().any(|word| text.contains(word));
            error.replacement.as_deref().and_then(|new| replaced(source, part.span(), text, new, certain))
        }
        (Problem::Format { error, .. }, PartValue::Partial(parts)) => {
            error.replacement.as_deref().and_then(|new| of_template(source, part.span(), parts, new))
        }
        (Problem::Type { .. }, PartValue::Boolean(_) | PartValue::Integer(_)) => {
            as_string(violation, part.span().of(source)).map(|text| FileFix::replace(part.span(), text, true))
        }
        (Problem::Unlisted { text, listed, .. }, PartValue::Text(old)) => {
            nearest(text, listed.iter().copied()).and_then(|new| replaced(source, part.span(), old, new, false))
        }
        (Problem::NotIn { nearest: Some(new), .. }, PartValue::Text(old)) if !old.contains(['.', ' ']) => {
            replaced(source, part.span(), old, new, false)
        }
        (_, PartValue::Text(old)) => set(violation).and_then(|new| replaced(source, part.span(), old, new, false)),
        _ => None,
    };
    fix.into_iter().collect()
}

fn replaced(source: &str, span: SourceSpan, old: &str, new: &str, is_certain: bool) -> Option<FileFix> {
    let text = rewritten(source, span, old, new)?;
    (text != span.of(source)).then(|| FileFix::replace(span, text, is_certain))
}

/// The fix of a string with functions of a template. Samples that stand for pseudo parameters become these again.
fn of_template(source: &str, span: SourceSpan, parts: &[TextPart], new: &str) -> Option<FileFix> {
    let new = new.replace(REGION.1, &format!("${{{}}}", REGION.0));
    // The partition of what is not known is not known either.
    let beginning = format!("arn:{}:", PARTITION.1);
    let new = match new.strip_prefix(&beginning) {
        Some(rest) if !shown(parts).starts_with(&beginning) => format!("arn:${{{}}}:{rest}", PARTITION.0),
        _ => new,
    };
    let (span, text) = substituted(source, span, &shown(parts), &new)?;
    Some(FileFix::replace(span, text, true))
}

/// The source of a number or boolean as a string, if one is wanted.
fn as_string(violation: &Violation, raw: &str) -> Option<String> {
    let Problem::Type { expected, .. } = violation.problem else { return None };
    let is_word = !raw.is_empty() && raw.chars().all(|c| c.is_ascii_alphanumeric() || "+-._".contains(c));
    (expected == "a string" && is_word).then(|| quoted(raw))
}

/// The value that a rule gives as an example for the member that it is about.
fn set(violation: &Violation) -> Option<&'static str> {
    let Some(Fix::Set { path, value }) = violation.fix else { return None };
    (path.last_member().is_some() && path.last_member() == violation.member()).then_some(value)
}
