//! Sinks: where a value that was read is put. The reading side's counterpart of [`apigw_spec::Value`].

use std::collections::BTreeMap;

use apigw_spec::value::Timestamp;

use crate::json_value::JsonValue;

/// A value without parts, as a reader found it and the shape wants it.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Scalar<'a> {
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
    /// Bytes.
    Blob(&'a [u8]),
    /// Any JSON value.
    Document(&'a JsonValue),
}

/// What a value can be put into. A sink of another kind rejects a method with `false` or `None`.
#[doc(hidden)]
pub trait Sink {
    /// Puts a scalar.
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let _ = scalar;
        false
    }

    /// Makes the sink hold something, so that an empty list, map or structure differs from an absent one.
    fn open(&mut self) {}

    /// Adds an item to a list and gives its sink.
    fn item(&mut self) -> Option<&mut dyn Sink> {
        None
    }

    /// Adds an entry to a map and gives the sink of its value.
    fn entry(&mut self, key: &str) -> Option<&mut dyn Sink> {
        let _ = key;
        None
    }

    /// The sink of the member at this position of the shape.
    fn member(&mut self, index: usize) -> Option<&mut dyn Sink> {
        let _ = index;
        None
    }
}

/// A value to start filling in from. Unlike `Default` it exists for every generated type and says nothing about
/// whether the value is complete, so it is not for callers.
#[doc(hidden)]
pub trait Placeholder: Sized {
    /// The value to start from.
    fn placeholder() -> Self;
}

macro_rules! scalar {
    ($type:ty, $blank:expr, $scalar:ident($value:ident) => $put:expr) => {
        impl Sink for $type {
            fn put(&mut self, scalar: Scalar<'_>) -> bool {
                if let Scalar::$scalar($value) = scalar
                    && let Some(value) = $put
                {
                    *self = value;
                    return true;
                }
                false
            }
        }

        impl Placeholder for $type {
            fn placeholder() -> Self {
                $blank
            }
        }
    };
}

scalar!(bool, false, Boolean(value) => Some(value));
scalar!(i32, 0, Integer(value) => i32::try_from(value).ok());
scalar!(i64, 0, Integer(value) => Some(value));
scalar!(f64, 0.0, Double(value) => Some(value));
scalar!(Timestamp, Self::default(), Timestamp(value) => Some(value));
scalar!(String, Self::new(), Text(value) => Some(value.to_owned()));
scalar!(JsonValue, Self::Null, Document(value) => Some(value.clone()));

impl<T: Sink + Placeholder> Sink for Option<T> {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        self.get_or_insert_with(T::placeholder).put(scalar)
    }

    fn open(&mut self) {
        self.get_or_insert_with(T::placeholder).open();
    }

    fn item(&mut self) -> Option<&mut dyn Sink> {
        self.get_or_insert_with(T::placeholder).item()
    }

    fn entry(&mut self, key: &str) -> Option<&mut dyn Sink> {
        self.get_or_insert_with(T::placeholder).entry(key)
    }

    fn member(&mut self, index: usize) -> Option<&mut dyn Sink> {
        self.get_or_insert_with(T::placeholder).member(index)
    }
}

impl<T> Placeholder for Option<T> {
    fn placeholder() -> Self {
        None
    }
}

impl<T: Sink> Sink for Box<T> {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        (**self).put(scalar)
    }

    fn open(&mut self) {
        (**self).open();
    }

    fn item(&mut self) -> Option<&mut dyn Sink> {
        (**self).item()
    }

    fn entry(&mut self, key: &str) -> Option<&mut dyn Sink> {
        (**self).entry(key)
    }

    fn member(&mut self, index: usize) -> Option<&mut dyn Sink> {
        (**self).member(index)
    }
}

impl<T: Placeholder> Placeholder for Box<T> {
    fn placeholder() -> Self {
        Self::new(T::placeholder())
    }
}

impl<T: Sink + Placeholder> Sink for Vec<T> {
    fn item(&mut self) -> Option<&mut dyn Sink> {
        self.push(T::placeholder());
        self.last_mut().map(|item| item as &mut dyn Sink)
    }
}

impl<T> Placeholder for Vec<T> {
    fn placeholder() -> Self {
        Self::new()
    }
}

impl<T: Sink + Placeholder> Sink for BTreeMap<String, T> {
    fn entry(&mut self, key: &str) -> Option<&mut dyn Sink> {
        let sink = BTreeMap::entry(self, key.to_owned()).or_insert_with(T::placeholder);
        Some(sink)
    }
}

impl<T> Placeholder for BTreeMap<String, T> {
    fn placeholder() -> Self {
        Self::new()
    }
}
