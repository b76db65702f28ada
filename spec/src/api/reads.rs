//! How the objects around a request are read, which follows from the shapes: the operation that answers with such an
//! object, called with what the request says.

use crate::operation::Operation;
use crate::rule::ContextSlot;
use crate::shape::{Kind, Member, Shape};
use crate::value::{Members, ToValue, Value};

/// How many items a page has at most.
const PAGE_SIZE: i64 = 500;

/// How one object is read.
#[derive(Debug, Clone, Copy)]
pub struct ContextRead {
    /// The object.
    pub slot: ContextSlot,
    /// The operation that answers with it.
    pub operation: &'static Operation,
    /// The member of the answer that holds the list, if it is one.
    pub items: Option<&'static Member>,
}

/// The input of a read.
#[derive(Debug, Clone)]
pub struct ReadInput(Vec<(usize, ReadValue)>);

#[derive(Debug, Clone)]
enum ReadValue {
    Text(String),
    Integer(i64),
    List(Vec<String>),
}

impl ContextRead {
    /// How an object is read with one of `operations`, if it can be.
    pub fn of(slot: &ContextSlot, operations: &[&'static Operation]) -> Option<Self> {
        operations.iter().copied().filter(|operation| operation.method == "GET").find_map(|operation| {
            let output = operation.output?.shape();
            let items = output.members().iter().find(|member| member.target.shape().id == slot.shape);
            let is_list = slot.item.is_some();
            let answers = if is_list { items.is_some() } else { output.id == slot.shape };
            answers.then_some(Self { slot: *slot, operation, items: items.filter(|_| is_list) })
        })
    }

    /// The input of the read, from what is known by the names of members; nothing if that is not enough.
    pub fn input(&self, known: &dyn Fn(&str) -> Option<String>) -> Option<ReadInput> {
        let page_size = self.operation.pagination.and_then(|pagination| pagination.page_size);
        let mut members = Vec::new();
        for (index, member) in self.operation.input.shape().members().iter().enumerate() {
            let with = self.slot.with.iter().find(|with| with.member == member.name);
            if member.required {
                members.push((index, ReadValue::Text(known(member.name).filter(|value| !value.is_empty())?)));
            } else if let Some(with) = with {
                members.push((index, ReadValue::List(with.values.iter().map(|value| (*value).to_owned()).collect())));
            } else if page_size == Some(member.name) {
                members.push((index, ReadValue::Integer(PAGE_SIZE)));
            }
        }
        Some(ReadInput(members))
    }
}

impl ReadInput {
    /// The input of the read of the next page.
    #[must_use]
    pub fn next_page(&self, operation: &Operation, token: &str) -> Option<Self> {
        let name = operation.pagination?.input_token;
        let index = operation.input.shape().members().iter().position(|member| member.name == name)?;
        let mut members = self.0.clone();
        members.retain(|(known, _)| *known != index);
        members.push((index, ReadValue::Text(token.to_owned())));
        Some(Self(members))
    }
}

impl Members for ReadInput {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        let found = self.0.iter().find(|(known, _)| *known == index);
        found.map_or(Value::Absent, |(_, value)| match value {
            ReadValue::Text(text) => Value::Text(text),
            ReadValue::Integer(value) => Value::Integer(*value),
            ReadValue::List(items) => items.to_value(),
        })
    }
}

/// The strings among the members of a request, by name, as [`ContextRead::input`] asks for them.
pub fn texts<'r>(shape: &'r Shape, request: &'r dyn Members) -> impl Fn(&str) -> Option<String> + 'r {
    move |name| {
        let Kind::Structure(structure) = shape.kind else { return None };
        let (index, member) = structure.member(name)?;
        request.member(index, member.name).text().map(str::to_owned)
    }
}

/// How the objects are read that the rules of a request look at, as far as they can be.
///
/// ```
/// # fn example(operation: &'static apigw_spec::Operation, all: &[&'static apigw_spec::Operation]) {
/// for read in apigw_spec::api::reads(operation, all) {
///     println!("{} comes from {}", read.slot.name, read.operation.name);
/// }
/// # }
/// ```
pub fn reads(operation: &Operation, operations: &[&'static Operation]) -> Vec<ContextRead> {
    let slots = operation.input.shape().structure().rules.contexts;
    slots.iter().filter_map(|slot| ContextRead::of(slot, operations)).collect()
}
