//! Results that a format of output has no form for.

use crate::document::Document;
use crate::python::repr;

/// A result that a format has no form for.
#[derive(Debug, Clone, PartialEq)]
pub struct Unprintable {
    /// What was printed before that showed.
    pub text: String,
    /// Why it cannot go on.
    pub problem: String,
}

/// What is wrong with a value that stands among objects.
pub fn no_object(value: &Document) -> String {
    format!("a value of type {} stands where an object must be", repr::class(value))
}
