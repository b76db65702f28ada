//! Values that live as long as the process, as every table of a specification does.

/// Keeps a value for the life of the process.
pub(super) fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Keeps a string for the life of the process.
pub(super) fn keep(text: &str) -> &'static str {
    text.to_owned().leak()
}
