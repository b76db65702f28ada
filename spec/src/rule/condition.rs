//! Conditions: when a rule applies.

use super::path::MemberPath;
use crate::format::Format;

/// A condition on what is known of a request. It is [`Truth::Unknown`] where an unseen value could decide it, and a
/// rule applies only where its condition is surely true.
///
/// On a path that reaches several values a condition holds if it holds for one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Condition {
    /// Always true.
    Always,
    /// Every one holds.
    All(&'static [Condition]),
    /// At least one holds.
    Any(&'static [Condition]),
    /// It does not hold.
    Not(&'static Condition),
    /// The value is given, even if it is empty.
    Present(MemberPath),
    /// The value is given and is not an empty string, list or map.
    Filled(MemberPath),
    /// The value is one of these strings (`true` and `false` for booleans).
    In {
        /// The value.
        path: MemberPath,
        /// The strings.
        values: &'static [&'static str],
        /// Whether case is ignored.
        ignore_case: bool,
        /// The values that the member can have, if they are listed: any other value is a mistake of its own, on which
        /// no rule builds. Empty if any string goes.
        listed: &'static [&'static str],
        /// What holds if the member is not given: unknown for a required member, since that too is a mistake of its
        /// own; true where the service's default is one of the values.
        absent: Truth,
    },
    /// The value is a string of this format. Unknown if no text is given.
    Format {
        /// The value.
        path: MemberPath,
        /// The format.
        format: Format,
    },
}

/// Three-valued truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Surely so.
    True,
    /// Surely not so.
    False,
    /// It depends on what cannot be seen.
    Unknown,
}

impl Truth {
    /// `True` or `False`.
    pub(crate) const fn from_bool(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }

    /// The opposite; the opposite of unknown is unknown.
    #[must_use]
    pub(crate) const fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether one of two holds.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, _) | (_, Self::True) => Self::True,
            (Self::False, Self::False) => Self::False,
            _ => Self::Unknown,
        }
    }
}
