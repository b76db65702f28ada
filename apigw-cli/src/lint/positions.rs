//! The positions of the words that a finding is about.

use apigw_spec::path::Segment;
use apigw_spec::violation::Problem;
use apigw_spec::{Operation, Violation};

use super::invocation::Invocation;
use super::text::Position;
use super::word::ShellWord;
use crate::syntax::operation;

impl Invocation {
    /// The position of a word, or of the last one if there are fewer.
    pub(super) fn position(&self, at: usize) -> Position {
        let word = self.words.get(at).or(self.words.last());
        word.map_or(Position { line: 1, column: 1 }, |word| word.position)
    }

    /// The position of the operation.
    pub(super) fn operation_position(&self) -> Position {
        self.position(self.operation)
    }

    /// The position of the value of an option that counts: the last one of this name, or of a prefix of it.
    pub(super) fn value_position(&self, option: &str, index: usize) -> Position {
        let name = |word: &ShellWord| match word.word.split_once('=') {
            Some((name, _)) => Some(name.to_owned()),
            None => word.word.text().map(str::to_owned),
        };
        let is_prefix = |name: &str| name.len() > 2 && (option.starts_with(name) || name.starts_with(option));
        let words = self.words.iter();
        let exact = words.clone().rposition(|word| name(word).as_deref() == Some(option));
        let prefix = || words.clone().rposition(|word| name(word).is_some_and(|name| is_prefix(&name)));
        let Some(at) = exact.or_else(prefix) else { return self.operation_position() };

        let has_value = self.words.get(at).is_some_and(|word| word.word.contains("="));
        let is_value = |at: usize| self.words.get(at).is_some_and(|word| !word.word.starts_with("--"));
        let value = at + 1 + index;
        match (has_value, is_value(value), is_value(at + 1)) {
            (true, ..) | (_, false, false) => self.position(at),
            (_, true, _) => self.position(value),
            _ => self.position(at + 1),
        }
    }

    /// The position of the value that violates a rule. A missing value is reported at its cause.
    pub(super) fn violation_position(&self, violation: &Violation, operation: &'static Operation) -> Position {
        let cause = violation.when.iter().find(|fact| !fact.path.segments.is_empty()).map(|fact| &fact.path);
        let is_missing = matches!(violation.problem, Problem::Missing | Problem::MissingOneOf { .. });
        let path = if is_missing { cause.unwrap_or(&violation.path) } else { &violation.path };
        let Some(Segment::Member(name)) = path.segments.first() else { return self.operation_position() };
        let members = operation.input.shape().members();
        let Some(member) = members.iter().find(|member| member.name == *name) else {
            return self.operation_position();
        };
        let index = if let Some(Segment::Index(index)) = path.segments.get(1) { *index } else { 0 };
        self.value_position(&operation::option(operation, member), index)
    }
}
