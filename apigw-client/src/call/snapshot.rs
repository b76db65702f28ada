//! A value of any shape that is kept: a copy of an input, or what a reply says of an object.

use apigw_model::__private::{JsonValue, Scalar, Sink};
use apigw_spec::value::{Entries, Members, Sequence, Timestamp, ToValue, Value};
use apigw_spec::{Kind, Shape};

/// The value, with its shape.
#[derive(Debug)]
pub(crate) struct Snapshot {
    shape: &'static Shape,
    held: Held,
}

#[derive(Debug)]
enum Held {
    Absent,
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Timestamp(Timestamp),
    Text(String),
    Blob(Vec<u8>),
    Document(JsonValue),
    List(SnapshotItems),
    Map(SnapshotEntries),
    Structure(SnapshotMembers),
}

#[derive(Debug)]
struct SnapshotItems(Vec<Snapshot>);

#[derive(Debug)]
struct SnapshotEntries(Vec<(String, Snapshot)>);

/// The members in the order of the shape.
#[derive(Debug)]
struct SnapshotMembers(Vec<Snapshot>);

impl Snapshot {
    /// Nothing yet.
    pub(crate) const fn new(shape: &'static Shape) -> Self {
        Self { shape, held: Held::Absent }
    }

    /// A copy.
    pub(crate) fn copied(shape: &'static Shape, value: Value<'_>) -> Self {
        let mut copy = Self::new(shape);

        copy.held = match value {
            Value::Absent | Value::Opaque | Value::Partial(_) | Value::Null => Held::Absent,
            Value::Boolean(value) => Held::Boolean(value),
            Value::Integer(value) => Held::Integer(value),
            Value::Double(value) => Held::Double(value),
            Value::Timestamp(value) => Held::Timestamp(value),
            Value::Text(text) => Held::Text(text.to_owned()),
            Value::Blob(bytes) => Held::Blob(bytes.to_vec()),
            Value::List(list) => {
                let item = if let Kind::List(item) = shape.kind { item.shape() } else { shape };
                let items = (0..list.len()).map(|index| Self::copied(item, list.get(index)));
                Held::List(SnapshotItems(items.collect()))
            }
            Value::Map(map) => {
                let target = if let Kind::Map { value, .. } = shape.kind { value.shape() } else { shape };
                let mut entries = Vec::with_capacity(map.len());
                map.visit(&mut |key, value| {
                    entries.push((key.text().unwrap_or_default().to_owned(), Self::copied(target, value)));
                });
                Held::Map(SnapshotEntries(entries))
            }
            Value::Structure(members) => {
                let member = |(index, member): (usize, &apigw_spec::Member)| {
                    Self::copied(member.target.shape(), members.member(index, member.name))
                };
                Held::Structure(SnapshotMembers(shape.members().iter().enumerate().map(member).collect()))
            }
        };

        copy
    }

    /// The member of this name, if this is a structure that has it.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let (index, _) = self.shape.structure().member(name)?;
        if let Held::Structure(members) = &self.held { members.0.as_slice().get(index) } else { None }
    }

    /// The members, if this is a structure.
    pub(crate) fn members(&self) -> Option<&dyn Members> {
        if let Held::Structure(members) = &self.held { Some(members) } else { None }
    }

    /// Adds the items of another list.
    pub(crate) fn extend(&mut self, other: Self) {
        match (&mut self.held, other.held) {
            (Held::List(items), Held::List(more)) => items.0.extend(more.0),
            (Held::Absent, held) => self.held = held,
            _ => {}
        }
    }

    /// Takes a member out of a structure.
    pub(crate) fn take(&mut self, name: &str) -> Option<Self> {
        let (index, _) = self.shape.structure().member(name)?;
        let Held::Structure(members) = &mut self.held else { return None };
        let member = members.0.get_mut(index)?;
        Some(Self { shape: member.shape, held: std::mem::replace(&mut member.held, Held::Absent) })
    }
}

impl ToValue for Snapshot {
    fn to_value(&self) -> Value<'_> {
        match &self.held {
            Held::Absent => Value::Absent,
            Held::Boolean(value) => Value::Boolean(*value),
            Held::Integer(value) => Value::Integer(*value),
            Held::Double(value) => Value::Double(*value),
            Held::Timestamp(value) => Value::Timestamp(*value),
            Held::Text(text) => Value::Text(text),
            Held::Blob(bytes) => Value::Blob(bytes),
            Held::Document(document) => document.to_value(),
            Held::List(items) => Value::List(items),
            Held::Map(entries) => Value::Map(entries),
            Held::Structure(members) => Value::Structure(members),
        }
    }
}

impl Sequence for SnapshotItems {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.0.as_slice().get(index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for SnapshotEntries {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, value) in &self.0 {
            visit(Value::Text(key), value.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        let found = self.0.iter().find(|(known, _)| known == key);
        found.map_or(Value::Absent, |(_, value)| value.to_value())
    }
}

impl Members for SnapshotMembers {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        self.0.as_slice().get(index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Sink for Snapshot {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        self.held = match scalar {
            Scalar::Boolean(value) => Held::Boolean(value),
            Scalar::Integer(value) => Held::Integer(value),
            Scalar::Double(value) => Held::Double(value),
            Scalar::Timestamp(value) => Held::Timestamp(value),
            Scalar::Text(text) => Held::Text(text.to_owned()),
            Scalar::Blob(bytes) => Held::Blob(bytes.to_vec()),
            Scalar::Document(document) => Held::Document(document.clone()),
        };
        true
    }

    fn open(&mut self) {
        if !matches!(self.held, Held::Absent) {
            return;
        }
        self.held = match self.shape.kind {
            Kind::List(_) => Held::List(SnapshotItems(Vec::new())),
            Kind::Map { .. } => Held::Map(SnapshotEntries(Vec::new())),
            Kind::Structure(structure) | Kind::Union(structure) => {
                let members = structure.members.iter().map(|member| Self::new(member.target.shape()));
                Held::Structure(SnapshotMembers(members.collect()))
            }
            _ => Held::Absent,
        };
    }

    fn item(&mut self) -> Option<&mut dyn Sink> {
        self.open();
        let Kind::List(item) = self.shape.kind else { return None };
        let Held::List(items) = &mut self.held else { return None };
        items.0.push(Self::new(item.shape()));
        items.0.last_mut().map(|item| item as &mut dyn Sink)
    }

    fn entry(&mut self, key: &str) -> Option<&mut dyn Sink> {
        self.open();
        let Kind::Map { value, .. } = self.shape.kind else { return None };
        let Held::Map(entries) = &mut self.held else { return None };
        entries.0.push((key.to_owned(), Self::new(value.shape())));
        entries.0.last_mut().map(|(_, value)| value as &mut dyn Sink)
    }

    fn member(&mut self, index: usize) -> Option<&mut dyn Sink> {
        self.open();
        let Held::Structure(members) = &mut self.held else { return None };
        members.0.get_mut(index).map(|member| member as &mut dyn Sink)
    }
}
