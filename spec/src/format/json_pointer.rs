//! The paths of patch operations, and the documented templates that they have to match.
//!
//! Source: RFC 6901; API Gateway API Reference, "Patch operations".

use std::borrow::Cow;
use std::fmt;

use super::error::FormatError;

/// A patch path: segments, each after a slash, with `~1` for a slash and `~0` for a tilde within a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonPointer<'a> {
    segments: Vec<&'a str>,
}

/// Reads a patch path.
///
/// # Errors
/// A string that does not begin with a slash. Recorded answers to it: "Invalid patch path …". A tilde followed by anything
/// but `0` and `1` passes and stands for itself.
pub fn parse(text: &str) -> Result<JsonPointer<'_>, FormatError> {
    let Some(rest) = text.strip_prefix('/') else {
        return Err(FormatError::new(0, format!("a patch path begins with a slash; write `/{text}`")));
    };
    Ok(JsonPointer { segments: rest.split('/').collect() })
}

impl<'a> JsonPointer<'a> {
    /// The segments, unescaped.
    pub fn segments(&self) -> impl ExactSizeIterator<Item = Cow<'a, str>> + '_ {
        self.segments.iter().map(|segment| unescape(segment))
    }

    /// The segments as written.
    pub fn raw_segments(&self) -> &[&'a str] {
        &self.segments
    }
}

impl fmt::Display for JsonPointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segments.iter().try_for_each(|segment| write!(f, "/{segment}"))
    }
}

/// A documented path in which `{name}` stands for one segment and `{name+}`, at the end, for one or more.
///
/// ```
/// # use apigw_spec::format::json_pointer::{self, Template};
/// let path = json_pointer::parse("/requestTemplates/application~1json").unwrap();
/// let captured = Template::new("/requestTemplates/{type}").captures(&path).unwrap();
/// assert_eq!(captured[0].value, "application/json");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template<'t> {
    text: &'t str,
}

/// What a `{name}` of a template stands for in a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture<'t> {
    /// The name between the braces.
    pub name: &'t str,
    /// The segment, unescaped; for a `{name+}`, the segments joined by slashes.
    pub value: String,
}

impl<'t> Template<'t> {
    /// The template written `text`. `*` in it is an ordinary segment, as in `/*/*/logging/loglevel`.
    pub const fn new(text: &'t str) -> Self {
        Self { text }
    }

    /// Whether `path` has this form.
    pub fn matches(&self, path: &JsonPointer<'_>) -> bool {
        self.captures(path).is_some()
    }

    /// What the braces stand for, if `path` has this form.
    pub fn captures(&self, path: &JsonPointer<'_>) -> Option<Vec<Capture<'t>>> {
        self.captures_with(path, |left, right| left == right)
    }

    /// Like [`Self::captures`], but the letter case of literal segments does not count: the documentation and the
    /// service write some paths differently (`/basepath`, `/basePath`).
    pub fn captures_ignoring_case(&self, path: &JsonPointer<'_>) -> Option<Vec<Capture<'t>>> {
        self.captures_with(path, str::eq_ignore_ascii_case)
    }

    fn captures_with(&self, path: &JsonPointer<'_>, same: impl Fn(&str, &str) -> bool) -> Option<Vec<Capture<'t>>> {
        let mut captures = Vec::new();
        let mut segments = path.segments();
        for expected in self.text.strip_prefix('/').unwrap_or(self.text).split('/') {
            let segment = segments.next()?;
            match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                None => same(&unescape(expected), &segment).then_some(())?,
                Some(name) => {
                    let mut value = segment.into_owned();
                    let name = name.strip_suffix('+').map_or(name, |name| {
                        segments.by_ref().for_each(|more| value = format!("{value}/{more}"));
                        name
                    });
                    captures.push(Capture { name, value });
                }
            }
        }
        segments.next().is_none().then_some(captures)
    }
}

impl fmt::Display for Template<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        // `~1` first, so that the tilde of `~01` is not taken for the beginning of `~1`.
        return Cow::Owned(segment.replace("~1", "/").replace("~0", "~"));
    }
    Cow::Borrowed(segment)
}
