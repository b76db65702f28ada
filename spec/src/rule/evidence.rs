//! How a rule is known, and how bad it is to break it.

/// How bad a violation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The service accepts the request, or may accept it, but it will hardly do what was meant.
    Warning,
    /// The service refuses the request.
    Error,
}

/// How something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// The kind of evidence.
    pub class: Class,
    /// Where it is found: an entry of the rule catalogue, a page of the documentation.
    pub source: &'static str,
}

/// The kinds of evidence, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// AWS is known to have answered so.
    Observed,
    /// The documentation says so and nothing contradicts it.
    Documented,
    /// A limit that AWS raises on request.
    Quota,
    /// AWS accepts the request, and the API then fails or ignores what was set.
    Runtime,
    /// It follows from other facts, or other tools believe it.
    Inferred,
}

impl Class {
    /// Whether evidence of this kind can make a violation an error.
    pub const fn allows_error(self) -> bool {
        matches!(self, Self::Observed | Self::Documented)
    }

    /// The word that rule files use.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Documented => "documented",
            Self::Quota => "quota",
            Self::Runtime => "runtime",
            Self::Inferred => "inferred",
        }
    }
}
