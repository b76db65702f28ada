//! The holes of a string that the service fills in later: `{name}` from a request, `${stageVariables.name}` from a stage.

const STAGE_VARIABLE: &str = "${stageVariables.";

/// A `{name}` in an integration's URI, fed by the request parameter `integration.request.path.{name}`.
///
/// Source: API Gateway Developer Guide, "Set up data mapping for REST APIs".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placeholder<'a> {
    /// The name between the braces.
    pub name: &'a str,
    /// The byte offset of the name.
    pub offset: usize,
}

/// Every `{name}` of a URI, in order. Braces around anything but a parameter name (a JSON text in a query, say) are
/// text, and so are unbalanced ones.
pub(crate) fn placeholders(text: &str) -> impl Iterator<Item = Placeholder<'_>> {
    holes(text)
        .filter(|hole| !hole.dollar && !hole.name.is_empty() && hole.name.chars().all(is_name))
        .map(|Hole { name, offset, .. }| Placeholder { name, offset })
}

/// Whether a string is completed by the stage, so that what it will be in the end cannot be known: it contains
/// `${stageVariables.`, closed or not.
pub(crate) fn has_stage_variable(text: &str) -> bool {
    text.contains(STAGE_VARIABLE)
}

/// The length of the `{…}` or `${…}` that `text` begins with, if it does.
pub(crate) fn hole_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("${").or_else(|| text.strip_prefix('{'))?;
    let close = inner.find(['}', '{', '/', '?', '#'])?;
    inner.get(close..)?.starts_with('}').then(|| text.len() - inner.len() + close + 1)
}

struct Hole<'a> {
    dollar: bool,
    name: &'a str,
    offset: usize,
}

fn holes(text: &str) -> impl Iterator<Item = Hole<'_>> {
    text.match_indices('{').filter_map(|(at, _)| {
        let inner = text.get(at + 1..)?;
        let name = inner.get(..inner.find(['}', '{'])?)?;
        let closed = inner.get(name.len()..)?.starts_with('}');
        let dollar = text.get(..at)?.ends_with('$');
        closed.then_some(Hole { dollar, name, offset: at + 1 })
    })
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$' | '-' | ':' | '+')
}
