//! HTTP status codes and quotas.

use crate::operation::Quota;
use crate::read::ast::AstShape;
use crate::read::error::Problems;
use crate::read::json::Node;
use crate::read::traits::QUOTA;

/// An HTTP status code.
pub(super) fn status(node: &Node<'_>, id: &str, problems: &mut Problems) -> Option<u16> {
    let status = node.value.as_u64().and_then(|code| u16::try_from(code).ok()).filter(|c| (100..=599).contains(c));
    if status.is_none() {
        problems.shape(&node.site, id, format!("has the impossible HTTP status {}", node.value));
    }
    status
}

/// How often an operation, or a service as a whole, may be called.
pub(super) fn quota(shape: &AstShape, problems: &mut Problems) -> Option<Quota> {
    let (found, id) = (shape.traits.get(QUOTA)?, shape.id.as_str());
    let node = found.node();
    node.object(Some(id), problems)?;
    let number = |key| node.get(key)?.value.as_u64().and_then(|number| u32::try_from(number).ok());
    let quota = number("calls").zip(number("seconds")).filter(|(calls, seconds)| *calls > 0 && *seconds > 0);
    if quota.is_none() {
        problems.shape(&found.site, id, "has a quota without `calls` and `seconds`, whole numbers from 1");
    }
    quota.map(|(calls, seconds)| Quota { calls, seconds })
}
