//! One broken rule, in parts: what, where, and why it is known to be wrong.

use crate::format::FormatError;
use crate::path::{PathNode, Segment, ValuePath};
use crate::rule::{Class, Evidence, Fix, MemberPath, PatchOp, Refusal, Rule, Severity, TreeDemand, builtin};
use crate::secrecy::Secrecy;
use crate::shape::Structure;
use crate::suggest;

/// One broken rule: what, where, and why it is known to be wrong.
///
/// The parts stay apart until they are worded, because names are spelled differently in a Rust macro, in JSON and on a
/// command line: [`Violation::render`] takes the [`Naming`](super::Naming). `Display` spells them as the model does.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The identifier of the rule.
    pub rule: &'static str,
    /// Whether the service refuses the request.
    pub severity: Severity,
    /// Where in the request the problem is; the place of a member that is missing is where it would be.
    pub path: ValuePath,
    /// Whether the problem is the key of a map's entry or the value at the path.
    pub focus: Focus,
    /// The part of the text at fault, as byte offset and length, if it is known. A length of zero is a point.
    pub span: Option<(usize, usize)>,
    /// What is wrong.
    pub problem: Problem,
    /// The facts that make the rule apply.
    pub when: Vec<Fact>,
    /// Why the rule exists, in our words; empty where the problem says it all.
    pub reason: &'static str,
    /// How the rule is known.
    pub evidence: Evidence,
    /// What AWS answers.
    pub message: Option<&'static str>,
    /// What to do, where that does not follow from the problem.
    pub fix: Option<Fix>,
    /// How much of the value at fault is shown; known when the check is done. What a format would have instead of it
    /// ([`FormatError::replacement`]) is whole, for those who write it where the value stands.
    pub secrecy: Option<Secrecy>,
}

/// Where it says that a label cannot be empty.
const LABELS: &str = "https://smithy.io/2.0/spec/http-bindings.html#httplabel-trait";

/// Where it says that a union has exactly one member.
const UNIONS: &str = "https://smithy.io/2.0/spec/aggregate-types.html#union";

/// What of a place a violation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The key of a map's entry.
    Key,
    /// The value.
    Value,
}

/// A fact that makes a rule apply.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact {
    /// The value that it is about.
    pub path: ValuePath,
    /// What is known of it.
    pub known: Known,
}

/// What is known of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Known {
    /// It is this.
    Is(String),
    /// It is given.
    Given,
    /// It is not given.
    Missing,
}

/// What is wrong, with all that a sentence about it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of each problem are what its sentence is made of")]
#[non_exhaustive]
pub enum Problem {
    /// Required members are missing from a structure.
    MissingMembers { shape: &'static str, names: Vec<&'static str> },
    /// A union has none of its members, or several.
    Union { shape: &'static str, given: Vec<&'static str>, members: Vec<&'static str> },
    /// A member has to be given.
    Missing,
    /// A value is empty.
    Empty,
    /// One of some members has to be given.
    MissingOneOf { members: &'static [MemberPath] },
    /// A member must not be given.
    Forbidden,
    /// A member must not be given together with another.
    Conflict { other: ValuePath },
    /// A structure has no such member.
    UnknownMember { name: String, shape: &'static str, nearest: Option<&'static str> },
    /// A value is of another type.
    Type { expected: &'static str, found: &'static str },
    /// A string is none of those listed.
    Unlisted {
        text: String,
        listed: &'static [&'static str],
        /// The enumeration that lists them, if the model does.
        shape: Option<&'static str>,
        /// The date of that model.
        dated: Option<&'static str>,
    },
    /// A string cannot be a segment of a path.
    Label { text: &'static str },
    /// A string is ruled out.
    Excluded { text: String },
    /// A string does not match a pattern.
    Pattern { text: String, pattern: &'static str, shape: &'static str },
    /// A number is too small or too great.
    OutOfRange { text: String, min: Option<i64>, max: Option<i64> },
    /// A string is too short or too long.
    Length { length: usize, min: Option<usize>, max: Option<usize> },
    /// A list or map has too few or too many entries.
    Count { count: usize, min: Option<usize>, max: Option<usize> },
    /// A string is not of a format.
    Format { text: String, error: FormatError },
    /// A string is not found among others.
    NotIn { text: String, of: &'static [MemberPath], nearest: Option<String> },
    /// A string is found among others.
    Taken { text: String, by: ValuePath },
    /// Two strings are the same as far as they must differ.
    Repeated { text: String, other: String },
    /// A template has a finding.
    Template { text: String },
    /// A tree cannot take a node.
    Tree { text: String, node: String, demand: TreeDemand },
    /// A patch operation has no path.
    PatchWithoutPath,
    /// A path cannot be patched.
    PatchPath { path: String, nearest: Option<String>, known: Vec<&'static str> },
    /// A path cannot be patched in this way.
    PatchOp { op: String, path: &'static str, ops: Vec<PatchOp> },
    /// A value cannot be copied from there.
    PatchFrom { from: String, path: &'static str, allowed: &'static [&'static str] },
    /// What is patched does not exist.
    PatchTarget { name: String, op: PatchOp },
}

impl Violation {
    /// Whether the service surely refuses the request.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// A member that `structure`, of the shape named `shape`, does not have. Only those who read documents and macro
    /// calls can see one, so they report it.
    pub fn unknown_member(path: ValuePath, name: &str, shape: &'static str, structure: &Structure) -> Self {
        let nearest = suggest::nearest(name, structure.members.iter().map(|member| member.name));
        let problem = Problem::UnknownMember { name: name.to_owned(), shape, nearest };
        Self { path, ..Self::bare(builtin::UNKNOWN_MEMBER, problem) }
    }

    fn bare(rule: &'static str, problem: Problem) -> Self {
        let source = match rule {
            builtin::LABEL => LABELS,
            builtin::UNION => UNIONS,
            _ => "model",
        };
        let (class, message) = match rule {
            builtin::ENUM => (Class::Observed, Some("Member must satisfy enum value set")),
            builtin::PATTERN => (Class::Observed, Some("Member must satisfy regular expression pattern")),
            builtin::TYPE => (Class::Observed, Some("can not be converted")),
            _ => (Class::Documented, None),
        };

        Self {
            rule,
            severity: Severity::Error,
            path: ValuePath::default(),
            focus: Focus::Value,
            span: None,
            problem,
            when: Vec::new(),
            reason: "",
            evidence: Evidence { class, source },
            message,
            fix: None,
            secrecy: None,
        }
    }

    fn at(mut self, place: &PathNode<'_>) -> Self {
        self.path = place.path();
        self.focus = if place.is_key() { Focus::Key } else { Focus::Value };
        self.span = place.span();
        self
    }

    /// What the shape alone shows.
    pub(crate) fn of_shape(rule: &'static str, place: &PathNode<'_>, problem: Problem) -> Self {
        Self::bare(rule, problem).at(place)
    }

    /// What a rule shows.
    pub(crate) fn of_rule(rule: &'static Rule, place: &PathNode<'_>, problem: Problem, when: Vec<Fact>) -> Self {
        let span = if let Problem::Format { error, .. } = &problem { Some((error.offset, 0)) } else { None };
        let bare = Self::bare(rule.id, problem).at(place);
        Self {
            severity: rule.severity,
            span: bare.span.or(span),
            when,
            reason: rule.reason,
            evidence: rule.evidence,
            message: rule.message,
            fix: rule.fix,
            ..bare
        }
    }

    /// What a patch table shows.
    pub(crate) fn of_patch(rule: &'static str, place: &PathNode<'_>, problem: Problem, refusal: Refusal) -> Self {
        let Refusal { severity, evidence, message } = refusal;
        let span = if let Problem::Format { error, .. } = &problem { Some((error.offset, 0)) } else { None };
        Self { severity, span, evidence, message, ..Self::bare(rule, problem).at(place) }
    }

    /// The name of the last member on the way to the place.
    pub fn member(&self) -> Option<&'static str> {
        self.path.segments.iter().rev().find_map(|segment| match segment {
            Segment::Member(name) => Some(*name),
            _ => None,
        })
    }
}
