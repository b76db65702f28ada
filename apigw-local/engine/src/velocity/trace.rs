//! What a rendering does, step by step.

use super::error::position;

/// A step of a rendering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceStep {
    /// Where it is in the template, in bytes.
    pub offset: usize,
    /// What is done.
    pub action: TraceAction,
}

impl TraceStep {
    /// The line and the column of the step in `template`, both counted from 1, the column in characters.
    pub fn position(&self, template: &str) -> (usize, usize) {
        position(self.offset, template)
    }
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TraceAction {
    /// A reference is evaluated.
    Reference {
        /// The reference as it is written.
        source: String,
        /// What it prints; empty if it is undefined.
        value: String,
    },
    /// A variable, or a part of one, gets a value.
    Set {
        /// The reference on the left.
        target: String,
        /// The value; nothing if the expression has none, in which case nothing is set.
        value: Option<String>,
    },
    /// An `#if` takes a branch: its number, counted from 0. Without a number, none is taken.
    Branch(Option<usize>),
    /// A loop begins to run for an element: its number, counted from 1.
    Iteration(usize),
}

/// The steps of a rendering, as far as they are kept.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    pub(crate) steps: Vec<TraceStep>,
}

/// How many steps are kept.
const MAX_STEPS: usize = 10_000;
/// Where a value is cut off, in characters.
const MAX_VALUE: usize = 200;

impl Trace {
    pub(super) fn add(&mut self, offset: usize, action: TraceAction) {
        if self.steps.len() < MAX_STEPS {
            self.steps.push(TraceStep { offset, action });
        }
    }
}

/// A value that may be cut off.
pub(super) fn shortened(mut value: String) -> String {
    if let Some((at, _)) = value.char_indices().nth(MAX_VALUE) {
        value.truncate(at);
        value.push('…');
    }
    value
}

impl std::fmt::Display for TraceAction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Reference { source, value } => write!(f, "{source} is {value:?}"),
            Self::Set { target, value: Some(value) } => write!(f, "{target} becomes {value:?}"),
            Self::Set { target, value: None } => write!(f, "{target} stays as it is: the expression has no value"),
            Self::Branch(Some(0)) => f.write_str("`#if` is true"),
            Self::Branch(Some(number)) => write!(f, "branch {} of `#if` is taken", number + 1),
            Self::Branch(None) => f.write_str("no branch of `#if` is taken"),
            Self::Iteration(number) => write!(f, "`#foreach` runs for element {number}"),
        }
    }
}
