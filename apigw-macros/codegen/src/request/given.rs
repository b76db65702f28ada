//! What a macro call gives, as far as it can be seen: literals are known, every other expression is opaque.
//!
//! [`check`](apigw_spec::check) judges it like a live structure. Each node keeps its span, so that a violation's path
//! leads back to the user's tokens.

use std::cell::Cell;

use apigw_spec::Shape;
use apigw_spec::path::{Segment, ValuePath};
use apigw_spec::value::{Entries, Members, Sequence, ToValue, Value};
use apigw_spec::violation::Focus;
use proc_macro2::{Ident, Span, TokenStream};

use super::allow::Allow;

/// One value.
pub(crate) struct Given {
    /// The user's tokens of an expression that is passed on as it is.
    pub(crate) tokens: TokenStream,
    /// Where the value is.
    pub(crate) span: Span,
    /// What is known of it.
    pub(crate) known: Known,
}

/// What is known of a value.
pub(crate) enum Known {
    Opaque,
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Text(String),
    List(Items),
    Map(MapEntries),
    Structure(Fields),
}

/// The items of a list.
pub(crate) struct Items(pub(crate) Vec<Given>);

/// The entries of a map, by key.
pub(crate) struct MapEntries(pub(crate) Vec<(Given, Given)>);

/// The members of a structure.
#[derive(Default)]
pub(crate) struct Fields {
    /// The members in the order of the call.
    pub(crate) members: Vec<Field>,
    /// The expression after `..`, from which members that are not named come.
    pub(crate) base: Option<TokenStream>,
}

/// One member of a structure.
pub(crate) struct Field {
    /// The setter, at the user's token.
    pub(crate) setter: Ident,
    /// The shape of the value.
    pub(crate) shape: &'static Shape,
    /// The position in the shape.
    pub(crate) index: usize,
    /// The name in the model.
    pub(crate) name: &'static str,
    /// The value.
    pub(crate) value: Given,
    /// The rules that may be broken here.
    pub(crate) allows: Vec<Allow>,
    /// Whether the member is left out of the expansion, because what is wrong with it was reported.
    pub(crate) broken: Cell<bool>,
}

impl Given {
    /// The value that a path leads to, or its key, if the call gives it.
    fn at(&self, segments: &[Segment], focus: Focus) -> Option<&Self> {
        let Some((segment, rest)) = segments.split_first() else { return Some(self) };
        match (&self.known, segment) {
            (Known::Structure(fields), Segment::Member(name)) => {
                fields.members.iter().find(|field| field.name == *name)?.value.at(rest, focus)
            }
            (Known::List(items), Segment::Index(index)) => <[Self]>::get(&items.0, *index)?.at(rest, focus),
            (Known::Map(entries), Segment::Key(key)) => {
                let named = |(name, _): &&(Self, Self)| matches!(&name.known, Known::Text(text) if text == key);
                let (name, value) = entries.0.iter().find(named)?;
                if rest.is_empty() && focus == Focus::Key { Some(name) } else { value.at(rest, focus) }
            }
            _ => None,
        }
    }

    /// The span of the value that a path leads to.
    pub(crate) fn find(&self, segments: &[Segment], focus: Focus) -> Option<Span> {
        self.at(segments, focus).map(|given| given.span)
    }

    /// The text that a path leads to.
    pub(crate) fn text(&self, segments: &[Segment], focus: Focus) -> Option<&str> {
        match &self.at(segments, focus)?.known {
            Known::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Leaves the member of the structure that a path begins with out of the expansion.
    pub(crate) fn leave_out(&self, segments: &[Segment]) {
        let (Known::Structure(fields), Some(Segment::Member(name))) = (&self.known, segments.first()) else { return };
        for field in fields.members.iter().filter(|field| field.name == *name) {
            field.broken.set(true);
        }
    }

    /// The members on the way of a path that allow rules, outermost first.
    pub(crate) fn allows_along(&self, path: &ValuePath) -> Vec<&Allow> {
        let mut found = Vec::new();
        let mut here = self;
        for segment in &path.segments {
            let next = match (&here.known, segment) {
                (Known::Structure(fields), Segment::Member(name)) => {
                    let field = fields.members.iter().find(|field| field.name == *name);
                    field.map(|field| {
                        found.extend(&field.allows);
                        &field.value
                    })
                }
                (Known::List(items), Segment::Index(index)) => <[Self]>::get(&items.0, *index),
                _ => None,
            };
            match next {
                Some(next) => here = next,
                None => break,
            }
        }
        found
    }

    /// Every allow in the value.
    pub(crate) fn allows(&self) -> Vec<&Allow> {
        match &self.known {
            Known::Structure(fields) => {
                let each = fields.members.iter();
                each.flat_map(|field| field.allows.iter().chain(field.value.allows())).collect()
            }
            Known::List(items) => items.0.iter().flat_map(Self::allows).collect(),
            Known::Map(entries) => entries.0.iter().flat_map(|(_, value)| value.allows()).collect(),
            _ => Vec::new(),
        }
    }
}

impl Known {
    /// The members, if it is a structure.
    pub(crate) fn members(&self) -> Option<&dyn Members> {
        if let Self::Structure(fields) = self { Some(fields) } else { None }
    }
}

impl ToValue for Given {
    fn to_value(&self) -> Value<'_> {
        match &self.known {
            Known::Opaque => Value::Opaque,
            Known::Boolean(value) => Value::Boolean(*value),
            Known::Integer(value) => Value::Integer(*value),
            Known::Double(value) => Value::Double(*value),
            Known::Text(text) => Value::Text(text),
            Known::List(items) => Value::List(items),
            Known::Map(entries) => Value::Map(entries),
            Known::Structure(fields) => Value::Structure(fields),
        }
    }
}

impl Sequence for Items {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        <[Given]>::get(&self.0, index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for MapEntries {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, value) in &self.0 {
            visit(key.to_value(), value.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        let found = self.0.iter().find(|(name, _)| matches!(&name.known, Known::Text(text) if text == key));
        match found {
            Some((_, value)) => value.to_value(),
            None if self.is_complete() => Value::Absent,
            None => Value::Opaque,
        }
    }

    fn is_complete(&self) -> bool {
        self.0.iter().all(|(name, _)| matches!(name.known, Known::Text(_)))
    }
}

impl Members for Fields {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        match self.members.iter().find(|field| field.index == index) {
            Some(field) => field.value.to_value(),
            None if self.base.is_some() => Value::Opaque,
            None => Value::Absent,
        }
    }
}
