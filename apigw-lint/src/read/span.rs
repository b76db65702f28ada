//! Places in the text of a file.

/// A part of a file, in bytes. It begins and ends on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceSpan {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl SourceSpan {
    /// The part of the text that the span covers; empty if the span is of another file.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The line and the column of the first character, both from 1; columns count characters.
    ///
    /// ```
    /// use apigw_lint::SourceSpan;
    ///
    /// assert_eq!(SourceSpan { start: 4, end: 5 }.position("é:\n b"), (2, 1));
    /// ```
    pub fn position(&self, text: &str) -> (usize, usize) {
        position(text, self.start)
    }

    /// The line and the column after the last character, as for [`position`](Self::position).
    pub fn end_position(&self, text: &str) -> (usize, usize) {
        position(text, self.end)
    }
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rfind('\n').map_or(before, |newline| before.get(newline + 1..).unwrap_or(""));
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// A span in half of the memory: a file has a million of them, and is far smaller than what fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PackedSpan {
    start: u32,
    end: u32,
}

impl From<SourceSpan> for PackedSpan {
    fn from(span: SourceSpan) -> Self {
        let [start, end] = [span.start, span.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Self { start, end }
    }
}

impl From<PackedSpan> for SourceSpan {
    fn from(packed: PackedSpan) -> Self {
        let [start, end] = [packed.start, packed.end].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        Self { start, end }
    }
}
