//! The states of the lexer.

/// What the characters at the lexer's position may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LexerState {
    /// Text.
    Default,
    /// After a hash.
    PreDirective,
    /// In the arguments of a directive.
    Directive,
    /// After a dollar sign.
    Reference,
    /// After the dot of a reference.
    Modifier,
    /// In the arguments of a method.
    Arguments,
    /// In the brackets of a reference.
    Index,
    /// In `#[[…]]#`.
    TextBlock,
    /// In `#*…*#`.
    Comment,
    /// In `#**…*#`.
    FormalComment,
    /// After `##`.
    LineComment,
}
