//! Where the lexer of a shell stands in a script.

use super::cursor::ScriptCursor;
use super::text::SourceChar;

/// How deeply substitutions can be nested.
pub(super) const MAX_DEPTH: usize = 60;

/// A document that begins after the next line end.
pub(super) struct HereDocument {
    pub(super) delimiter: String,
    pub(super) strips_tabs: bool,
}

/// The state of the lexer. Its grammar is in two files: commands and words, and expansions inside words.
pub(super) struct ShellLexer<'t> {
    pub(super) cursor: ScriptCursor<'t>,
    pub(super) depth: usize,
    /// Whether something was not closed, so that the words at the end are not what they seem.
    pub(super) is_broken: bool,
    pub(super) here_documents: Vec<HereDocument>,
}

impl<'t> ShellLexer<'t> {
    pub(super) fn new(source: &'t [SourceChar], depth: usize) -> Self {
        Self { cursor: ScriptCursor::new(source), depth, is_broken: false, here_documents: Vec::new() }
    }

    /// Stops reading: the words from here on are not what they seem.
    pub(super) fn give_up(&mut self) {
        self.is_broken = true;
        self.cursor.at = self.cursor.source.len();
    }
}
