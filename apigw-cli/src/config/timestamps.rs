//! How timestamps are printed.

/// How timestamps are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Timestamps {
    /// As ISO 8601.
    Iso,
    /// As they were received.
    Wire,
}

impl Timestamps {
    /// The form that a setting names.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "iso8601" => Some(Self::Iso),
            "wire" | "none" => Some(Self::Wire),
            _ => None,
        }
    }
}
