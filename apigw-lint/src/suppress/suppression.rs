//! One suppression.

use crate::read::SourceSpan;

/// The permission to break a rule in a part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suppression {
    /// The rule.
    pub(super) rule: String,
    /// Where the rule is named.
    pub(super) span: SourceSpan,
    /// The part of the file.
    pub(super) reach: SourceSpan,
}

impl Suppression {
    /// Whether the permission is for a rule at one of some places.
    pub(super) fn is_for(&self, rule: &str, places: &[usize]) -> bool {
        self.rule == rule && places.iter().any(|place| (self.reach.start..self.reach.end).contains(place))
    }
}
