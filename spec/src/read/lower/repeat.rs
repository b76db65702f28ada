//! Whether a call may be made twice: what the model says, or else the definition of its HTTP method.

use crate::operation::Repeat;
use crate::read::ast::Traits;
use crate::read::error::Problems;
use crate::read::intern::intern;
use crate::read::traits::{IDEMPOTENT, READONLY, REPEAT};

/// What holds for an operation; `token` is the member that identifies a call.
pub(super) fn lower(traits: &Traits, id: &str, method: &str, token: Option<&str>, problems: &mut Problems) -> Repeat {
    if let Some(found) = traits.get(REPEAT) {
        let node = found.node();
        let is_safe = node.get("safe").and_then(|found| found.value.as_bool());
        let reason = node.required_text("reason", Some(id), problems);
        if let (Some(is_safe), Some(reason)) = (is_safe, reason) {
            return Repeat { is_safe, reason: intern(reason) };
        }
        if is_safe.is_none() {
            problems.shape(&found.site, id, "says not whether it can be repeated; write `safe`, true or false");
        }
    }
    let reason = match token {
        _ if traits.contains_key(READONLY) => "it changes nothing".to_owned(),
        _ if traits.contains_key(IDEMPOTENT) => "the model says that a second call changes nothing".to_owned(),
        Some(token) => format!("`{token}` tells the service that it is the same call"),
        None => return Repeat::by_method(method),
    };
    Repeat { is_safe: true, reason: intern(&reason) }
}
