//! The kinds of tokens. Their order is their rank: of two matches of the same length the earlier kind wins.

/// What a token is. The names follow the grammar of Velocity 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The end of the template.
    End,
    /// `[` after a reference.
    IndexOpen,
    /// `]` that closes an index.
    IndexClose,
    /// `[` of a list or a range.
    BracketOpen,
    /// `]` of a list or a range.
    BracketClose,
    /// `,`.
    Comma,
    /// `..`.
    DoubleDot,
    /// `:`.
    Colon,
    /// `{` of a map.
    CurlyOpen,
    /// `}` of a map.
    CurlyClose,
    /// `(`.
    ParenOpen,
    /// `)`, with the blanks and the line end after it.
    ParenClose,
    /// `)` that closes the arguments of a method.
    ArgumentsClose,
    /// Backslashes, a hash and a word.
    EscapedDirective,
    /// `#set(`, with the blanks before it.
    Set,
    /// `$`, with backslashes before it.
    Dollar,
    /// `$!`.
    DollarBang,
    /// `#[[`.
    TextBlockOpen,
    /// `#**`, not followed by a hash.
    FormalCommentOpen,
    /// `#*`.
    CommentOpen,
    /// `#`.
    Hash,
    /// `##`.
    LineComment,
    /// `\\`.
    DoubleEscape,
    /// `\`.
    Escape,
    /// Text without dollar signs, hashes and backslashes.
    Text,
    /// The line end that closes a line comment.
    LineCommentEnd,
    /// `*#` of a formal comment.
    FormalCommentClose,
    /// `*#`.
    CommentClose,
    /// `]]#`.
    TextBlock,
    /// A character of a comment.
    CommentChar,
    /// A character of `#[[…]]#`.
    TextBlockChar,
    /// Blanks and line ends within a directive.
    Space,
    /// A string literal.
    String,
    /// `true`.
    True,
    /// `false`.
    False,
    /// `-`.
    Minus,
    /// `+`.
    Plus,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
    /// `%`.
    Modulo,
    /// `&&`, `and`.
    And,
    /// `||`, `or`.
    Or,
    /// `<`, `lt`.
    Less,
    /// `<=`, `le`.
    LessEqual,
    /// `>`, `gt`.
    Greater,
    /// `>=`, `ge`.
    GreaterEqual,
    /// `==`, `eq`.
    Equal,
    /// `!=`, `ne`.
    NotEqual,
    /// `!`, `not`.
    Not,
    /// `=`.
    Assign,
    /// `#end`, with the blanks and the line end after it.
    EndDirective,
    /// `#if`.
    If,
    /// `#elseif`.
    ElseIf,
    /// `#else`, with the blanks and the line end after it.
    Else,
    /// An integer.
    Integer,
    /// A number with a point or an exponent.
    Float,
    /// A word after a hash, or in the arguments of a directive.
    Word,
    /// A word in braces after a hash.
    BracedWord,
    /// A name in a reference.
    Identifier,
    /// `.` before a letter.
    Dot,
    /// `{` of a formal reference.
    ReferenceOpen,
    /// `}` of a formal reference.
    ReferenceClose,
    /// What ends a reference without being part of it.
    ReferenceEnd,
    /// What follows a hash without being a directive.
    DirectiveEnd,
    /// `$[`, `$![` and `$.`, which are text.
    EmptyIndex,
}

/// What happens to a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// It is a token.
    Token,
    /// It begins a token, which the next match continues.
    More,
    /// It is left out.
    Skip,
    /// It is left out, and kept with the next token, since text may have begun in it.
    Special,
}

impl Kind {
    /// What happens to a match of this kind.
    pub(crate) const fn class(self) -> Class {
        match self {
            Self::Dollar
            | Self::DollarBang
            | Self::TextBlockOpen
            | Self::FormalCommentOpen
            | Self::CommentOpen
            | Self::Hash
            | Self::TextBlockChar => Class::More,
            Self::CommentChar => Class::Skip,
            Self::ReferenceEnd | Self::DirectiveEnd => Class::Special,
            _ => Class::Token,
        }
    }
}

/// A token: a stretch of the template.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
    /// Where it ends, in bytes.
    pub(crate) end: usize,
    /// The matches kept with it, as a range of the lexer's list.
    pub(crate) specials: (usize, usize),
}
