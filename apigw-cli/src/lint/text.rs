//! Shell text in which every character has a position in the file.

/// A position in a file, counted from 1, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    /// The line.
    pub(crate) line: usize,
    /// The column.
    pub(crate) column: usize,
}

/// A character of a file, or something unknown that a template puts there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SourceChar {
    /// The character. What is unknown looks like an ordinary letter to the grammar of the shell.
    pub(super) c: char,
    /// Whether any text can be there instead.
    pub(super) is_unknown: bool,
    /// Where the file has it.
    pub(super) position: Position,
}

impl SourceChar {
    /// A known character.
    pub(super) fn new(c: char, position: Position) -> Self {
        Self { c, is_unknown: false, position }
    }

    /// Unknown text in the place of a character.
    pub(super) fn unknown(position: Position) -> Self {
        Self { c: '…', is_unknown: true, position }
    }
}

/// The end of a line, after its last character.
pub(super) fn line_end(line: &[SourceChar]) -> Option<SourceChar> {
    let Position { line, column } = line.last()?.position;
    Some(SourceChar::new('\n', Position { line, column: column + 1 }))
}

/// The characters of a file. Lines end in `\n`.
pub(super) fn source_chars(text: &str) -> Vec<SourceChar> {
    let mut position = Position { line: 1, column: 1 };
    let mut source = Vec::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        source.push(SourceChar::new(c, position));
        if c == '\n' {
            position = Position { line: position.line + 1, column: 1 };
        } else {
            position.column += 1;
        }
    }
    source
}

/// The characters as a string.
pub(super) fn string(source: &[SourceChar]) -> String {
    source.iter().map(|source| source.c).collect()
}

/// The lines, without their ends.
pub(super) fn lines(source: &[SourceChar]) -> impl Iterator<Item = &[SourceChar]> {
    source.split(|source| source.c == '\n')
}

/// Makes the templates on one line unknown: what stands between `open` and `close` (`${{ … }}`, `{{ … }}`).
pub(super) fn without_templates(source: &[SourceChar], open: &str, close: &str) -> Vec<SourceChar> {
    without_templates_that(source, open, close, |_| true)
}

/// How much of the text in a template is looked at.
const MAX_LEN: usize = 200;

/// Makes the templates unknown whose inner text passes a test.
pub(super) fn without_templates_that(
    source: &[SourceChar],
    open: &str,
    close: &str,
    is_meant: impl Fn(&str) -> bool,
) -> Vec<SourceChar> {
    let starts = |at: usize, text: &str| {
        let mut rest = source.get(at..).unwrap_or_default().iter();
        text.chars().all(|c| rest.next().is_some_and(|source| source.c == c))
    };
    let is_end = |at: &usize| starts(*at, close) || source.get(*at).is_some_and(|source| source.c == '\n');

    let mut kept = Vec::with_capacity(source.len());
    // The first position that may close a template, searched for once.
    let mut end = None;
    let mut at = 0;
    while let Some(current) = source.get(at) {
        if starts(at, open) {
            let here = end.filter(|end| *end >= at);
            let here = here.unwrap_or_else(|| (at..source.len()).find(is_end).unwrap_or(source.len()));
            end = Some(here);
            let inner = at + open.chars().count();
            let inner = || string(source.get(inner..here.min(inner + MAX_LEN)).unwrap_or_default());
            if starts(here, close) && is_meant(&inner()) {
                kept.push(SourceChar::unknown(current.position));
                at = here + close.chars().count();
                continue;
            }
        }
        kept.push(*current);
        at += 1;
    }
    kept
}
