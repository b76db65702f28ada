//! How timestamps are printed.

/// How timestamps are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Timestamps {
    /// As ISO 8601.
    Iso,
    /// As they came.
    Wire,
}
