//! What the evaluator carries with it: what is found so far, and where the paths of rules start.

use super::context::Context;
use crate::path::PathNode;
use crate::value::Value;
use crate::violation::Violation;

/// What is found so far, and what there is to look at besides the value at hand.
pub(super) struct Checker<'v> {
    pub(super) contexts: &'v [Context<'v>],
    pub(super) found: Vec<Violation>,
}

/// The values that the paths of a rule start from.
#[derive(Clone, Copy)]
pub(super) struct Scope<'v> {
    pub(super) this: Value<'v>,
    pub(super) outer: Value<'v>,
    pub(super) contexts: &'v [Context<'v>],
}

/// The places of a scope's values.
#[derive(Clone, Copy)]
pub(super) struct Origin<'p> {
    pub(super) this: &'p PathNode<'p>,
    pub(super) outer: &'p PathNode<'p>,
}
