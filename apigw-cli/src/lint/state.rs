//! Where the lexer stands in a script.

use super::text::SourceChar;
use super::word::{Lexed, Unquoted};

/// How deeply substitutions can be nested.
pub(super) const MAX_DEPTH: usize = 60;

/// A document that begins after the next line end.
pub(super) struct HereDocument {
    pub(super) delimiter: String,
    pub(super) strips_tabs: bool,
}

/// The state of the lexer. Its grammar is in two files: commands and words, and expansions inside words.
pub(super) struct ShellLexer<'t> {
    pub(super) source: &'t [SourceChar],
    pub(super) at: usize,
    pub(super) depth: usize,
    pub(super) found: Lexed,
    /// Whether something was not closed, so that the words at the end are not what they seem.
    pub(super) is_broken: bool,
    pub(super) here_documents: Vec<HereDocument>,
}

impl<'t> ShellLexer<'t> {
    pub(super) fn new(source: &'t [SourceChar], depth: usize) -> Self {
        Self { source, at: 0, depth, found: Lexed::default(), is_broken: false, here_documents: Vec::new() }
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    /// The character after a number of others.
    pub(super) fn ahead(&self, count: usize) -> Option<char> {
        self.source.get(self.at + count).map(|current| current.c)
    }

    /// Whether the next character stands for unknown text.
    pub(super) fn is_unknown(&self) -> bool {
        self.source.get(self.at).is_some_and(|current| current.is_unknown)
    }

    /// Moves the next character to a word.
    pub(super) fn take(&mut self, into: &mut Unquoted) {
        if let Some(current) = self.source.get(self.at) {
            if current.is_unknown {
                into.word.push_unknown();
            } else {
                into.word.push(current.c);
            }
            self.at += 1;
        }
    }

    /// The characters from `start` to here.
    pub(super) fn text_from(&self, start: usize) -> String {
        self.source.get(start..self.at).unwrap_or_default().iter().map(|current| current.c).collect()
    }

    /// Stops reading: the words from here on are not what they seem.
    pub(super) fn give_up(&mut self) {
        self.is_broken = true;
        self.at = self.source.len();
    }
}
