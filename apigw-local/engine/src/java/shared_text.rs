//! `String`: a part of what many strings share.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::rc::Rc;

/// A string. Members of a body and literals of a template are parts of the text that they were read from, so that they
/// cost no allocation; the empty string has no text at all.
#[derive(Clone, Default)]
pub(crate) struct SharedText {
    whole: Option<Rc<str>>,
    start: u32,
    end: u32,
}

impl SharedText {
    /// A part of what strings share; empty if there is no such part.
    pub(crate) fn part(whole: &Rc<str>, range: Range<usize>) -> Self {
        if range.is_empty() || whole.get(range.clone()).is_none() {
            return Self::default();
        }
        match (u32::try_from(range.start), u32::try_from(range.end)) {
            (Ok(start), Ok(end)) => Self { whole: Some(Rc::clone(whole)), start, end },
            _ => whole.get(range).unwrap_or("").into(),
        }
    }

    /// A part of the string; empty if there is no such part.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        let Some(whole) = &self.whole else { return Self::default() };
        if self.end < self.start {
            return whole.get(range).unwrap_or("").into();
        }
        let start = self.start as usize;
        if range.end > self.len() { Self::default() } else { Self::part(whole, start + range.start..start + range.end) }
    }

    /// The characters.
    pub(crate) fn as_str(&self) -> &str {
        let Some(whole) = &self.whole else { return "" };
        whole.get(self.start as usize..self.end as usize).unwrap_or(whole)
    }
}

impl From<Rc<str>> for SharedText {
    fn from(whole: Rc<str>) -> Self {
        if whole.is_empty() {
            return Self::default();
        }
        // A range that ends before it begins stands for a string that is too long for its bytes to be counted.
        let (start, end) = u32::try_from(whole.len()).map_or((1, 0), |end| (0, end));
        Self { whole: Some(whole), start, end }
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::default() } else { Rc::<str>::from(text).into() }
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<std::borrow::Cow<'_, str>> for SharedText {
    fn from(text: std::borrow::Cow<'_, str>) -> Self {
        (*text).into()
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SharedText {}

impl Hash for SharedText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::SharedText;

    #[test]
    fn a_part_shares_the_text() {
        let whole: Rc<str> = "aé€".into();
        let part = SharedText::part(&whole, 1..6);
        assert_eq!(part.as_str(), "é€");
        assert_eq!(part.slice(2..5).as_str(), "€");
        assert_eq!(Rc::strong_count(&whole), 2);
        for (from, to) in [(0, 0), (2, 3), (1, 9), (9, 12)] {
            assert_eq!(SharedText::part(&whole, from..to).as_str(), "", "{from}..{to}");
        }
        assert_eq!(part.slice(0..6).as_str(), "");
    }
}
