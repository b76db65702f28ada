//! One patch operation, and how its path is written.

use std::borrow::Cow;

use crate::rule::{PatchOp, PatchTable, Step};
use crate::value::Value;

/// One patch operation on a known path.
pub(super) struct Patch<'v> {
    pub(super) table: &'static PatchTable,
    pub(super) op: PatchOp,
    pub(super) path: &'v str,
    pub(super) value: Value<'v>,
    pub(super) from: Value<'v>,
}

/// The name of a member of a patch operation.
pub(super) fn name(step: Step) -> &'static str {
    step.member_name().unwrap_or_default()
}

/// A segment of a JSON pointer as it was before it was escaped.
pub(super) fn unescaped(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}
