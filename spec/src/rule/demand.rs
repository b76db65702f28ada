//! Demands: what must hold where a rule applies.

use super::path::{MemberPath, Step};
use crate::format::Format;

/// What a rule demands. The vocabulary is closed; what it cannot say belongs into a [`Format`] or is no rule.
///
/// On a path that reaches several values the demand is made of each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Demand {
    /// The value is given.
    Require(MemberPath),
    /// The value is given and is not an empty string, list or map.
    NonEmpty(MemberPath),
    /// The value is not given.
    Forbid(MemberPath),
    /// At least one of the values is given and not empty.
    RequireOneOf(&'static [MemberPath]),
    /// At most one of the values is given.
    AtMostOneOf(&'static [MemberPath]),
    /// The value is one of these strings.
    OneOf {
        /// The value.
        path: MemberPath,
        /// The strings.
        values: &'static [&'static str],
        /// Whether case is ignored.
        ignore_case: bool,
    },
    /// The value is none of these strings.
    NoneOf {
        /// The value.
        path: MemberPath,
        /// The strings.
        values: &'static [&'static str],
        /// Whether case is ignored.
        ignore_case: bool,
    },
    /// The number is within bounds, which are allowed themselves.
    Range {
        /// The value.
        path: MemberPath,
        /// The minimum.
        min: Option<i64>,
        /// The maximum.
        max: Option<i64>,
    },
    /// The string has so many characters (Unicode code points).
    Length {
        /// The value.
        path: MemberPath,
        /// The minimum.
        min: Option<usize>,
        /// The maximum.
        max: Option<usize>,
    },
    /// The list or map has so many entries.
    Count {
        /// The value.
        path: MemberPath,
        /// The minimum.
        min: Option<usize>,
        /// The maximum.
        max: Option<usize>,
    },
    /// The string has a format.
    Format {
        /// The value.
        path: MemberPath,
        /// The format.
        format: Format,
    },
    /// The string is an ARN of one of some kinds. An empty string and one with a stage variable pass.
    Arn {
        /// The value.
        path: MemberPath,
        /// The kinds.
        kinds: &'static [ArnKind],
    },
    /// One of some texts occurs in the string. A string with a stage variable passes.
    Contains {
        /// The value.
        path: MemberPath,
        /// The texts.
        texts: &'static [&'static str],
    },
    /// Every character of the string is one of these.
    Characters {
        /// The value.
        path: MemberPath,
        /// The characters, and ranges of them as `a-z`; a `-` that is meant itself comes last. After a `^`, the characters
        /// that the string must not have.
        allowed: &'static str,
    },
    /// The string is found among others.
    In {
        /// The value.
        path: MemberPath,
        /// The others.
        of: &'static [MemberPath],
        /// The strings that are checked, by their beginnings, and how these are written among the others. A string that
        /// begins otherwise is left alone. Empty if every text is checked as it stands.
        aliases: &'static [Alias],
        /// Whether case is ignored.
        ignore_case: bool,
    },
    /// The string is not found among others.
    NotIn {
        /// The value.
        path: MemberPath,
        /// The others.
        of: &'static [MemberPath],
    },
    /// The strings differ from each other in what follows their beginnings.
    Unique {
        /// The values.
        path: MemberPath,
        /// The beginnings that do not count. A string that begins otherwise is left alone, unless there are none.
        prefixes: &'static [&'static str],
    },
    /// The string is a Velocity template without findings. Every finding is a violation.
    Template(MemberPath),
    /// A tree of named nodes can take a new or changed node.
    Tree(&'static Tree),
}

/// A kind of ARN. What is empty can be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArnKind {
    /// The service: the third field.
    pub service: &'static str,
    /// The region: the fourth field.
    pub region: &'static str,
    /// How the resource begins: the sixth field.
    pub resource: &'static str,
}

/// One beginning of a string and what is written for it elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    /// The beginning.
    pub prefix: &'static str,
    /// What stands in its place among the others.
    pub becomes: &'static str,
}

/// A tree of named nodes and an edit of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tree {
    /// The nodes that exist: structures.
    pub nodes: MemberPath,
    /// The member of a node that identifies it.
    pub id: Step,
    /// The member of a node that identifies its parent; a node without it is the root.
    pub parent: Step,
    /// The member of a node that names it among its siblings.
    pub name: Step,
    /// What is done to the tree.
    pub edit: Edit,
    /// What must hold afterwards.
    pub demand: TreeDemand,
}

/// What is done to a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// A node is added.
    Add {
        /// Identifies the parent.
        parent: MemberPath,
        /// The name of the node.
        name: MemberPath,
    },
    /// A node is changed by patch operations that replace the members of a node by which it has its place.
    Patch {
        /// Identifies the node.
        id: MemberPath,
        /// The list of patch operations.
        operations: MemberPath,
        /// The members of a patch operation that say what is done, to what, and with which value.
        parts: PatchParts,
    },
}

/// The members of a patch operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatchParts {
    /// What is done.
    pub op: Step,
    /// To what.
    pub path: Step,
    /// With which value.
    pub value: Step,
    /// From where a value is copied.
    pub from: Step,
}

/// What must hold of an edited tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TreeDemand {
    /// No sibling has the same name.
    UniqueName,
    /// At most one of the siblings has a name in braces.
    OneVariable,
    /// No ancestor has the same name, if it is a name in braces.
    UniqueVariable,
    /// The parent's name does not end in `+}`.
    NoChildOfGreedy,
    /// No node is its own ancestor.
    NoCycle,
    /// The root is left as it is.
    RootUnchanged,
}
