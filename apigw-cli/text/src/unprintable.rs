//! Results that an output format cannot represent.

use crate::document::Document;
use crate::python::repr;

/// A result that a format cannot represent.
#[derive(Debug, Clone, PartialEq)]
pub struct Unprintable {
    /// What was rendered before the error.
    pub text: String,
    /// The error message.
    pub problem: String,
}

/// The message for a value in a list of objects that is not an object.
pub fn no_object(value: &Document) -> String {
    format!("expected an object, found a value of type {}", repr::class(value))
}
