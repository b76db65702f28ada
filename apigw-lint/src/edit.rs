//! Fixes of findings, as changes to the text of a file.

use crate::read::SourceSpan;

/// What would fix a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileFix {
    /// What it does: an imperative, as menus show it.
    pub title: String,
    /// The changes.
    pub edits: Vec<FileEdit>,
    /// Whether nothing else can have been meant, so that it can be applied unseen.
    pub is_certain: bool,
}

/// A change to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileEdit {
    /// What is replaced.
    pub span: SourceSpan,
    /// What stands there afterwards.
    pub text: String,
}

impl FileFix {
    pub(crate) fn replace(span: SourceSpan, text: String, is_certain: bool) -> Self {
        let title = format!("Replace with `{text}`");
        Self { title, edits: vec![FileEdit { span, text }], is_certain }
    }
}

/// The text after fixes, each as a whole or not at all: those that touch what an earlier one has changed are left out.
pub(crate) fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f FileFix>) -> String {
    let mut edits: Vec<&FileEdit> = Vec::new();
    for fix in fixes {
        let overlaps = |edit: &FileEdit| edits.iter().any(|other| overlap(edit.span, other.span));
        if !fix.edits.iter().any(overlaps) {
            edits.extend(&fix.edits);
        }
    }
    edits.sort_by_key(|edit| edit.span);

    let (mut changed, mut at) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        changed.push_str(text.get(at..edit.span.start).unwrap_or_default());
        changed.push_str(&edit.text);
        at = edit.span.end;
    }
    changed.push_str(text.get(at..).unwrap_or_default());
    changed
}

fn overlap(one: SourceSpan, other: SourceSpan) -> bool {
    one == other || (one.start < other.end && other.start < one.end)
}

#[cfg(test)]
mod tests {
    use super::{FileFix, SourceSpan, apply};

    #[test]
    fn fixes_that_overlap_are_applied_one_at_a_time() {
        let fix = |start, end, text: &str| FileFix::replace(SourceSpan { start, end }, text.to_owned(), true);
        assert_eq!(apply("abc def", &[fix(4, 7, "D"), fix(0, 3, "A"), fix(2, 5, "x")]), "A D");
        assert_eq!(apply("abc", &[fix(1, 1, "x")]), "axbc");
    }
}
