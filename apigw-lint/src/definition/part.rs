//! Parts of a definition: values with their places in the file, as the rules see them.

use std::borrow::Cow;
use std::ops::Deref;
use std::rc::Rc;

use apigw_spec::path::{Segment, ValuePath};
use apigw_spec::shape::Member;
use apigw_spec::value::{Entries, Members, Sequence, TextPart, ToValue, Value};

use crate::read::{PackedSpan, SourceSpan};

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct DefinitionPart {
    /// What is known of it.
    pub(crate) value: PartValue,
    place: PackedSpan,
}

/// What is known of a value.
#[derive(Debug, Clone)]
pub(crate) enum PartValue {
    /// Nothing.
    Opaque,
    /// It is null.
    Null,
    /// It is a boolean.
    Boolean(bool),
    /// It is a whole number.
    Integer(i64),
    /// It is another number.
    Double(f64),
    /// It is a string.
    Text(PartText),
    /// It is a string, of which parts are known.
    Partial(Vec<TextPart>),
    /// It is a list.
    List(PartItems),
    /// It is a map.
    Map(PartFields),
    /// It is a structure.
    Structure(PartFields),
}

/// A string. Most are one of the program, or are held by several parts.
#[derive(Debug, Clone)]
pub(crate) enum PartText {
    /// One of the program.
    Fixed(&'static str),
    /// Any other.
    Shared(Rc<str>),
}

impl Deref for PartText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Fixed(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl<T: Into<Rc<str>>> From<T> for PartText {
    fn from(text: T) -> Self {
        Self::Shared(text.into())
    }
}

/// The items of a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct PartItems(pub(crate) Vec<DefinitionPart>);

/// The members of a structure or the entries of a map.
#[derive(Debug, Clone, Default)]
pub(crate) struct PartFields {
    fields: Vec<PartField>,
    /// Whether there can be more.
    is_open: bool,
}

/// A member or an entry.
#[derive(Debug, Clone)]
pub(crate) struct PartField {
    /// The name, as far as it is known.
    name: FieldName,
    /// Where the name is, or what it follows from.
    key: PackedSpan,
    part: DefinitionPart,
}

#[derive(Debug, Clone)]
enum FieldName {
    Known(Cow<'static, str>),
    Partial(Box<[TextPart]>),
}

impl FieldName {
    /// Whether this is the name. Names that are as long mostly differ at their ends, or are the same string of the program.
    fn is(&self, name: &str) -> bool {
        let Self::Known(known) = self else { return false };
        known.len() == name.len()
            && known.as_bytes().last() == name.as_bytes().last()
            && (known.as_ptr() == name.as_ptr() || known == name)
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Known(name) => Value::Text(name),
            Self::Partial(parts) => Value::Partial(parts),
        }
    }
}

impl PartField {
    /// Where the name is.
    pub(crate) fn key(&self) -> SourceSpan {
        self.key.into()
    }

    /// The value.
    pub(crate) fn part(&self) -> &DefinitionPart {
        &self.part
    }
}

impl DefinitionPart {
    pub(crate) fn new(value: PartValue, span: SourceSpan) -> Self {
        Self { value, place: span.into() }
    }

    /// Where it is, or what it follows from.
    pub(crate) fn span(&self) -> SourceSpan {
        self.place.into()
    }

    /// A string.
    pub(crate) fn text(text: impl Into<PartText>, span: SourceSpan) -> Self {
        Self::new(PartValue::Text(text.into()), span)
    }

    /// A string of the program.
    pub(crate) fn fixed(text: &'static str, span: SourceSpan) -> Self {
        Self::new(PartValue::Text(PartText::Fixed(text)), span)
    }

    /// Something of which nothing is known.
    pub(crate) fn opaque(span: SourceSpan) -> Self {
        Self::new(PartValue::Opaque, span)
    }

    /// A structure.
    pub(crate) fn structure(fields: PartFields, span: SourceSpan) -> Self {
        Self::new(PartValue::Structure(fields), span)
    }

    /// The members, if it is a structure.
    pub(crate) fn members(&self) -> Option<&dyn Members> {
        if let PartValue::Structure(fields) = &self.value { Some(fields) } else { None }
    }

    /// The string that a member of a structure holds, if all of it is known.
    pub(crate) fn field_text(&self, name: &str) -> Option<&str> {
        let PartValue::Structure(fields) = &self.value else { return None };
        fields.part(name)?.known_text()
    }

    /// The string, if all of it is known.
    pub(crate) fn known_text(&self) -> Option<&str> {
        if let PartValue::Text(text) = &self.value { Some(text) } else { None }
    }
}

impl PartFields {
    /// No fields, and room for some.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { fields: Vec::with_capacity(capacity), is_open: false }
    }

    /// Adds a field.
    pub(crate) fn push(&mut self, name: impl Into<Cow<'static, str>>, key: SourceSpan, part: DefinitionPart) {
        // Many maps have one entry.
        if self.fields.is_empty() {
            self.fields.reserve_exact(1);
        }
        self.fields.push(PartField { name: FieldName::Known(name.into()), key: key.into(), part });
    }

    /// Adds a field of whose name only parts are known.
    pub(crate) fn push_partial(&mut self, name: Vec<TextPart>, key: SourceSpan, part: DefinitionPart) {
        self.fields.push(PartField { name: FieldName::Partial(name.into()), key: key.into(), part });
        self.is_open = true;
    }

    /// Says that there can be more fields.
    pub(crate) fn open(&mut self) {
        self.is_open = true;
    }

    /// The field with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&PartField> {
        self.fields.iter().find(|field| field.name.is(name))
    }

    /// The part with this name.
    pub(crate) fn part(&self, name: &str) -> Option<&DefinitionPart> {
        self.field(name).map(|field| &field.part)
    }

    /// The parts of all fields.
    pub(crate) fn parts_mut(&mut self) -> impl Iterator<Item = &mut DefinitionPart> {
        self.fields.iter_mut().map(|field| &mut field.part)
    }

    /// The part with this name, which is made if there is none.
    pub(crate) fn part_or(
        &mut self,
        name: &str,
        key: SourceSpan,
        new: impl FnOnce() -> PartValue,
    ) -> &mut DefinitionPart {
        let known = self.fields.iter().position(|field| field.name.is(name));
        let at = known.unwrap_or(self.fields.len());
        if known.is_none() {
            self.push(name.to_owned(), key, DefinitionPart::new(new(), key));
        }
        #[expect(clippy::indexing_slicing, reason = "the position is of a field that is there")]
        &mut self.fields[at].part
    }

    /// Removes a field.
    pub(crate) fn remove(&mut self, name: &str) {
        // Mostly there is nothing to remove.
        if self.field(name).is_some() {
            self.fields.retain(|field| !field.name.is(name));
        }
    }

    /// The fields whose names are known.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&str, &DefinitionPart)> {
        self.fields.iter().filter_map(|field| match &field.name {
            FieldName::Known(name) => Some((name.as_ref(), &field.part)),
            FieldName::Partial(_) => None,
        })
    }

    /// Whether there can be more fields.
    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether there are no fields.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    fn find(&self, name: &str) -> Value<'_> {
        match self.field(name) {
            Some(field) => field.part.to_value(),
            None if self.is_open => Value::Opaque,
            None => Value::Absent,
        }
    }
}

/// What a path leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedPart<'d> {
    /// The part, or the innermost one on the way if there is none.
    pub(crate) part: &'d DefinitionPart,
    /// Where its name is, if it has one.
    pub(crate) key: Option<SourceSpan>,
    /// Whether all of the path was followed.
    pub(crate) is_complete: bool,
}

impl<'d> PlacedPart<'d> {
    /// Follows a path from a part.
    pub(crate) fn find(root: &'d DefinitionPart, path: &ValuePath) -> Self {
        let mut found = Self { part: root, key: None, is_complete: true };
        for segment in &path.segments {
            let next = match (segment, &found.part.value) {
                (Segment::Member(name), PartValue::Structure(fields)) => {
                    fields.field(name).map(|field| (&field.part, Some(field.key())))
                }
                (Segment::Key(key), PartValue::Map(fields)) => {
                    fields.field(key).map(|field| (&field.part, Some(field.key())))
                }
                (Segment::Index(index), PartValue::List(items)) => {
                    items.0.as_slice().get(*index).map(|part| (part, None))
                }
                _ => None,
            };
            match next {
                Some((part, key)) => found = Self { part, key, ..found },
                None => return Self { is_complete: false, ..found },
            }
        }
        found
    }
}

impl ToValue for DefinitionPart {
    fn to_value(&self) -> Value<'_> {
        match &self.value {
            PartValue::Opaque => Value::Opaque,
            PartValue::Null => Value::Null,
            PartValue::Boolean(value) => Value::Boolean(*value),
            PartValue::Integer(value) => Value::Integer(*value),
            PartValue::Double(value) => Value::Double(*value),
            PartValue::Text(text) => Value::Text(text),
            PartValue::Partial(parts) => Value::Partial(parts),
            PartValue::List(items) => Value::List(items),
            PartValue::Map(fields) => Value::Map(fields),
            PartValue::Structure(fields) => Value::Structure(fields),
        }
    }
}

impl Sequence for PartItems {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.0.as_slice().get(index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for PartFields {
    fn len(&self) -> usize {
        self.fields.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for field in &self.fields {
            visit(field.name.value(), field.part.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        self.find(key)
    }

    fn is_complete(&self) -> bool {
        !self.is_open
    }
}

impl Members for PartFields {
    fn member(&self, _index: usize, name: &str) -> Value<'_> {
        self.find(name)
    }

    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        for field in &self.fields {
            if let Some(index) = members.iter().position(|member| field.name.is(member.name)) {
                visit(index, field.part.to_value());
            }
        }
    }
}
