//! A template that has been read, ready to be rendered.
//!
//! Each kind of part is in a list of its own, and parts refer to others by their places. All text is in one string: the
//! template, and after it what is not written there as it is.

use std::ops::Range;
use std::rc::Rc;

use super::names::{Slot, VariableNames};
use crate::java::number::Number;
use crate::java::shared_text::SharedText;

/// A template.
#[derive(Debug, Default)]
pub(crate) struct TemplateTree {
    /// The text of all parts.
    pub(super) text: SharedText,
    /// The statements of the template itself.
    pub(crate) block: Block,
    /// The variables.
    pub(super) names: VariableNames,
    pub(super) nodes: Vec<Node>,
    pub(super) references: Vec<Reference>,
    pub(super) accessors: Vec<Accessor>,
    pub(super) expressions: Vec<Expression>,
    pub(super) branches: Vec<Branch>,
    pub(super) operands: Vec<Operand>,
    pub(super) loops: Vec<Foreach>,
    pub(super) numbers: Vec<Number>,
}

/// Parts that are beside each other in their list.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ListRange {
    start: u32,
    end: u32,
}

/// Statements, in order.
pub(crate) type Block = ListRange;

/// Bytes of the text.
pub(crate) type TextPart = ListRange;

/// A statement.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node {
    /// Text that is printed as it is.
    Text(TextPart),
    /// A reference that is printed, or called for its effect.
    Reference(u32),
    /// `#if`, with the branches that follow it.
    If(ListRange),
    /// `#set`: the reference that gets the value, the variable if no member of it is set, and the value.
    Set(u32, Slot, Expression),
    /// `#foreach`.
    Foreach(u32),
    /// `#define`: the variable, and what it stands for.
    Define(Slot, Block),
    /// `#break`, with the scope that is left.
    Break(Option<Expression>),
    /// `#stop`, with a message.
    Stop(Option<Expression>),
    /// `#parse` and `#include`, which find nothing, and where they begin.
    Resource(&'static str, u32),
}

/// A condition, and what is rendered if it is the first that is true.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Branch {
    /// The condition; `#else` has none.
    pub(crate) condition: Option<Expression>,
    /// What is rendered.
    pub(crate) body: Block,
}

/// `#foreach`: what its parentheses contain, the third of which is the collection, and its body. The part after the
/// collection is what is rendered, which is the body unless there is too much in the parentheses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Foreach {
    /// The loop variable.
    pub(crate) variable: Slot,
    /// What the parentheses contain.
    pub(crate) arguments: ListRange,
    /// The body.
    pub(crate) body: Block,
    /// Where the directive begins, in bytes.
    pub(crate) offset: u32,
}

/// `$name`, `${name}` and so on, with what is read from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reference {
    /// The name of the variable.
    pub(crate) root: TextPart,
    /// The variable.
    pub(crate) variable: Slot,
    /// What is read from it, in order.
    pub(crate) steps: ListRange,
    /// A name without a dollar sign, which has no value and prints itself.
    pub(crate) is_bare: bool,
    /// An odd number of backslashes precedes the dollar sign: the source is printed.
    pub(crate) is_escaped: bool,
    /// Whether the reference has a value at all: `$\!x` has none.
    pub(crate) has_value: bool,
    /// What is printed before it: half of the backslashes.
    pub(crate) slashes: TextPart,
    /// What is printed before it: further dollar signs.
    pub(crate) prefix: TextPart,
    /// What stands for a value that there is not.
    pub(crate) source: TextPart,
    /// Where it begins, in bytes.
    pub(crate) offset: u32,
}

/// One step from a value to a part of it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Accessor {
    /// `.name`.
    Property(TextPart),
    /// `.name(…)`.
    Method(TextPart, ListRange),
    /// `[…]`.
    Index(Expression),
}

/// An expression.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Expression {
    /// A reference.
    Reference(u32),
    /// A string.
    Text(TextPart),
    /// A string with references or directives; a blank was put at its end if the flag says so.
    Interpolated(Block, bool),
    /// An integer.
    Integer(i32),
    /// Another number.
    Number(u32),
    /// `true` or `false`.
    Boolean(bool),
    /// `[…]`.
    List(ListRange),
    /// `[…..…]`.
    Range(ListRange),
    /// `{…}`: keys, each before its value.
    Map(ListRange),
    /// `!…`.
    Not(ListRange),
    /// `… || …`.
    Or(ListRange),
    /// `… && …`.
    And(ListRange),
    /// Operators of one rank, from left to right.
    Chain(ListRange),
    /// A bare word among the arguments of a directive, which has no value.
    Word,
}

/// A side of an operator.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Operand {
    /// The operator before it; the first side has none.
    pub(crate) operator: Option<Operator>,
    /// The expression.
    pub(crate) value: Expression,
    /// Its source, which is what is concatenated if it has no value.
    pub(crate) source: TextPart,
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

/// What `#define` made: statements of a tree, which a variable of another template may hold.
#[derive(Debug)]
pub(crate) struct Definition {
    /// The template.
    pub(super) tree: Rc<TemplateTree>,
    /// The statements.
    pub(super) body: Block,
}

/// A place in a string or a list. Templates that are longer than 32 bits can count are not parsed.
pub(super) fn place(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl ListRange {
    /// The parts from one place to before another.
    pub(super) fn new(range: Range<usize>) -> Self {
        Self { start: place(range.start), end: place(range.end) }
    }

    /// How many parts there are.
    pub(super) fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// The places of the parts.
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The parts, in their list.
    fn of<T>(self, list: &[T]) -> &[T] {
        list.get(self.range()).unwrap_or(&[])
    }
}

/// Adds parts to the end of their list.
pub(super) fn add<T>(list: &mut Vec<T>, parts: impl IntoIterator<Item = T>) -> ListRange {
    let start = list.len();
    list.extend(parts);
    ListRange::new(start..list.len())
}

impl TemplateTree {
    /// The characters of a part.
    pub(crate) fn text(&self, source: TextPart) -> &str {
        self.text.get(source.range()).unwrap_or("")
    }

    /// The characters of a part, as a value.
    pub(super) fn shared(&self, source: TextPart) -> SharedText {
        self.text.slice(source.range())
    }

    /// Statements.
    pub(crate) fn nodes(&self, block: Block) -> &[Node] {
        block.of(&self.nodes)
    }

    /// The branches of an `#if`.
    pub(crate) fn branches(&self, run: ListRange) -> &[Branch] {
        run.of(&self.branches)
    }

    /// A loop.
    pub(crate) fn foreach(&self, at: u32) -> Option<&Foreach> {
        self.loops.get(at as usize)
    }

    /// A reference.
    pub(super) fn reference(&self, at: u32) -> Option<&Reference> {
        self.references.get(at as usize)
    }

    /// What is read from a reference.
    pub(super) fn accessors(&self, run: ListRange) -> &[Accessor] {
        run.of(&self.accessors)
    }

    /// Expressions.
    pub(super) fn expressions(&self, run: ListRange) -> &[Expression] {
        run.of(&self.expressions)
    }

    /// The sides of operators.
    pub(super) fn operands(&self, run: ListRange) -> &[Operand] {
        run.of(&self.operands)
    }

    /// A number that is no small integer.
    pub(super) fn number(&self, at: u32) -> Option<&Number> {
        self.numbers.get(at as usize)
    }
}
