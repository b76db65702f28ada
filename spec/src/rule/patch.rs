//! Patch tables: what the patch operations of an update may do to which path.

use super::Rule;
use super::demand::{ArnKind, PatchParts};
use super::evidence::{Evidence, Severity};
use super::path::{MemberPath, Step};
use crate::format::Format;
use crate::format::text::cut;
use crate::secrecy::Secrecy;

/// What the patch operations of one update may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatchTable {
    /// The list of patch operations.
    pub operations: MemberPath,
    /// The members of a patch operation.
    pub parts: PatchParts,
    /// What can be patched. Several rows may fit a path; those that spell it out go before those with free segments,
    /// these before those that it stretches, and among them the first that has the operation decides.
    pub rows: &'static [PatchRow],
    /// The answer to a path that is in no row.
    pub otherwise: Refusal,
    /// The answer to an operation without a path.
    pub pathless: Refusal,
    /// The answer to a path that would be in a row if it began with a slash.
    pub rootless: Refusal,
}

impl PatchTable {
    /// How much may be shown of the value of a patch operation on a path. What the table does not know can be a secret if
    /// it knows of others.
    pub fn secrecy(&self, path: &str) -> Secrecy {
        let rows = self.rows.iter().filter(|row| row.fits(path)).map(|row| row.secrecy);
        let known = rows.reduce(|first, other| if first.hides() { first } else { other });
        let has_secrets = || self.rows.iter().any(|row| row.secrecy.hides());
        known.unwrap_or_else(|| if has_secrets() { Secrecy::Whole } else { Secrecy::Public })
    }
}

/// What can be done to one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatchRow {
    /// The path with `{name}` for a part of the user's choice, as documentation writes it.
    pub path: &'static str,
    /// The same path, segment by segment.
    pub segments: &'static [PatchSegment],
    /// What can be done; nothing if the path is known to be refused.
    pub ops: &'static [PatchOp],
    /// The paths that a value can be copied from; any if the list is empty.
    pub from: &'static [&'static str],
    /// The operations that need a value.
    pub needs: &'static [PatchOp],
    /// What the value must be.
    pub value: ValueCheck,
    /// The answer to another operation on the path.
    pub refusal: Refusal,
    /// The answer to a value that is not as it must be.
    pub value_refusal: Refusal,
    /// What else the value must be.
    pub also: &'static [PatchValue],
    /// What is patched, if a context object shows it.
    pub current: Option<Current>,
    /// How much of the value may be shown.
    pub secrecy: Secrecy,
}

/// What a value must be, and the answer if it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatchValue {
    /// What it must be.
    pub check: ValueCheck,
    /// The answer to another value.
    pub refusal: Refusal,
}

impl PatchRow {
    /// Whether the path has no free segment.
    pub fn is_literal(&self) -> bool {
        self.segments.iter().all(|segment| matches!(segment, PatchSegment::Literal(_)))
    }

    /// Whether the path has nothing but free segments.
    pub(crate) fn is_free(&self) -> bool {
        !self.segments.iter().any(|segment| matches!(segment, PatchSegment::Literal(_)))
    }

    /// Whether a path is one of those that the row stands for.
    pub fn fits(&self, path: &str) -> bool {
        let mut rest = path.strip_prefix('/');
        let Some(further) = slashes(path).checked_sub(self.segments.len()) else { return false };
        let all = self.segments.iter().all(|segment| {
            let mut given = "";
            for _ in 0..=if *segment == PatchSegment::Several { further } else { 0 } {
                let Some(path) = rest else { return false };
                (given, rest) = cut(path, b'/').map_or((path, None), |(given, after)| (given, Some(after)));
            }
            match segment {
                PatchSegment::Literal(literal) => *literal == given,
                PatchSegment::OneOf(texts) => texts.iter().any(|text| text.eq_ignore_ascii_case(given)),
                PatchSegment::Any => !given.is_empty(),
                PatchSegment::Several => true,
            }
        });
        all && rest.is_none()
    }

    /// Whether a path that fits does so with more segments than the row has.
    pub fn is_stretched(&self, path: &str) -> bool {
        slashes(path) > self.segments.len()
    }
}

/// How many segments a path has, if it begins with a slash.
fn slashes(path: &str) -> usize {
    path.bytes().filter(|byte| *byte == b'/').count()
}

/// One segment of a row's path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatchSegment {
    /// Exactly this text.
    Literal(&'static str),
    /// One of these texts, in any letter case.
    OneOf(&'static [&'static str]),
    /// Any string of at least one character.
    Any,
    /// Any string, with slashes in it too: a part of a path that people do not escape and the service takes nevertheless.
    Several,
}

/// The operations of JSON Patch, as far as the service knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PatchOp {
    /// `add`.
    Add,
    /// `remove`.
    Remove,
    /// `replace`.
    Replace,
    /// `copy`.
    Copy,
    /// `move`.
    Move,
    /// `test`.
    Test,
}

impl PatchOp {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Add, Self::Remove, Self::Replace, Self::Copy, Self::Move, Self::Test];

    /// The word that a patch operation says it with.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Replace => "replace",
            Self::Copy => "copy",
            Self::Move => "move",
            Self::Test => "test",
        }
    }

    /// The operation that a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|op| op.word() == word)
    }
}

/// What the value of a patch operation must be; it is checked for `add` and `replace`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueCheck {
    /// Anything or nothing.
    Any,
    /// A string that is not empty.
    NonEmpty,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// A whole number within bounds, which are allowed themselves; nothing or an empty string is allowed too.
    Integer {
        /// The minimum.
        min: Option<i64>,
        /// The maximum.
        max: Option<i64>,
    },
    /// A number within bounds, which are allowed themselves.
    Number {
        /// The minimum.
        min: Option<i64>,
        /// The maximum.
        max: Option<i64>,
    },
    /// A string of this format; an empty string is allowed too.
    Format(Format),
    /// One of the strings found at these paths; an empty string is allowed too.
    In(&'static [MemberPath]),
    /// A string in which one of these texts occurs; an empty string is allowed too.
    Contains(&'static [&'static str]),
    /// An ARN of one of these kinds; an empty string is allowed too.
    Arn(&'static [ArnKind]),
    /// What the member must be from which the path gets its value when all is made: one rule for both ways. An empty
    /// string is allowed too.
    Member(&'static PatchedMember),
}

/// The member of another input that a patch path changes, and what is known of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatchedMember {
    /// The way to the member, from the input: members only.
    pub steps: &'static [Step],
    /// What the text of a patch operation is written for.
    pub kind: PatchedKind,
    /// The enumeration of the model that lists its values, and they; empty if any string goes.
    pub enumeration: &'static str,
    /// See [`enumeration`](Self::enumeration).
    pub values: &'static [&'static str],
    /// The date of that model.
    pub dated: Option<&'static str>,
    /// The rules of the input that are about this member alone.
    pub rules: &'static [Rule],
}

/// How the text of a patch operation becomes the value of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatchedKind {
    /// It is the value.
    Text,
    /// It is the word for a boolean; the service takes any other text for `false`.
    Boolean,
    /// It is a whole number in digits.
    Integer,
    /// It is a number in digits.
    Number,
    /// It is an item of a list.
    Item,
    /// It is the value of a map's entry, whose key is the last segment of the path.
    Entry,
    /// Nothing: the last segment of the path is an item of a list.
    NamedItem,
}

/// How a refusal is known and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Whether it is sure.
    pub severity: Severity,
    /// How it is known.
    pub evidence: Evidence,
    /// AWS's text.
    pub message: Option<&'static str>,
}

/// What a path points at, as a context object shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Current {
    /// The map whose key the free segments of the path give, joined by `/`.
    pub map: MemberPath,
    /// The operations that need the entry to exist.
    pub ops: &'static [PatchOp],
    /// The answer if it does not.
    pub refusal: Refusal,
}
