//! Tokens that identify a call, so that a service carries a repeated request out once.

use apigw_spec::value::{Members, Value};
use apigw_spec::{Member, Operation};

use crate::http::identifier::uuid;

/// An input with a token that its holder does not have.
pub(crate) struct WithToken<'m> {
    members: &'m dyn Members,
    index: usize,
    token: String,
}

impl<'m> WithToken<'m> {
    /// The input of an operation with a token of ours; nothing if it needs none or has one.
    pub(crate) fn of(operation: &Operation, members: &'m dyn Members) -> Option<Self> {
        let name = operation.handling.token?;
        let (index, member) = operation.input.shape().structure().member(name)?;
        let is_missing = matches!(members.member(index, member.name), Value::Absent | Value::Null);
        is_missing.then(|| Self { members, index, token: uuid() })
    }
}

impl Members for WithToken<'_> {
    fn member(&self, index: usize, name: &str) -> Value<'_> {
        if index == self.index { Value::Text(&self.token) } else { self.members.member(index, name) }
    }

    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        self.members.visit(members, &mut |index, value| {
            if index != self.index {
                visit(index, value);
            }
        });
        visit(self.index, Value::Text(&self.token));
    }
}
