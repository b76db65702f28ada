//! Values that live as long as the process, as every table of a specification does.

/// Stores a value for the life of the process.
pub(super) fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Stores a string for the life of the process.
pub(super) fn intern(text: &str) -> &'static str {
    text.to_owned().leak()
}
