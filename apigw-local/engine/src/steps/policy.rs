//! The policies of authorizers.

use serde_json::Value;

/// What a policy says to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// A statement allows it, and none denies it.
    Allowed,
    /// No statement allows it.
    NotAllowed,
    /// A statement denies it.
    Denied,
}

/// What the policy of an authorizer says to the call of a method. `*` and `?` in its resources stand for any text and for
/// any character.
///
/// ```
/// use apigw_engine::{Decision, decide};
/// use serde_json::json;
///
/// let policy = json!({"Statement": [{
///     "Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "arn:aws:execute-api:*:*:api/prod/GET/*",
/// }]});
/// let method = "arn:aws:execute-api:us-east-1:123456789012:api/prod/GET/pets";
/// assert_eq!(decide(&policy, method), Decision::Allowed);
/// assert_eq!(decide(&json!({"Statement": []}), method), Decision::NotAllowed);
/// ```
pub fn decide(policy: &Value, method_arn: &str) -> Decision {
    let mut decision = Decision::NotAllowed;
    for statement in each(policy.get("Statement")) {
        let covers = |member: &str, value: &str| {
            each(statement.get(member)).any(|pattern| pattern.as_str().is_some_and(|pattern| matches(pattern, value)))
        };
        if !covers("Action", "execute-api:Invoke") || !covers("Resource", method_arn) {
            continue;
        }
        match statement.get("Effect").and_then(Value::as_str) {
            Some("Deny") => return Decision::Denied,
            Some("Allow") => decision = Decision::Allowed,
            _ => {}
        }
    }
    decision
}

/// The elements of a list, or the one value that stands for a list.
fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (list, single) = match value {
        Some(Value::Array(list)) => (list.as_slice(), None),
        other => (&[] as &[Value], other),
    };
    list.iter().chain(single)
}

/// Whether a pattern covers the whole of a string.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(c) if *c == '?' || Some(c) == text.get(t) => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    t = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}
