//! What is wrong with a file.

use apigw_spec::rule::Severity;

use crate::edit::FileFix;
use crate::read::SourceSpan;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileFinding {
    /// The value or key at fault; for something that is missing, what lacks it.
    pub span: SourceSpan,
    /// The identifier of the rule.
    pub rule: &'static str,
    /// Whether the service refuses the definition.
    pub severity: Severity,
    /// The part of the API (`GET /pets`); empty if it is the whole.
    pub part: String,
    /// What is wrong; what to do; what AWS says.
    pub message: String,
    /// What would fix it, the best first.
    pub fixes: Vec<FileFix>,
    /// Whether the value at fault can be or hold a secret: the message leaves it out, and excerpts of the file should too.
    pub is_secret: bool,
}

impl FileFinding {
    /// Whether the service refuses the definition.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl std::fmt::Display for FileFinding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.part.is_empty() { f.write_str(&self.message) } else { write!(f, "{}: {}", self.part, self.message) }
    }
}
