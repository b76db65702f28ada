//! What is known about a value, whether it is a live structure, a JSON document, or the literals of a macro call.
//!
//! Knowledge has four grades: a member is [`Value::Absent`], it is known, it is a string of which parts are known
//! ([`Value::Partial`]), or it is [`Value::Opaque`], an expression that the macro cannot see. No rule may fail on what
//! cannot be seen; that lets one evaluator serve all times.

use std::collections::BTreeMap;

use crate::rule::Step;
use crate::shape::Member;

/// What is known about one value. Views are borrowed, so that checking a live structure allocates nothing.
///
/// The tag takes a whole word: views are copied often, and a processor waits where it reads in one piece what was just
/// written in two.
#[derive(Clone, Copy)]
#[repr(u64)]
pub enum Value<'a> {
    /// Surely not given.
    Absent,
    /// Given or not, with a value that cannot be seen at this time.
    Opaque,
    /// JSON `null`, which only documents can hold.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A floating point number.
    Double(f64),
    /// A moment.
    Timestamp(Timestamp),
    /// Text.
    Text(&'a str),
    /// Text of which parts cannot be seen.
    Partial(&'a [TextPart]),
    /// Bytes.
    Blob(&'a [u8]),
    /// A list.
    List(&'a dyn Sequence),
    /// A map.
    Map(&'a dyn Entries),
    /// A structure.
    Structure(&'a dyn Members),
}

/// A part of a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextPart {
    /// This text.
    Known(String),
    /// Text of any length that cannot be seen; none is possible too.
    Unknown {
        /// What stands for it in the source.
        shown: String,
    },
    /// Text that cannot be seen, of the form of a sample: the number of an account, the name of a region.
    Like {
        /// Text of that form.
        sample: String,
        /// What stands for it in the source.
        shown: String,
    },
}

/// The parts as the source has them, for messages.
pub fn shown(parts: &[TextPart]) -> String {
    let part = |part: &'_ TextPart| match part {
        TextPart::Known(text) => text.clone(),
        TextPart::Unknown { shown } | TextPart::Like { shown, .. } => shown.clone(),
    };
    parts.iter().map(part).collect()
}

/// A list of values.
pub trait Sequence {
    /// The number of items.
    fn len(&self) -> usize;
    /// The item at `index`, [`Value::Absent`] past the end.
    fn get(&self, index: usize) -> Value<'_>;
    /// Whether there are no items.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Calls `visit` with the positions of the items that are looked for, in order. Does nothing and returns false if the
    /// list keeps no index of its items, which then have to be looked at one by one.
    fn find(&self, _query: &ListQuery<'_>, _visit: &mut dyn FnMut(usize)) -> bool {
        false
    }
}

/// Which items of a list of structures are looked for.
#[derive(Debug, Clone, Copy)]
pub struct ListQuery<'q> {
    /// The members of an item, each with the string that it has to be.
    pub members: &'q [(Step, &'q str)],
    /// A member that has to be a string in braces.
    pub in_braces: Option<Step>,
}

/// Whether a string is in braces, as a name that stands for any text is.
pub(crate) fn is_in_braces(text: &str) -> bool {
    text.starts_with('{') && text.ends_with('}')
}

/// A map from text to values. Keys can be opaque in a macro call.
pub trait Entries {
    /// The number of entries that are known to exist.
    fn len(&self) -> usize;
    /// Calls `visit` with every known entry in order.
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>));
    /// The value under `key`: [`Value::Opaque`] if an unseen entry could have that key.
    fn get(&self, key: &str) -> Value<'_>;
    /// Whether every entry is visible, so that a key not found is surely absent.
    fn is_complete(&self) -> bool {
        true
    }
    /// Whether there are no known entries.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The members of a structure.
pub trait Members {
    /// The value of a member, found by its position in the shape or by its name, whichever the holder knows better.
    fn member(&self, index: usize, name: &str) -> Value<'_>;

    /// Calls `visit` with the position and value of each of `members` that is not absent, in the order in which they
    /// travel: the order of the shape, unless the holder is a document with an order of its own.
    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        for (index, member) in members.iter().enumerate() {
            let value = self.member(index, member.name);
            if !matches!(value, Value::Absent) {
                visit(index, value);
            }
        }
    }
}

/// A Rust value that can be viewed as a [`Value`].
pub trait ToValue {
    /// The view.
    fn to_value(&self) -> Value<'_>;
}

/// A moment, as seconds and nanoseconds since the start of 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp {
    /// Whole seconds since 1970, negative before it.
    pub seconds: i64,
    /// Nanoseconds after `seconds`, below 1,000,000,000.
    pub nanoseconds: u32,
}

impl From<Timestamp> for std::time::SystemTime {
    fn from(timestamp: Timestamp) -> Self {
        let whole = std::time::Duration::from_secs(timestamp.seconds.unsigned_abs());
        let base = if timestamp.seconds < 0 { Self::UNIX_EPOCH - whole } else { Self::UNIX_EPOCH + whole };
        base + std::time::Duration::from_nanos(u64::from(timestamp.nanoseconds))
    }
}

impl Value<'_> {
    /// The text, if that is what is known.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

impl std::fmt::Debug for Value<'_> {
    /// Prints the grade and scalar content; containers print their size only, since they may hold secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Absent => f.write_str("Absent"),
            Self::Opaque => f.write_str("Opaque"),
            Self::Null => f.write_str("Null"),
            Self::Boolean(value) => write!(f, "Boolean({value})"),
            Self::Integer(value) => write!(f, "Integer({value})"),
            Self::Double(value) => write!(f, "Double({value})"),
            Self::Timestamp(value) => write!(f, "{value:?}"),
            Self::Text(value) => write!(f, "Text({value:?})"),
            Self::Partial(parts) => write!(f, "Partial({:?})", shown(parts)),
            Self::Blob(bytes) => write!(f, "Blob({} bytes)", bytes.len()),
            Self::List(list) => write!(f, "List({} items)", list.len()),
            Self::Map(map) => write!(f, "Map({} entries)", map.len()),
            Self::Structure(_) => f.write_str("Structure"),
        }
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl ToValue for i32 {
    fn to_value(&self) -> Value<'_> {
        Value::Integer(i64::from(*self))
    }
}

impl ToValue for i64 {
    fn to_value(&self) -> Value<'_> {
        Value::Integer(*self)
    }
}

impl ToValue for f64 {
    fn to_value(&self) -> Value<'_> {
        Value::Double(*self)
    }
}

impl ToValue for Timestamp {
    fn to_value(&self) -> Value<'_> {
        Value::Timestamp(*self)
    }
}

impl ToValue for str {
    fn to_value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, ToValue::to_value)
    }
}

impl<T: ToValue> ToValue for Box<T> {
    fn to_value(&self) -> Value<'_> {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: ToValue> Sequence for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn get(&self, index: usize) -> Value<'_> {
        <[T]>::get(self, index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl<T: ToValue> ToValue for BTreeMap<String, T> {
    fn to_value(&self) -> Value<'_> {
        Value::Map(self)
    }
}

impl<T: ToValue> Entries for BTreeMap<String, T> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, value) in self {
            visit(Value::Text(key), value.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        BTreeMap::get(self, key).map_or(Value::Absent, ToValue::to_value)
    }
}
