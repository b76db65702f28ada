//! One known error, and what a lookup found.

use super::pattern::TextPattern;

/// One error that API Gateway is known to report.
#[derive(Debug)]
pub struct KnownError {
    /// The identifier.
    pub id: String,
    /// The texts, most telling first, with `{name}` for what differs from case to case.
    pub texts: Vec<String>,
    /// Where it shows.
    pub surface: Surface,
    /// The code (`BadRequestException`), if there is one.
    pub code: Option<String>,
    /// The HTTP status, if there is one.
    pub status: Option<u16>,
    /// The operations that report it; empty if it can be any.
    pub operations: Vec<String>,
    /// Rules that prevent it and do not quote its text.
    pub rules: Vec<String>,
    /// Where the text or the condition is on record: public pages, recorded cases.
    pub evidence: Vec<String>,
    pub(super) cause: String,
    pub(super) cure: String,
    pub(super) patterns: Vec<TextPattern>,
}

/// Where an error shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// In the answer to a call of the service.
    Call,
    /// In what a client of an API gets.
    Response,
    /// In the execution log of an API.
    Log,
}

impl Surface {
    /// The word of the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Response => "response",
            Self::Log => "log",
        }
    }

    /// What a word of the file means.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        [Self::Call, Self::Response, Self::Log].into_iter().find(|surface| surface.word() == word)
    }
}

/// How sure a lookup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The text contains one of the error's texts.
    Exact,
    /// The text is a part of one of the error's texts.
    Part,
    /// The text has most of the words of one of the error's texts.
    Similar,
}

/// An error that a lookup found.
#[derive(Debug)]
pub struct Recognized<'c> {
    /// The error.
    pub error: &'c KnownError,
    /// How sure this is.
    pub certainty: Certainty,
    /// What stands in the text for the names in the error's text.
    pub holes: Vec<(String, String)>,
    pub(super) score: i64,
}

impl Recognized<'_> {
    /// Why it happened: a clause in lower case.
    pub fn cause(&self) -> String {
        filled(&self.error.cause, &self.holes)
    }

    /// What to do: an imperative in lower case, with what to type.
    pub fn cure(&self) -> String {
        filled(&self.error.cure, &self.holes)
    }
}

impl KnownError {
    /// The error without a string to fill its holes from.
    pub fn in_general(&self) -> Recognized<'_> {
        Recognized { error: self, certainty: Certainty::Part, holes: Vec::new(), score: 0 }
    }
}

/// A string with its holes filled; what is not known is written as a placeholder.
fn filled(text: &str, holes: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, name, after)) = super::pattern::next_hole(rest) {
        out.push_str(before);
        match holes.iter().find(|(known, _)| known == name) {
            Some((_, value)) if !value.is_empty() => out.push_str(value),
            _ => out.extend(["<", name, ">"]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
