//! A path that has been read.

use crate::java::regex::Regex;

/// A path.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    /// Its steps, the root left out.
    pub(crate) steps: Vec<Step>,
    /// Whether it begins at the document, and not at the element that a filter looks at.
    pub(crate) is_from_root: bool,
}

/// A step of a path.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// `$` after the first step, which leads nowhere else, and which no search finds.
    Root,
    /// `..`.
    Scan,
    /// `*`.
    Wildcard,
    /// `.a`, `['a','b']`.
    Properties(Vec<String>),
    /// `[1]`.
    Index(i32),
    /// `[1,2]`.
    Indexes(Vec<i32>),
    /// `[(@.length - 1)]`.
    FromEnd(i32),
    /// `[1:]`.
    From(i32),
    /// `[:1]`.
    To(i32),
    /// `[1:2]`.
    Between(i32, i32),
    /// `[?(…)]`.
    Filter(Filter),
}

/// A condition.
#[derive(Debug, Clone)]
pub(crate) enum Filter {
    /// All of them hold.
    All(Vec<Filter>),
    /// One of the two holds.
    Either(Box<Filter>, Box<Filter>),
    /// There is, or is not, a value at a path.
    Exists(Path, bool),
    /// Two operands are compared.
    Comparison(Operand, Comparison, Operand),
}

/// A side of a comparison.
#[derive(Debug, Clone)]
pub(crate) enum Operand {
    /// The value at a path.
    Path(Path),
    /// A string; numbers and `null` are strings too.
    Text(String),
    /// `/…/`.
    Pattern(Regex),
}

/// How two operands are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
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
    /// `=~`.
    Matches,
}

impl Step {
    /// Whether it leads to one place.
    pub(crate) fn is_definite(&self) -> bool {
        matches!(self, Self::Root | Self::Properties(_) | Self::Index(_) | Self::FromEnd(_))
    }
}

impl Path {
    /// Whether it leads to one place.
    pub(crate) fn is_definite(&self) -> bool {
        self.is_definite_from(0)
    }

    /// Whether it leads to one place from a step on.
    pub(crate) fn is_definite_from(&self, step: usize) -> bool {
        self.steps.iter().skip(step).all(Step::is_definite)
    }
}
