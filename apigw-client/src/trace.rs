//! What goes to the log, with the feature `tracing`: names, numbers and identifiers; never values, headers or bodies.

/// A doubt about an input that is sent all the same.
pub(crate) fn doubt(rule: &str, text: &str) {
    #[cfg(feature = "tracing")]
    tracing::warn!(rule, "{text}");
    #[cfg(not(feature = "tracing"))]
    let _ = (rule, text);
}
