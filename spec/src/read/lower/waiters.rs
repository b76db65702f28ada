//! Waiters: the trait `waitable` of an operation.

use super::resolved::{ResolvedMatcher, ResolvedTest, ResolvedWaiter};
use crate::read::ast::AstShape;
use crate::read::error::Problems;
use crate::read::json::Node;
use crate::read::traits::WAITABLE;
use crate::waiter::{Comparator, WaiterState};

/// The delays of a waiter that names none, in seconds, as Smithy has them.
const DELAYS: (u32, u32) = (2, 120);

/// The key of a matcher that botocore has and Smithy lacks.
pub(crate) const STATUS: &str = "apigw.status";

/// The key of a limit that botocore has and Smithy lacks.
pub(crate) const MAX_ATTEMPTS: &str = "apigw.maxAttempts";

/// The waiters of an operation, by their names.
pub(super) fn lower(operation: &AstShape, problems: &mut Problems) -> Vec<ResolvedWaiter> {
    let Some(found) = operation.traits.get(WAITABLE) else { return Vec::new() };
    let id = operation.id.as_str();
    let waiters = found.node().entries(Some(id), problems);
    let mut waiters: Vec<_> = waiters.iter().map(|(name, node)| waiter(id, name, node, problems)).collect();
    waiters.sort_by(|one, other| one.name.cmp(&other.name));
    waiters
}

fn waiter(id: &str, name: &str, node: &Node<'_>, problems: &mut Problems) -> ResolvedWaiter {
    let mut seconds = |key: &str| {
        let found = node.get(key)?;
        let number = found.value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
        if number.is_none() {
            problems.shape(
                &found.site,
                id,
                format!("has the waiter `{name}`, whose `{key}` is no whole number above 0"),
            );
        }
        number
    };
    let (min_delay, max_delay) = (seconds("minDelay"), seconds("maxDelay"));
    let max_attempts = seconds(MAX_ATTEMPTS);
    let min_delay = min_delay.unwrap_or(DELAYS.0);
    let max_delay = max_delay.unwrap_or(DELAYS.1).max(min_delay);

    let acceptors = node.get("acceptors").map(|acceptors| acceptors.items(Some(id), problems)).unwrap_or_default();
    if acceptors.is_empty() {
        problems.shape(&node.site, id, format!("has the waiter `{name}`, which has no `acceptors`"));
    }
    let acceptors =
        acceptors.iter().filter_map(|node| Some((state(id, node, problems)?, matcher(id, node, problems)?)));
    ResolvedWaiter { name: name.to_owned(), min_delay, max_delay, max_attempts, acceptors: acceptors.collect() }
}

fn state(id: &str, node: &Node<'_>, problems: &mut Problems) -> Option<WaiterState> {
    match node.required_text("state", Some(id), problems)? {
        "success" => Some(WaiterState::Success),
        "failure" => Some(WaiterState::Failure),
        "retry" => Some(WaiterState::Retry),
        other => {
            problems.shape(&node.site, id, format!("has a waiter with the unknown state `{other}`"));
            None
        }
    }
}

fn matcher(id: &str, node: &Node<'_>, problems: &mut Problems) -> Option<ResolvedMatcher> {
    let entries = node.get("matcher").map(|found| found.entries(Some(id), problems)).unwrap_or_default();
    let [(kind, found)] = entries.as_slice() else {
        problems.shape(&node.site, id, "has a waiter without one `matcher`");
        return None;
    };

    let matcher = match *kind {
        "success" => found.value.as_bool().map(ResolvedMatcher::Success),
        "errorType" => {
            // Some models name the shape of the error.
            let code = found.value.as_str().map(|code| code.rsplit_once('#').map_or(code, |(_, name)| name));
            code.map(|code| ResolvedMatcher::ErrorType(code.to_owned()))
        }
        STATUS => found.value.as_u64().and_then(|status| status.try_into().ok()).map(ResolvedMatcher::Status),
        "output" => return test(id, found, problems).map(ResolvedMatcher::Output),
        "inputOutput" => return test(id, found, problems).map(ResolvedMatcher::InputOutput),
        _ => None,
    };
    if matcher.is_none() {
        problems.shape(&found.site, id, format!("has a waiter with a matcher `{kind}` that is not understood"));
    }
    matcher
}

fn test(id: &str, node: &Node<'_>, problems: &mut Problems) -> Option<ResolvedTest> {
    let path = node.required_text("path", Some(id), problems)?;
    let comparator = match node.required_text("comparator", Some(id), problems)? {
        "stringEquals" => Comparator::StringEquals,
        "booleanEquals" => Comparator::BooleanEquals,
        "allStringEquals" => Comparator::AllStringEquals,
        "anyStringEquals" => Comparator::AnyStringEquals,
        other => {
            problems.shape(&node.site, id, format!("has a waiter with the unknown comparator `{other}`"));
            return None;
        }
    };
    let expected = node.get("expected").and_then(|found| found.text(Some(id), problems))?;
    Some(ResolvedTest { path: path.to_owned(), comparator, expected: expected.to_owned() })
}
