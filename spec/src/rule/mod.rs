//! Rules: conditions that the service holds requests to, as data with evidence.
//!
//! Everything here can be built in a `const`: rules are read from a file by the compiler side and emitted as statics
//! into programs, and [`check()`](crate::check()) checks both.

mod condition;
mod demand;
mod evidence;
mod patch;
mod path;
mod rebuild;

pub use condition::{Condition, Truth};
pub use demand::{Alias, ArnKind, Demand, Edit, PatchParts, Tree, TreeDemand};
pub use evidence::{Class, Evidence, Severity};
pub use patch::{
    Current, PatchOp, PatchRow, PatchSegment, PatchTable, PatchValue, PatchedKind, PatchedMember, Refusal, ValueCheck,
};
pub use path::{MemberPath, Root, Step};
pub use rebuild::{ContextSlot, ReadWith, Rebuild, Visited};

/// What checks the values of one structure.
#[derive(Debug, Clone, Copy)]
pub struct RuleSet {
    /// The rules, in the order in which violations are reported.
    pub rules: &'static [Rule],
    /// What the patch operations of an update may do, if the structure is the input of one.
    pub patch: Option<&'static PatchTable>,
    /// The objects around a request that the rules can take into account.
    pub contexts: &'static [ContextSlot],
    /// How a whole API leads back to such requests, if the structure is the input of an operation that makes a part of
    /// one.
    pub rebuild: Option<&'static Rebuild>,
}

impl RuleSet {
    /// No rules.
    pub const EMPTY: Self = Self { rules: &[], patch: None, contexts: &[], rebuild: None };
}

/// One condition that the service holds a request to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The identifier that people allow, list and explain the rule by.
    pub id: &'static str,
    /// The values that the rule checks one by one, if it does not check the structure itself. Paths of the rule then
    /// start at such a value, and [`Root::Outer`] is the structure.
    pub each: Option<MemberPath>,
    /// When the rule applies.
    pub when: Condition,
    /// What must then hold.
    pub demand: Demand,
    /// Whether breaking the rule makes the request useless.
    pub severity: Severity,
    /// How bad it is in a document that is imported, where the service forgives more than in a single request. A warning
    /// where nothing is recorded.
    pub import: Severity,
    /// Why the rule exists, in our words: a clause in lower case without a full stop.
    pub reason: &'static str,
    /// How the rule is known.
    pub evidence: Evidence,
    /// What AWS answers to a request that breaks the rule, if that is known.
    pub message: Option<&'static str>,
    /// What to do, where that does not follow from the demand.
    pub fix: Option<Fix>,
    /// The context objects without which the rule says nothing.
    pub contexts: &'static [&'static str],
}

/// What to do about a violation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// Give a member a value, for example this one.
    Set {
        /// The member.
        path: MemberPath,
        /// A value that would do.
        value: &'static str,
    },
    /// Do what the text says: an imperative in lower case without a full stop.
    Say(&'static str),
}

/// The identifiers of what [`check()`](crate::check()) finds by the shape alone, without a rule.
pub mod builtin {
    /// A required member is missing.
    pub const REQUIRED: &str = "required";
    /// A value is not one of an enumeration of the model. AWS may know more values than the model at hand; whoever has
    /// read of a newer one allows this rule.
    pub const ENUM: &str = "enum";
    /// A string that becomes a segment of the request's path is empty, `.` or `..`: the request would be for another
    /// resource.
    pub const LABEL: &str = "label";
    /// A string does not match the pattern of the model.
    pub const PATTERN: &str = "pattern";
    /// A value is of another type than the model's.
    pub const TYPE: &str = "type";
    /// A member does not exist. Only documents and macro calls can have one; they report it themselves.
    pub const UNKNOWN_MEMBER: &str = "unknown-member";
    /// A patch operation names a path that the operation does not patch.
    pub const PATCH_PATH: &str = "patch-path";
    /// A patch operation does what cannot be done to its path.
    pub const PATCH_OP: &str = "patch-op";
    /// A patch operation gives its path an impossible value.
    pub const PATCH_VALUE: &str = "patch-value";
    /// A patch operation changes something that is not there.
    pub const PATCH_TARGET: &str = "patch-target";
    /// A union has no member, or several.
    pub const UNION: &str = "union";
    /// All of them.
    pub const ALL: &[&str] =
        &[REQUIRED, ENUM, LABEL, PATTERN, TYPE, UNION, UNKNOWN_MEMBER, PATCH_PATH, PATCH_OP, PATCH_VALUE, PATCH_TARGET];
}
