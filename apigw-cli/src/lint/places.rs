//! Where in a script the words are that a finding is about.

use apigw_spec::path::Segment;
use apigw_spec::violation::Problem;
use apigw_spec::{Operation, Violation};

use super::calls::Call;
use super::text::Place;
use crate::syntax::operation;

impl Call {
    /// Where a word is, or the last one if there are not so many.
    pub(super) fn place(&self, at: usize) -> Place {
        let word = self.words.get(at).or(self.words.last());
        word.map_or(Place { line: 1, column: 1 }, |word| word.place)
    }

    /// Where the value of an option is that counts: the last one of the name, or of a beginning of it.
    pub(super) fn place_of(&self, option: &str, index: usize) -> Place {
        let is_it = |text: &str| {
            let name = text.split('=').next().unwrap_or_default();
            name == option || (name.len() > 2 && (option.starts_with(name) || name.starts_with(option)))
        };
        let words = self.words.iter();
        let exact = words.clone().rposition(|word| word.text.split('=').next() == Some(option));
        let Some(at) = exact.or_else(|| words.clone().rposition(|word| is_it(&word.text))) else {
            return self.place(self.operation);
        };
        let has_value = self.words.get(at).is_some_and(|word| word.text.contains('='));
        let is_value = |at: usize| self.words.get(at).is_some_and(|word| !word.text.starts_with("--"));
        let value = at + 1 + index;
        match (has_value, is_value(value), is_value(at + 1)) {
            (true, ..) | (_, false, false) => self.place(at),
            (_, true, _) => self.place(value),
            _ => self.place(at + 1),
        }
    }

    /// Where what a violation is about is given; what is missing is told where its cause is.
    pub(super) fn place_of_violation(&self, violation: &Violation, operation: &'static Operation) -> Place {
        let cause = violation.when.iter().find(|fact| !fact.path.segments.is_empty()).map(|fact| &fact.path);
        let is_missing = matches!(violation.problem, Problem::Missing | Problem::MissingOneOf { .. });
        let path = if is_missing { cause.unwrap_or(&violation.path) } else { &violation.path };
        let Some(Segment::Member(name)) = path.segments.first() else { return self.place(self.operation) };
        let members = operation.input.shape().members();
        let Some(member) = members.iter().find(|member| member.name == *name) else {
            return self.place(self.operation);
        };
        let index = if let Some(Segment::Index(index)) = path.segments.get(1) { *index } else { 0 };
        self.place_of(&operation::option(operation, member), index)
    }
}
