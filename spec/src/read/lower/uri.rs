//! The path and query of an operation's `http` trait.

use super::resolved::{ResolvedBinding, ResolvedStructure};
use crate::read::error::{Problems, Site, with_nearest};

/// The parts of a URI pattern that refer to members or reserve names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Uri<'u> {
    labels: Vec<&'u str>,
    query: Vec<&'u str>,
}

/// Takes a URI pattern apart, or says what is wrong with it.
pub(super) fn parse(uri: &str) -> Result<Uri<'_>, String> {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let wrong = |what: &str| Err(format!("has the URI `{uri}`, {what}"));
    let Some(path) = path.strip_prefix('/') else {
        return wrong("which does not begin with `/`");
    };
    if uri.contains('#') || uri.chars().any(char::is_whitespace) {
        return wrong("which has a fragment or a space");
    }
    let mut labels: Vec<&str> = Vec::new();
    let mut greedy = false;

    for segment in path.split('/') {
        let label = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let Some(label) = label else {
            if segment.contains(['{', '}']) {
                return wrong("in which a label is not a whole segment");
            }
            continue;
        };
        if greedy {
            return wrong("in which a label follows a greedy one");
        }
        let name = label.strip_suffix('+').unwrap_or(label);
        greedy = name != label;
        if name.is_empty() || name.contains(['{', '}', '+']) {
            return wrong("in which a label has no name");
        }
        if labels.contains(&name) {
            return wrong("which names a label twice");
        }
        labels.push(name);
    }

    if query.contains(['{', '}']) {
        return wrong("in which a label stands in the query");
    }
    let query = query.split('&').filter(|part| !part.is_empty());
    Ok(Uri { labels, query: query.map(|part| part.split_once('=').map_or(part, |(name, _)| name)).collect() })
}

/// Reports labels without member, members without label, and query parameters that are fixed and bound.
pub(super) fn check(uri: &Uri<'_>, input: Option<&ResolvedStructure>, site: &Site, id: &str, problems: &mut Problems) {
    for label in &uri.labels {
        if labels(input).any(|member| member == *label) {
            continue;
        }
        let reason = format!("has the label `{label}`, for which its input has no member with `httpLabel`");
        problems.shape(site, id, with_nearest(reason, label, labels(input)));
    }
    for member in labels(input) {
        if !uri.labels.contains(&member) {
            problems.shape(site, id, format!("has no label for the member `{member}` of its input"));
        }
    }
    for member in input.map(|input| input.members.as_slice()).unwrap_or_default() {
        if let ResolvedBinding::Query(name) = &member.binding
            && uri.query.contains(&name.as_str())
        {
            let reason = format!("fixes the query parameter `{name}`, to which `{}` is bound", member.name);
            problems.shape(site, id, reason);
        }
    }
}

/// The labels that an input binds.
fn labels(input: Option<&ResolvedStructure>) -> impl Iterator<Item = &str> {
    let members = input.map(|input| input.members.as_slice()).unwrap_or_default();
    members.iter().filter(|member| member.binding == ResolvedBinding::Label).map(|member| member.name.as_str())
}
