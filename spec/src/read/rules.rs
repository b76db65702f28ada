//! Lowers the `apigw.rules` traits of a structure.

use super::ast::{AstShape, Model};
use super::error::Problems;
use crate::rule::RuleSet;

/// The rules that the traits of `shape` and of its members state.
pub(super) fn lower(shape: &AstShape, model: &Model, problems: &mut Problems) -> &'static RuleSet {
    let _ = (shape, model, problems);
    &RuleSet::EMPTY
}
