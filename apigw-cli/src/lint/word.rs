//! The words and comments of a script.

use apigw_cli_text::word::Word;

use super::text::Position;

/// One word of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShellWord {
    /// The text as the command gets it, without quotes.
    pub(super) word: Word,
    /// Whether the shell can make several words of it, or none.
    pub(super) may_split: bool,
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
}
