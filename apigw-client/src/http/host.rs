//! What stands before the host of an operation's requests.

use apigw_spec::Operation;
use apigw_spec::value::{Members, Value};

/// What is wrong with the value of a label, by the name of its member.
pub(crate) enum HostProblem {
    /// There is none.
    Missing(&'static str),
    /// It cannot be a label.
    Invalid(&'static str),
}

/// The prefix of the host, with the values of its labels.
pub(crate) fn prefix(operation: &Operation, members: &dyn Members) -> Result<Option<String>, HostProblem> {
    let Some(template) = operation.handling.host_prefix else { return Ok(None) };
    let structure = operation.input.shape().structure();
    let mut prefix = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        prefix.push_str(before);
        let value = structure.member(name).map(|(index, member)| members.member(index, member.name));
        let Some(Value::Text(text)) = value else { return Err(HostProblem::Missing(name)) };
        if !is_label(text) {
            return Err(HostProblem::Invalid(name));
        }
        prefix.push_str(text);
        rest = after;
    }
    prefix.push_str(rest);
    Ok(Some(prefix))
}

/// Whether text can be a label of a host name.
fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
