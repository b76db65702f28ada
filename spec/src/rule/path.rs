//! Paths from a structure to the values that a rule talks about.

/// Where in a request, or in an object around it, a rule looks.
///
/// In rule files a path is a string: `tlsConfig.insecureSkipVerification`, `cacheKeyParameters[]` (every item or every
/// value), `requestParameters[keys]`, `uri[placeholders]`, `methodResponses[=statusCode]` (the entry whose key the
/// member `statusCode` gives), `$method.requestParameters` (in a context object), `^statusCode` (in the structure that
/// holds the value at hand).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberPath {
    /// Where the path starts.
    pub root: Root,
    /// The way from there. Several values are reached if a step branches.
    pub steps: &'static [Step],
}

/// Where a path starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Root {
    /// At the value that the rule checks.
    This,
    /// At the structure that the rule hangs on, if it checks parts of it one by one.
    Outer,
    /// At a context object.
    Context(&'static str),
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To a member of a structure.
    Member {
        /// The name in the model.
        name: &'static str,
        /// The position in the shape.
        index: usize,
    },
    /// To every item of a list or every value of a map.
    Each,
    /// To every key of a map, as text.
    Keys,
    /// To the name of every `{name}` in a string.
    Placeholders,
    /// To the entry of a map whose key is the text found elsewhere.
    Keyed(&'static MemberPath),
}

impl Step {
    /// The name of the member that the step leads to.
    pub const fn member_name(&self) -> Option<&'static str> {
        if let Self::Member { name, .. } = self { Some(name) } else { None }
    }
}

impl MemberPath {
    /// Whether the path can reach more than one value.
    pub fn branches(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::Each | Step::Keys | Step::Placeholders))
    }

    /// The name of the last member on the way.
    pub fn last_member(&self) -> Option<&'static str> {
        self.steps.iter().rev().find_map(Step::member_name)
    }
}
