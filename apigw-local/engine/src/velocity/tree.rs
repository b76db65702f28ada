//! A template that has been read, ready to be rendered.

use std::rc::Rc;

use crate::java::number::Number;
use crate::java::shared_text::SharedText;

/// Statements, in order.
pub(crate) type Block = Rc<[Node]>;

/// A statement.
#[derive(Debug)]
pub(crate) enum Node {
    /// Text that is printed as it is.
    Text(Box<str>),
    /// A reference that is printed, or called for its effect.
    Reference(Reference),
    /// `#if`, with what follows it.
    If(Vec<Branch>),
    /// `#set`.
    Set(Box<Assignment>),
    /// `#foreach`.
    Foreach(Box<Foreach>),
    /// `#define`: the name, and what it stands for.
    Define(Rc<Definition>),
    /// `#break`, with the scope that is left.
    Break(Option<Expression>),
    /// `#stop`, with a message.
    Stop(Option<Expression>),
    /// `#parse` and `#include`, which find nothing.
    Resource(Box<str>, usize),
}

/// A condition, and what is rendered if it is the first that is true.
#[derive(Debug)]
pub(crate) struct Branch {
    /// The condition; `#else` has none.
    pub(crate) condition: Option<Expression>,
    /// What is rendered.
    pub(crate) body: Block,
}

/// `#set($to = value)`.
#[derive(Debug)]
pub(crate) struct Assignment {
    /// What gets the value.
    pub(crate) to: Reference,
    /// The variable, if no member of it is set.
    pub(crate) variable: Rc<str>,
    /// The value.
    pub(crate) value: Expression,
}

/// `#foreach`: what its parentheses contain, the third of which is the collection, and its body. The part after the
/// collection is what is rendered, which is the body unless there is too much in the parentheses.
#[derive(Debug)]
pub(crate) struct Foreach {
    /// The loop variable.
    pub(crate) variable: Rc<str>,
    /// What the parentheses contain.
    pub(crate) arguments: Vec<Expression>,
    /// The body.
    pub(crate) body: Block,
    /// Where the directive begins, in bytes.
    pub(crate) offset: usize,
}

/// `#define`.
#[derive(Debug)]
pub(crate) struct Definition {
    /// The variable.
    pub(crate) name: Rc<str>,
    /// What it stands for.
    pub(crate) body: Block,
}

/// `$name`, `${name}` and so on, with what is read from it.
#[derive(Debug)]
pub(crate) struct Reference {
    /// The variable.
    pub(crate) root: Rc<str>,
    /// What is read from it, in order.
    pub(crate) steps: Vec<Accessor>,
    /// A name without a dollar sign, which has no value and prints itself.
    pub(crate) is_bare: bool,
    /// An odd number of backslashes precedes the dollar sign: the source is printed.
    pub(crate) is_escaped: bool,
    /// Whether the reference has a value at all: `$\!x` has none.
    pub(crate) has_value: bool,
    /// What is printed before it: half of the backslashes.
    pub(crate) slashes: Box<str>,
    /// What is printed before it: further dollar signs.
    pub(crate) prefix: Box<str>,
    /// What stands for a value that there is not.
    pub(crate) source: Box<str>,
    /// Where it begins, in bytes.
    pub(crate) offset: usize,
}

/// One step from a value to a part of it.
#[derive(Debug)]
pub(crate) enum Accessor {
    /// `.name`.
    Property(Rc<str>),
    /// `.name(…)`.
    Method(Rc<str>, Vec<Expression>),
    /// `[…]`.
    Index(Expression),
}

/// An expression.
#[derive(Debug)]
pub(crate) enum Expression {
    /// A reference.
    Reference(Box<Reference>),
    /// A string.
    Text(SharedText),
    /// A string with references or directives; a blank was put at its end if the flag says so.
    Interpolated(Block, bool),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Boolean(bool),
    /// `[…]`.
    List(Vec<Expression>),
    /// `[…..…]`.
    Range(Box<(Expression, Expression)>),
    /// `{…}`.
    Map(Vec<(Expression, Expression)>),
    /// `!…`.
    Not(Box<Expression>),
    /// `… || …`.
    Or(Vec<Expression>),
    /// `… && …`.
    And(Vec<Expression>),
    /// Operators of one rank, from left to right.
    Chain(Box<Operand>, Vec<(Operator, Operand)>),
    /// A bare word among the arguments of a directive, which has no value.
    Word,
}

/// A side of an operator.
#[derive(Debug)]
pub(crate) struct Operand {
    /// The expression.
    pub(crate) value: Expression,
    /// Its source, which is what is concatenated if it has no value.
    pub(crate) source: Box<str>,
}

/// An operator with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterEqual,
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
    /// `%`.
    Modulo,
}
