//! One change between two generations, and which callers it breaks.

use std::fmt;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Whether it concerns what callers send or what they receive.
    pub side: Side,
    /// What was done.
    pub action: Action,
    /// To what kind of thing.
    pub subject: Subject,
    /// Its name; `Structure.member` for members, `Enum.VALUE` for values.
    pub name: String,
    /// What is different, for changes that are neither an addition nor a removal; otherwise empty.
    pub detail: String,
    /// The callers that it breaks.
    pub breaks: Breaks,
}

/// The direction that a change concerns. What is sent and received counts as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What callers send: operations, their inputs, and rules.
    Request,
    /// What callers receive: outputs and errors.
    Answer,
}

/// What was done to a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is different.
    Changed,
}

/// The kinds of things that change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Subject {
    /// The facts that every operation shares.
    Service,
    /// An operation.
    Operation,
    /// A member that must be given.
    RequiredMember,
    /// A member that can be left out.
    OptionalMember,
    /// A structure.
    Structure,
    /// An enumeration.
    Enum,
    /// A value of an enumeration.
    EnumValue,
    /// A string with a pattern.
    Text,
    /// An error structure.
    Error,
    /// A rule.
    Rule,
}

/// The callers that a change breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Breaks {
    /// Rust programs: code that compiled may not compile any more, or is refused when it runs.
    pub rust: bool,
    /// Programs that write or read the service's JSON: documents that were right may be wrong.
    pub json: bool,
    /// Shell scripts: command lines that worked may be refused, or print less than they did.
    pub shell: bool,
}

impl Change {
    /// A change that is neither an addition nor a removal.
    pub(super) fn changed(side: Side, subject: Subject, name: &str, detail: String, breaks: Breaks) -> Self {
        Self { side, action: Action::Changed, subject, name: name.to_owned(), detail, breaks }
    }

    /// An addition, which breaks no caller unless it says so, or a removal.
    pub(super) fn came_or_went(side: Side, action: Action, subject: Subject, name: String, breaks: Breaks) -> Self {
        Self { side, action, subject, name, detail: String::new(), breaks }
    }
}

impl Breaks {
    /// None.
    pub(crate) const NONE: Self = Self { rust: false, json: false, shell: false };
    /// Rust programs only: a type is different, what goes over the wire is not.
    pub(crate) const RUST: Self = Self { rust: true, json: false, shell: false };
    /// Everybody.
    pub const ALL: Self = Self { rust: true, json: true, shell: true };

    /// Whether any caller breaks.
    pub const fn any(self) -> bool {
        self.rust || self.json || self.shell
    }

    /// The callers that at least one of the two breaks.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { rust: self.rust || other.rust, json: self.json || other.json, shell: self.shell || other.shell }
    }
}

impl fmt::Display for Breaks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let broken = [(self.rust, "Rust"), (self.json, "JSON"), (self.shell, "shell")];
        let broken: Vec<&str> = broken.into_iter().filter_map(|(broken, name)| broken.then_some(name)).collect();
        match broken.as_slice() {
            [] => f.write_str("compatible"),
            [one] => write!(f, "breaks {one} callers"),
            [first @ .., last] => write!(f, "breaks {} and {last} callers", first.join(", ")),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} `{}`", self.action.word(), self.subject.noun(1), self.name)?;
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        if self.breaks.any() { write!(f, "; {}", self.breaks) } else { Ok(()) }
    }
}

impl Action {
    /// The word for what was done.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

impl Subject {
    /// The word for so many things of the kind.
    pub(crate) const fn noun(self, count: usize) -> &'static str {
        let (one, many) = match self {
            Self::Service => ("service", "services"),
            Self::Operation => ("operation", "operations"),
            Self::RequiredMember => ("required member", "required members"),
            Self::OptionalMember => ("optional member", "optional members"),
            Self::Structure => ("structure", "structures"),
            Self::Enum => ("enum", "enums"),
            Self::EnumValue => ("enum value", "enum values"),
            Self::Text => ("string", "strings"),
            Self::Error => ("error", "errors"),
            Self::Rule => ("rule", "rules"),
        };
        if count == 1 { one } else { many }
    }
}
