//! What a template is made of: tokens, directives, references and expressions.

/// A piece of a template.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TemplateToken<'a> {
    /// The byte offset.
    pub offset: usize,
    /// The source.
    pub source: &'a str,
    /// What it is.
    pub kind: TokenKind<'a>,
}

/// What a piece of a template is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TokenKind<'a> {
    /// Text that is printed as it is, `#[[…]]#` included.
    Text,
    /// `## …` or `#* … *#`.
    Comment,
    /// A reference that is printed, or called for its effect.
    Reference(Reference<'a>),
    /// A directive.
    Directive(Directive<'a>),
}

/// A directive, without the block it opens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Directive<'a> {
    /// Which one.
    pub word: Word,
    /// The byte offset of the hash.
    pub offset: usize,
    /// The length of the hash and the word, in bytes.
    pub length: usize,
    /// What its parentheses contain; empty for a directive without any, and where they could not be read.
    pub arguments: Vec<Expression<'a>>,
}

/// The directives of Velocity that matter to a template's structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// `#if(…)`.
    If,
    /// `#elseif(…)`.
    ElseIf,
    /// `#else`.
    Else,
    /// `#end`.
    End,
    /// `#foreach(… in …)`.
    Foreach,
    /// `#set(… = …)`.
    Set,
    /// `#macro(…)`.
    Macro,
    /// `#define(…)`.
    Define,
    /// `#break`, `#stop`.
    Leave,
}

/// `$name`, `$!name`, `${name}` or `$!{name}`, with what is read from it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reference<'a> {
    /// The byte offset of the dollar sign.
    pub offset: usize,
    /// The length in bytes, up to the closing brace or the last member.
    pub length: usize,
    /// The variable.
    pub name: &'a str,
    /// What is read from it, in order.
    pub members: Vec<Member<'a>>,
    /// Where reading stopped within braces, brackets or parentheses that are not closed.
    pub unclosed: Option<usize>,
}

/// One step from a value to a part of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Member<'a> {
    /// `.name`.
    Property {
        /// The name.
        name: &'a str,
        /// Its byte offset.
        offset: usize,
    },
    /// `.name(…)`.
    Method {
        /// The name.
        name: &'a str,
        /// Its byte offset.
        offset: usize,
        /// The arguments.
        arguments: Vec<Expression<'a>>,
    },
    /// `[…]`.
    Index(Expression<'a>),
}

/// An expression, as far as checking it needs: what it is made of, not what its operators do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expression<'a> {
    /// A reference.
    Reference(Reference<'a>),
    /// A string literal.
    Text {
        /// What stands between the quotes.
        raw: &'a str,
        /// The byte offset of that.
        offset: usize,
        /// The references in it, which only double quotes allow.
        references: Vec<Reference<'a>>,
    },
    /// A number.
    Number(&'a str),
    /// A bare word, such as `true`.
    Word(&'a str),
    /// The entries of a list, a range or a map, or the operands of operators.
    Group(Vec<Expression<'a>>),
}

impl<'a> Reference<'a> {
    /// Calls `visit` with this reference and with every one within its brackets and arguments.
    pub(crate) fn visit<'r>(&'r self, visit: &mut dyn FnMut(&'r Reference<'a>)) {
        visit(self);
        for member in &self.members {
            match member {
                Member::Property { .. } => {}
                Member::Method { arguments, .. } => arguments.iter().for_each(|argument| argument.visit(visit)),
                Member::Index(index) => index.visit(visit),
            }
        }
    }
}

impl<'a> Expression<'a> {
    /// Calls `visit` with every reference of the expression.
    pub(crate) fn visit<'r>(&'r self, visit: &mut dyn FnMut(&'r Reference<'a>)) {
        match self {
            Self::Reference(reference) => reference.visit(visit),
            Self::Text { references, .. } => references.iter().for_each(|reference| reference.visit(visit)),
            Self::Number(_) | Self::Word(_) => {}
            Self::Group(parts) => parts.iter().for_each(|part| part.visit(visit)),
        }
    }
}
