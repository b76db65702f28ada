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

impl Serialize for ShapeWriter<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shape = self.0.shape();
        match (self.1, shape.kind) {
            (Value::Boolean(value), _) => serializer.serialize_bool(value),
            (Value::Integer(value), _) => serializer.serialize_i64(value),
            (Value::Double(value), _) => serializer.serialize_f64(value),
            (Value::Timestamp(value), _) => serializer.serialize_f64(crate::timestamp::to_seconds(value)),
            (Value::Text(value), _) => serializer.serialize_str(value),
            (Value::Blob(bytes), _) => serializer.serialize_str(&to_base64(bytes)),
            (Value::Structure(members), _) => serialize(shape, members, serializer),
            (Value::List(list), Kind::List(item)) => {
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                for index in 0..list.len() {
                    sequence.serialize_element(&ShapeWriter(item, list.get(index)))?;
                }
                sequence.end()
            }
            (Value::Map(entries), Kind::Map { value: target, .. }) => {
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
    sink: &'p mut dyn Sink,
    names: NameStyle,
}

impl<'p> ShapeReader<'p> {
    /// A reader of a value of `target` into `sink`.
    pub fn new(target: Target, sink: &'p mut dyn Sink, names: NameStyle) -> Self {
        Self { target, sink, names }
    }

    fn put<E: de::Error>(self, scalar: Scalar<'_>) -> Result<Given, E> {
        let shape = self.target.shape();
        if self.sink.put(scalar) {
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
        deserializer.deserialize_any(self)
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
            _ => "a structure",
        })
    }

    fn visit_unit<E: de::Error>(self) -> Result<Given, E> {
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
        let Kind::List(item) = self.target.shape().kind else { return Err(self.unexpected(de::Unexpected::Seq)) };
        self.sink.open();
        let mut nowhere = Nowhere;
        loop {
            // The sink of an item exists only once there is an item, so the end is looked for with a peek.
            let mut pending =
                PendingItem { target: item, list: &mut *self.sink, nowhere: &mut nowhere, names: self.names };
            if sequence.next_element_seed(&mut pending)?.is_none() {
                return Ok(Given::Yes);
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
        self.sink.open();
        match self.target.shape().kind {
            Kind::Structure(structure) => self.members(structure.members, map),
            Kind::Map { value: target, .. } => {
                while let Some(key) = map.next_key::<String>()? {
                    let Some(sink) = self.sink.entry(&key) else { return Err(self.unexpected(de::Unexpected::Map)) };
                    map.next_value_seed(ShapeReader { target, sink, names: self.names })?;
                }
                Ok(Given::Yes)
            }
            _ => Err(self.unexpected(de::Unexpected::Map)),
        }
    }
}

impl ShapeReader<'_> {
    fn timestamp<E: de::Error>(self, text: &str) -> Result<Given, E> {
        match crate::timestamp::parse(text) {
            Some(timestamp) => self.put(Scalar::Timestamp(timestamp)),
            None => Err(self.unexpected(de::Unexpected::Str(text))),
        }
    }

    fn members<'de, A: MapAccess<'de>>(self, members: &'static [Member], mut map: A) -> Result<Given, A::Error> {
        let mut seen = vec![false; members.len()];
        while let Some(name) = map.next_key::<String>()? {
            let found = self.names.find(members, &name);
            let sink = found.and_then(|(index, member)| Some((index, member, self.sink.member(index)?)));
            let Some((index, member, sink)) = sink else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let given = map.next_value_seed(ShapeReader { target: member.target, sink, names: self.names })?;
            if let (Given::Yes, Some(seen)) = (given, seen.get_mut(index)) {
                *seen = true;
            }
        }
        let mut missing = members.iter().zip(&seen).filter(|(member, seen)| member.required && !**seen);
        match missing.next() {
            Some((member, _)) if self.names == NameStyle::Model => Err(de::Error::missing_field(member.name)),
            _ => Ok(Given::Yes),
        }
    }
}

/// The next item of a list, whose sink is made when the item turns out to exist.
struct PendingItem<'a, 'p> {
    target: Target,
    list: &'a mut (dyn Sink + 'p),
    nowhere: &'a mut Nowhere,
    names: NameStyle,
}

impl<'de> DeserializeSeed<'de> for &mut PendingItem<'_, '_> {
    type Value = Given;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Given, D::Error> {
        let sink = match self.list.item() {
            Some(sink) => sink,
            None => self.nowhere,
        };
        ShapeReader { target: self.target, sink, names: self.names }.deserialize(deserializer)
    }
}

/// A sink that refuses everything, for lists read into something that is no list.
struct Nowhere;

impl Sink for Nowhere {}
