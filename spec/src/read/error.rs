//! What is wrong with a specification file, and where.

use std::collections::HashSet;
use std::fmt;
use std::rc::Rc;

use crate::suggest;

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ReadError {
    /// The name of the file, as its [`Source`](super::Source) gave it.
    pub file: String,
    /// The JSON pointer (RFC 6901) to the value at fault; empty for the whole file.
    pub pointer: String,
    /// The shape or member (`namespace#Shape$member`) at fault, if it is known.
    pub shape: Option<String>,
    /// What is wrong, as a sentence whose subject is the shape, if there is one, or else the file.
    pub reason: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read `{}`: ", self.file)?;
        if let Some(shape) = &self.shape {
            let noun = if shape.contains('$') { "member" } else { "shape" };
            write!(f, "{noun} `{shape}` ")?;
        }
        f.write_str(&self.reason)?;
        if self.pointer.is_empty() { Ok(()) } else { write!(f, " (at `{}`)", self.pointer) }
    }
}

impl std::error::Error for ReadError {}

/// Every problem found in one reading; printed one a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadErrors(pub Vec<ReadError>);

impl fmt::Display for ReadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadErrors {}

/// A reason, completed by the known name that is nearest to a mistaken one.
pub(super) fn with_nearest<'k>(reason: String, name: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    match suggest::nearest(name, known) {
        Some(nearest) => format!("{reason}; did you mean `{nearest}`?"),
        None => reason,
    }
}

/// A place in a file.
#[derive(Debug, Clone)]
pub(super) struct Site {
    file: Rc<str>,
    pointer: String,
}

impl Site {
    /// The root of a file.
    pub(super) fn root(file: &str) -> Self {
        Self { file: file.into(), pointer: String::new() }
    }

    /// The place of a member or item below this one.
    pub(super) fn child(&self, key: &str) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + key.len() + 1);
        pointer.push_str(&self.pointer);
        pointer.push('/');
        // Most keys need no escape, and there are tens of thousands of them.
        if key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
        } else {
            pointer.push_str(key);
        }
        Self { file: Rc::clone(&self.file), pointer }
    }
}

/// Collects problems, so that one reading reports them all.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<ReadError>,
    seen: HashSet<ReadError>,
}

impl Problems {
    /// Records a problem of a file.
    pub(super) fn file(&mut self, site: &Site, reason: impl Into<String>) {
        self.push(site, None, reason.into());
    }

    /// Records a problem of a shape or member.
    pub(super) fn shape(&mut self, site: &Site, shape: &str, reason: impl Into<String>) {
        self.push(site, Some(shape.to_owned()), reason.into());
    }

    fn push(&mut self, site: &Site, shape: Option<String>, reason: String) {
        let error = ReadError { file: site.file.to_string(), pointer: site.pointer.clone(), shape, reason };
        // What several operations share is visited once for each of them.
        if self.seen.insert(error.clone()) {
            self.found.push(error);
        }
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems, as an error if there are any.
    pub(super) fn finish(self) -> Result<(), ReadErrors> {
        if self.found.is_empty() { Ok(()) } else { Err(ReadErrors(self.found)) }
    }
}
