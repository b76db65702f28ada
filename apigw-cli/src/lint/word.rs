//! The words and comments of a script.

use apigw_cli_text::word::Word;

use super::text::{Position, SourceChar};

/// One word of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShellWord {
    /// The text as the command gets it, without quotes.
    pub(super) word: Word,
    /// Whether the shell can make several words of it, or none.
    pub(super) may_split: bool,
    /// Whether it is a list that the shell makes several words of even where one is meant: `"$@"`, `{a,b}`.
    pub(super) is_list: bool,
    /// The text with its quotes, as written.
    pub(super) raw: String,
    /// Where it begins.
    pub(super) position: Position,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    /// The line it is on.
    pub(super) line: usize,
    /// Whether nothing else is on the line.
    pub(super) is_alone: bool,
    /// The text after the `#`.
    pub(super) text: String,
}

impl Comment {
    /// A comment whose mark is at a place of the source.
    pub(super) fn at(source: &[SourceChar], start: usize, text: String) -> Option<Self> {
        let mut before = source.get(..start).unwrap_or_default().iter().rev().map(|current| current.c);
        let is_alone = before.find(|c| *c == '\n' || !c.is_whitespace()).is_none_or(|c| c == '\n');
        let line = source.get(start)?.position.line;
        Some(Self { line, is_alone, text })
    }
}

/// The contents of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lexed {
    /// The words of each simple command, reserved words (`if`, `do`, `{`) among them.
    pub(super) commands: Vec<Vec<ShellWord>>,
    /// The comments.
    pub(super) comments: Vec<Comment>,
}

/// A word on its way to the command.
#[derive(Debug, Clone, Default)]
pub(super) struct Unquoted {
    /// The text without quotes.
    pub(super) word: Word,
    /// Whether the shell can make several words of it, or none.
    pub(super) may_split: bool,
    /// Whether it is a list that the shell makes several words of even where one is meant.
    pub(super) is_list: bool,
}
