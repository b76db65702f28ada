//! The last segment of a resource's path.

use std::fmt;

use super::error::{FormatError, FormatResult};
use super::text::first_other;

/// A path part.
///
/// Source: reported answer "Resource's path part only allow a-zA-Z0-9._-: …, and curly braces at the beginning and the
/// end and an optional plus sign before the closing brace"; Developer Guide, "Important notes", for the comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResourcePathPart<'a> {
    /// A segment that a request's path must have literally.
    Literal(&'a str),
    /// `{name}`: any one segment.
    Variable(&'a str),
    /// `{name+}`: this segment and all after it.
    Greedy(&'a str),
}

/// Reads a path part.
///
/// # Errors
/// A slash, white space or another character that the service refuses; braces elsewhere than around the whole; nothing.
pub(crate) fn parse(text: &str) -> Result<ResourcePathPart<'_>, FormatError> {
    if text.is_empty() {
        return Err(FormatError::new(0, "a path part cannot be empty; give the segment, or use the root resource"));
    }
    if let Some(inner) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let (name, greedy) = inner.strip_suffix('+').map_or((inner, false), |name| (name, true));
        if name.is_empty() {
            return Err(FormatError::new(1, "a path variable needs a name; write `{name}` or `{name+}`"));
        }
        check_characters(name).map_err(|error| error.shifted(1))?;
        return Ok(if greedy { ResourcePathPart::Greedy(name) } else { ResourcePathPart::Variable(name) });
    }
    check_characters(text)?;
    Ok(ResourcePathPart::Literal(text))
}

impl fmt::Display for ResourcePathPart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(text) => f.write_str(text),
            Self::Variable(name) => write!(f, "{{{name}}}"),
            Self::Greedy(name) => write!(f, "{{{name}+}}"),
        }
    }
}

/// Whether a path part is a variable, greedy or not.
pub(crate) fn check_variable(text: &str) -> FormatResult {
    match parse(text)? {
        ResourcePathPart::Literal(_) => {
            Err(FormatError::new(0, "this path part is literal; write `{name}` for a variable"))
        }
        _ => Ok(()),
    }
}

/// Whether a path part is a greedy variable.
pub(crate) fn check_greedy(text: &str) -> FormatResult {
    match parse(text)? {
        ResourcePathPart::Greedy(_) => Ok(()),
        _ => Err(FormatError::new(0, "this path part is not greedy; write `{name+}`")),
    }
}

/// `$` is in none of the strings the service has answered; emulators and users report it as working, so it passes.
fn check_characters(text: &str) -> FormatResult {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ':' | ',' | '$');
    let Some((at, wrong)) = first_other(text, allowed) else { return Ok(()) };
    let message = match wrong {
        '/' => "a path part is one segment; create a resource for each segment between slashes".to_owned(),
        '{' | '}' => "braces must enclose the whole path part; write `{name}` or `{name+}`".to_owned(),
        '+' => "a plus sign must be the last character before the closing brace; write `{name+}`".to_owned(),
        _ => format!("a path part cannot contain {wrong:?}; use letters, digits, `.`, `_`, `-`, `:` or `,`"),
    };
    Err(FormatError::new(at, message))
}
