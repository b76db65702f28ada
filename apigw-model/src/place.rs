//! Places: where a value that was read is put. The reading side's counterpart of [`apigw_spec::Value`].

use std::collections::BTreeMap;

use apigw_spec::value::Timestamp;

/// A value without parts, as a reader found it and the shape wants it.
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
}

/// A place that a value can be put into. Each method is refused (`false`, `None`) by places of another kind.
pub trait Place {
    /// Puts a scalar.
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let _ = scalar;
        false
    }

    /// Makes the place hold something, so that an empty list, map or structure is told from an absent one.
    fn open(&mut self) {}

    /// Adds an item to a list and gives its place.
    fn item(&mut self) -> Option<&mut dyn Place> {
        None
    }

    /// Adds an entry to a map and gives the place of its value.
    fn entry(&mut self, key: &str) -> Option<&mut dyn Place> {
        let _ = key;
        None
    }

    /// The place of the member at this position of the shape.
    fn member(&mut self, index: usize) -> Option<&mut dyn Place> {
        let _ = index;
        None
    }
}

/// A value to start filling in from. Unlike `Default` it exists for every generated type and says nothing about
/// whether the value is complete, so it is not for callers.
#[doc(hidden)]
pub trait Blank: Sized {
    /// The value to start from.
    fn blank() -> Self;
}

macro_rules! scalar {
    ($type:ty, $blank:expr, $scalar:ident($value:ident) => $put:expr) => {
        impl Place for $type {
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

        impl Blank for $type {
            fn blank() -> Self {
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

impl<T: Place + Blank> Place for Option<T> {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        self.get_or_insert_with(T::blank).put(scalar)
    }

    fn open(&mut self) {
        self.get_or_insert_with(T::blank).open();
    }

    fn item(&mut self) -> Option<&mut dyn Place> {
        self.get_or_insert_with(T::blank).item()
    }

    fn entry(&mut self, key: &str) -> Option<&mut dyn Place> {
        self.get_or_insert_with(T::blank).entry(key)
    }

    fn member(&mut self, index: usize) -> Option<&mut dyn Place> {
        self.get_or_insert_with(T::blank).member(index)
    }
}

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }
}

impl<T: Place> Place for Box<T> {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        (**self).put(scalar)
    }

    fn open(&mut self) {
        (**self).open();
    }

    fn item(&mut self) -> Option<&mut dyn Place> {
        (**self).item()
    }

    fn entry(&mut self, key: &str) -> Option<&mut dyn Place> {
        (**self).entry(key)
    }

    fn member(&mut self, index: usize) -> Option<&mut dyn Place> {
        (**self).member(index)
    }
}

impl<T: Blank> Blank for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Place + Blank> Place for Vec<T> {
    fn item(&mut self) -> Option<&mut dyn Place> {
        self.push(T::blank());
        self.last_mut().map(|item| item as &mut dyn Place)
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Place + Blank> Place for BTreeMap<String, T> {
    fn entry(&mut self, key: &str) -> Option<&mut dyn Place> {
        let place = BTreeMap::entry(self, key.to_owned()).or_insert_with(T::blank);
        Some(place)
    }
}

impl<T> Blank for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }
}
