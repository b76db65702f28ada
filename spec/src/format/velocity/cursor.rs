//! A place in a template.

use crate::format::text::{head, tail};

/// How deep brackets may nest before a template is taken for something else.
const MAX_DEPTH: usize = 48;

/// How a quote is written in a string literal. Versions of Velocity differ, and templates are written for either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Doubled; a backslash is an ordinary character.
    Doubled,
    /// After a backslash, too.
    Escaped,
}

/// A place in a string, and the end of the part that may be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pub(super) at: usize,
    end: usize,
    depth: usize,
    pub(super) quoting: Quoting,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, end: text.len(), depth: 0, quoting: Quoting::Doubled }
    }

    /// The part of the same text from `at` to `end`.
    pub(super) fn part(self, at: usize, end: usize) -> Self {
        Self { at, end, ..self }
    }

    pub(super) fn rest(&self) -> &'a str {
        tail(head(self.text, self.end), self.at)
    }

    pub(super) fn since(&self, start: usize) -> &'a str {
        tail(head(self.text, self.at), start)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Steps over `expected` if it comes next.
    #[inline]
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        // The strings are of one or two bytes, for which this is faster than comparing memory.
        let rest = self.rest().as_bytes();
        let next =
            rest.len() >= expected.len() && expected.bytes().zip(rest).all(|(expected, found)| expected == *found);
        if next {
            self.at += expected.len();
        }
        next
    }

    /// Steps over the characters that `wanted` holds for.
    #[inline]
    pub(super) fn eat_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        head(rest, length)
    }

    pub(super) fn skip_space(&mut self) {
        self.eat_while(char::is_whitespace);
    }

    /// Steps past the next `close`; to the end, and `false`, if there is none.
    pub(super) fn skip_past(&mut self, close: &str) -> bool {
        let found = self.rest().find(close);
        self.at = found.map_or(self.end, |found| self.at + found + close.len());
        found.is_some()
    }

    /// The name that comes next: a letter or `_`, then letters, digits, `_` and `-`.
    pub(super) fn identifier(&mut self) -> Option<&'a str> {
        self.peek().filter(|&c| c.is_ascii_alphabetic() || c == '_')?;
        Some(self.eat_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
    }

    /// Runs `read` one bracket deeper, unless that is too deep. What cannot be read one way is read the other, see
    /// [`Quoting`].
    pub(super) fn deeper<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            return None;
        }
        let ways: &[Quoting] = match self.quoting {
            Quoting::Doubled => &[Quoting::Doubled, Quoting::Escaped],
            Quoting::Escaped => &[Quoting::Escaped],
        };
        ways.iter().find_map(|&quoting| {
            let mut inner = Self { quoting, depth: self.depth + 1, ..*self };
            let result = read(&mut inner)?;
            self.at = inner.at;
            Some(result)
        })
    }
}
