//! The part of `JMESPath` that waiters are written in: paths, projections, filters, comparisons and a few functions.
//!
//! This is the grammar; what an expression gives is the business of whoever has the values.

mod parser;
mod token;

pub use parser::parse;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub enum PathExpression {
    /// The value at hand.
    Current,
    /// The member of a name.
    Field(String),
    /// The item at a position, counted from the end if it is negative.
    Index(i64),
    /// A value that is written out.
    Literal(PathLiteral),
    /// The second expression, of what the first gives.
    Pipe(Box<PathExpression>, Box<PathExpression>),
    /// The items of the lists in a list.
    Flatten(Box<PathExpression>),
    /// The values of an object.
    Values(Box<PathExpression>),
    /// The items of a list for which a condition holds.
    Filter(Box<PathExpression>, Box<PathExpression>),
    /// The second expression, of each item that the first gives; what is `null` is left out.
    Project(Box<PathExpression>, Box<PathExpression>),
    /// A comparison.
    Compare(Box<PathExpression>, Comparison, Box<PathExpression>),
    /// The first, unless it is empty or false; then the second.
    Or(Box<PathExpression>, Box<PathExpression>),
    /// The first, if it is empty or false; else the second.
    And(Box<PathExpression>, Box<PathExpression>),
    /// Whether the expression is empty or false.
    Not(Box<PathExpression>),
    /// A list of what several expressions give.
    List(Vec<PathExpression>),
    /// The call of a function.
    Call(PathFunction, Vec<PathExpression>),
}

/// A value that is written out.
#[derive(Debug, Clone, PartialEq)]
pub enum PathLiteral {
    /// `null`.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// The functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFunction {
    /// The number of characters, items or members.
    Length,
    /// The names of an object's members.
    Keys,
    /// Whether a list has an item, or a string a part.
    Contains,
}

impl PathFunction {
    /// The function of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "length" => Some(Self::Length),
            "keys" => Some(Self::Keys),
            "contains" => Some(Self::Contains),
            _ => None,
        }
    }

    /// How many arguments it takes.
    pub(crate) fn arity(self) -> usize {
        match self {
            Self::Length | Self::Keys => 1,
            Self::Contains => 2,
        }
    }
}
