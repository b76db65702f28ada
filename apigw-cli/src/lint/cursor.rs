//! A place in a script, and the words and comments that were read before it: what lexers of all languages do alike.

use super::text::{Position, SourceChar};
use super::word::{Comment, Lexed, ShellWord, Unquoted};

/// Where a lexer stands.
pub(super) struct ScriptCursor<'t> {
    pub(super) source: &'t [SourceChar],
    pub(super) at: usize,
    pub(super) found: Lexed,
}

impl<'t> ScriptCursor<'t> {
    /// The beginning of a script.
    pub(super) fn new(source: &'t [SourceChar]) -> Self {
        Self { source, at: 0, found: Lexed::default() }
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    /// The character after a number of others.
    pub(super) fn ahead(&self, count: usize) -> Option<char> {
        self.source.get(self.at + count).map(|current| current.c)
    }

    /// Whether a string is next.
    pub(super) fn starts(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(index, c)| self.ahead(index) == Some(c))
    }

    /// Whether the next character stands for unknown text.
    pub(super) fn is_unknown(&self) -> bool {
        self.source.get(self.at).is_some_and(|current| current.is_unknown)
    }

    /// The characters from `start` to here.
    pub(super) fn text_from(&self, start: usize) -> String {
        self.source.get(start..self.at).unwrap_or_default().iter().map(|current| current.c).collect()
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

    /// Passes all up to a string, and the string.
    pub(super) fn pass_until(&mut self, end: &str) {
        while self.at < self.source.len() && !self.starts(end) {
            self.at += 1;
        }
        self.at = (self.at + end.len()).min(self.source.len());
    }

    /// Reads a comment, whose mark has so many characters, to the end of its line.
    pub(super) fn comment(&mut self, mark: usize) {
        let start = self.at;
        self.at += mark;
        while self.peek().is_some_and(|c| c != '\n') {
            self.at += 1;
        }
        self.found.comments.extend(Comment::at(self.source, start, self.text_from(start + mark)));
    }

    /// Ends a word: what was written, and where it begins. A number before a redirection is none.
    pub(super) fn end_word(&mut self, start: usize) -> Option<(String, Position)> {
        let position = self.source.get(start)?.position;
        let raw = self.text_from(start);
        if raw.is_empty() {
            // No word begins here. The character is passed, so that the lexer always moves on.
            self.at += 1;
            return None;
        }
        let is_number = raw.bytes().all(|byte| byte.is_ascii_digit());
        let is_redirection = is_number && matches!(self.peek(), Some('<' | '>'));
        (!is_redirection).then_some((raw, position))
    }

    /// Ends a command.
    pub(super) fn end_command(&mut self, words: &mut Vec<ShellWord>) {
        let words = std::mem::take(words);
        if !words.is_empty() {
            self.found.commands.push(words);
        }
    }
}
