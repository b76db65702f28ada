//! The serde form of generated types: the JSON that the AWS tools read (`--cli-input-json`) and print.
//!
//! Members have the names of the model (`integrationHttpMethod`); reading accepts wire names too where they are not
//! another member's name. The code is per serializer, not per structure: tables say the rest.

use std::fmt;

use apigw_spec::value::{Members, Value};
use apigw_spec::{Kind, Member, Shape, Target};
use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use crate::blob::{from_base64, to_base64};
use crate::json_value::JsonValue;
use crate::open_enum::{OpenEnum, from_text};
use crate::operation::Structured;
use crate::sink::{Scalar, Sink};

/// Serializes a structure: the members that are given, in the order of the model.
#[doc(hidden)]
pub fn serialize<S: Serializer>(shape: &'static Shape, value: &dyn Members, serializer: S) -> Result<S::Ok, S::Error> {
    let mut count = 0;
    value.visit(shape.members(), &mut |_, _| count += 1);
    let mut map = serializer.serialize_map(Some(count))?;
    let mut outcome = Ok(());
    value.visit(shape.members(), &mut |index, value| {
        if let (Ok(()), Some(member)) = (&outcome, shape.members().get(index)) {
            outcome = map.serialize_entry(member.name, &ShapeWriter(member.target, value));
        }
    });
    outcome?;
    map.end()
}

/// A value and its shape, serialized by walking both.
struct ShapeWriter<'a>(Target, Value<'a>);

/// The text of a number that JSON cannot hold.
pub(crate) fn name_of_infinite(value: f64) -> &'static str {
    match value {
        _ if value.is_nan() => "NaN",
        _ if value > 0.0 => "Infinity",
        _ => "-Infinity",
    }
}

impl Serialize for ShapeWriter<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shape = self.0.shape();
        match (self.1, shape.kind) {
            (Value::Boolean(value), _) => serializer.serialize_bool(value),
            (Value::Integer(value), _) => serializer.serialize_i64(value),
            (Value::Double(value), _) if value.is_finite() => serializer.serialize_f64(value),
            // Formats such as JSON have no number for these.
            (Value::Double(value), _) => serializer.serialize_str(name_of_infinite(value)),
            (Value::Timestamp(value), _) => serializer.serialize_f64(crate::timestamp::to_seconds(value)),
            (Value::Text(value), _) => serializer.serialize_str(value),
            (Value::Blob(bytes), _) => serializer.serialize_str(&to_base64(bytes)),
            (Value::Structure(members), _) => serialize(shape, members, serializer),
            (Value::List(list), Kind::List(_) | Kind::Document) => {
                let item = part(self.0);
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                for index in 0..list.len() {
                    sequence.serialize_element(&ShapeWriter(item, list.get(index)))?;
                }
                sequence.end()
            }
            (Value::Map(entries), Kind::Map { .. } | Kind::Document) => {
                let target = part(self.0);
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                let mut outcome = Ok(());
                entries.visit(&mut |key, value| {
                    if outcome.is_ok() {
                        outcome = map.serialize_entry(key.text().unwrap_or_default(), &ShapeWriter(target, value));
                    }
                });
                outcome?;
                map.end()
            }
            (Value::Absent | Value::Opaque | Value::Partial(_) | Value::Null | Value::List(_) | Value::Map(_), _) => {
                serializer.serialize_unit()
            }
        }
    }
}

/// What a list or map holds, or a document, which holds more of its kind.
pub(crate) fn part(target: Target) -> Target {
    match target.shape().kind {
        Kind::List(part) | Kind::Map { value: part, .. } => part,
        _ => target,
    }
}

/// Deserializes a structure; a missing required member is an error.
#[doc(hidden)]
pub fn deserialize<'de, T: Structured, D: de::Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::placeholder();
    ShapeReader::new(Target::to(T::SHAPE), &mut value, NameStyle::Model).deserialize(deserializer)?;
    Ok(value)
}

/// Deserializes an enumeration from its text.
#[doc(hidden)]
pub fn deserialize_enum<'de, E: OpenEnum, D: de::Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    struct Text<E>(std::marker::PhantomData<E>);
    impl<E: OpenEnum> Visitor<'_> for Text<E> {
        type Value = E;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("text")
        }

        fn visit_str<F: de::Error>(self, text: &str) -> Result<E, F> {
            Ok(from_text(text))
        }
    }
    deserializer.deserialize_str(Text(std::marker::PhantomData))
}

/// Which names the members of structures have in a document.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameStyle {
    /// The model's; wire names are accepted where they are free. Missing required members are errors.
    Model,
    /// The wire's, read as leniently as the AWS tools read answers.
    Wire,
}

impl NameStyle {
    fn find(self, members: &'static [Member], name: &str) -> Option<(usize, &'static Member)> {
        let by_name = || members.iter().enumerate().find(|(_, member)| member.name == name);
        let by_wire_name = || members.iter().enumerate().find(|(_, member)| member.wire_name == name);
        match self {
            Self::Model => by_name().or_else(by_wire_name),
            Self::Wire => by_wire_name(),
        }
    }
}

/// Whether a document has a value where one was looked for: `null` is none.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// It has.
    Yes,
    /// It has `null`.
    No,
}

/// Reads one value of a shape from any self-describing format into a sink.
#[doc(hidden)]
pub struct ShapeReader<'p> {
    target: Target,
    place: Destination<'p>,
    names: NameStyle,
}

/// Where a value is put. Items, entries and the member of a union come into being when they turn out to have a value.
enum Destination<'p> {
    Sink(&'p mut dyn Sink),
    Item(&'p mut dyn Sink),
    Entry(&'p mut dyn Sink, &'p str),
    Member(&'p mut dyn Sink, usize),
}

impl<'p> Destination<'p> {
    fn sink(self) -> Option<&'p mut dyn Sink> {
        match self {
            Self::Sink(sink) => Some(sink),
            Self::Item(list) => list.item(),
            Self::Entry(map, key) => map.entry(key),
            Self::Member(structure, index) => structure.member(index),
        }
    }
}

impl<'p> ShapeReader<'p> {
    /// A reader of a value of `target` into `sink`.
    pub fn new(target: Target, sink: &'p mut dyn Sink, names: NameStyle) -> Self {
        Self { target, place: Destination::Sink(sink), names }
    }

    fn put<E: de::Error>(self, scalar: Scalar<'_>) -> Result<Given, E> {
        let shape = self.target.shape();
        if self.place.sink().is_some_and(|sink| sink.put(scalar)) {
            Ok(Given::Yes)
        } else {
            Err(E::custom(format_args!("a value does not fit `{}`", shape.name())))
        }
    }

    fn unexpected<E: de::Error>(&self, found: de::Unexpected<'_>) -> E {
        E::invalid_type(found, self)
    }
}

impl<'de> DeserializeSeed<'de> for ShapeReader<'_> {
    type Value = Given;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Given, D::Error> {
        if !matches!(self.target.shape().kind, Kind::Document) {
            return deserializer.deserialize_any(self);
        }
        match <JsonValue as de::Deserialize>::deserialize(deserializer)? {
            JsonValue::Null => self.visit_unit(),
            document => self.put(Scalar::Document(&document)),
        }
    }
}

impl<'de> Visitor<'de> for ShapeReader<'_> {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.target.shape().kind {
            Kind::Boolean => "a boolean",
            Kind::Integer | Kind::Long => "a whole number",
            Kind::Double => "a number",
            Kind::Timestamp(_) => "a timestamp",
            Kind::Blob => "base64 text",
            Kind::String(_) => "text",
            Kind::List(_) => "a list",
            Kind::Map { .. } => "a map",
            Kind::Document => "any value",
            _ => "a structure",
        })
    }

    fn visit_unit<E: de::Error>(self) -> Result<Given, E> {
        // Where `null` is a value of its own, it is what a new item or entry holds.
        if self.target.is_nullable() {
            self.place.sink();
        }
        Ok(Given::No)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Given, E> {
        match self.target.shape().kind {
            Kind::Boolean => self.put(Scalar::Boolean(value)),
            Kind::String(_) => self.put(Scalar::Text(if value { "true" } else { "false" })),
            _ => Err(self.unexpected(de::Unexpected::Bool(value))),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a whole number where the model has a double is rounded like any")]
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Given, E> {
        match self.target.shape().kind {
            Kind::Integer | Kind::Long => self.put(Scalar::Integer(value)),
            Kind::Double => self.put(Scalar::Double(value as f64)),
            Kind::Timestamp(_) => self.timestamp(&value.to_string()),
            Kind::String(_) => self.put(Scalar::Text(&value.to_string())),
            _ => Err(self.unexpected(de::Unexpected::Signed(value))),
        }
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Given, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(self.unexpected(de::Unexpected::Unsigned(value))),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the AWS tools cut fractions off where the model has integers")]
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Given, E> {
        match self.target.shape().kind {
            Kind::Double => self.put(Scalar::Double(value)),
            Kind::Integer | Kind::Long => self.put(Scalar::Integer(value.trunc() as i64)),
            Kind::Timestamp(_) => self.timestamp(&value.to_string()),
            Kind::String(_) => self.put(Scalar::Text(&value.to_string())),
            _ => Err(self.unexpected(de::Unexpected::Float(value))),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Given, E> {
        let scalar = match self.target.shape().kind {
            Kind::String(_) => Some(Scalar::Text(text)),
            Kind::Boolean => text.to_ascii_lowercase().parse().ok().map(Scalar::Boolean),
            Kind::Integer | Kind::Long => text.trim().parse().ok().map(Scalar::Integer),
            Kind::Double => text.trim().parse().ok().map(Scalar::Double),
            Kind::Timestamp(_) => return self.timestamp(text),
            Kind::Blob => match from_base64(text) {
                Some(bytes) => return self.put(Scalar::Blob(&bytes)),
                None => None,
            },
            _ => None,
        };
        match scalar {
            Some(scalar) => self.put(scalar),
            None => Err(self.unexpected(de::Unexpected::Str(text))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Given, A::Error> {
        let Kind::List(target) = self.target.shape().kind else { return Err(self.unexpected(de::Unexpected::Seq)) };
        let (names, sink) = (self.names, self.opened(de::Unexpected::Seq)?);
        loop {
            let item = ShapeReader { target, place: Destination::Item(&mut *sink), names };
            if sequence.next_element_seed(item)?.is_none() {
                return Ok(Given::Yes);
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
        let names = self.names;
        match self.target.shape().kind {
            Kind::Structure(structure) | Kind::Union(structure) => {
                let sink = self.opened(de::Unexpected::Map)?;
                members(structure.members, sink, names, map)
            }
            Kind::Map { value: target, .. } => {
                let sink = self.opened(de::Unexpected::Map)?;
                while let Some(key) = map.next_key::<String>()? {
                    map.next_value_seed(ShapeReader { target, place: Destination::Entry(&mut *sink, &key), names })?;
                }
                Ok(Given::Yes)
            }
            _ => Err(self.unexpected(de::Unexpected::Map)),
        }
    }
}

impl<'p> ShapeReader<'p> {
    fn timestamp<E: de::Error>(self, text: &str) -> Result<Given, E> {
        match crate::timestamp::parse(text) {
            Some(timestamp) => self.put(Scalar::Timestamp(timestamp)),
            None => Err(self.unexpected(de::Unexpected::Str(text))),
        }
    }

    /// The sink of a list, map or structure, which holds one from now on.
    fn opened<E: de::Error>(self, found: de::Unexpected<'_>) -> Result<&'p mut dyn Sink, E> {
        let wrong = self.unexpected(found);
        let sink = self.place.sink().ok_or(wrong)?;
        sink.open();
        Ok(sink)
    }
}

/// Reads the members of a structure or union.
fn members<'de, A: MapAccess<'de>>(
    members: &'static [Member],
    sink: &mut dyn Sink,
    names: NameStyle,
    mut map: A,
) -> Result<Given, A::Error> {
    let mut seen = vec![false; members.len()];
    while let Some(name) = map.next_key::<String>()? {
        let Some((index, member)) = names.find(members, &name) else {
            map.next_value::<IgnoredAny>()?;
            continue;
        };
        let place = Destination::Member(&mut *sink, index);
        let given = map.next_value_seed(ShapeReader { target: member.target, place, names })?;
        if let (Given::Yes, Some(seen)) = (given, seen.get_mut(index)) {
            *seen = true;
        }
    }
    let mut missing = members.iter().zip(&seen).filter(|(member, seen)| member.required && !**seen);
    match missing.next() {
        Some((member, _)) if names == NameStyle::Model => Err(de::Error::missing_field(member.name)),
        _ => Ok(Given::Yes),
    }
}
