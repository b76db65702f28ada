//! The tree of a file: every key, value and scalar with its place.

use std::borrow::Cow;
use std::ops::Deref;

use apigw_spec::value::TextPart;

use super::span::{PackedSpan, SourceSpan};

/// A value of a file.
#[derive(Debug, Clone)]
pub(crate) struct SourceNode<'t> {
    place: PackedSpan,
    /// The tag of YAML, without the exclamation mark: `Sub` for `!Sub`.
    pub(crate) tag: Option<NodeTag>,
    /// What it is.
    pub(crate) content: NodeContent<'t>,
}

/// What a value of a file is.
#[derive(Debug, Clone)]
pub(crate) enum NodeContent<'t> {
    /// A string, number, boolean or null, as text. The member that it belongs to decides which.
    Scalar {
        /// The text, without quotes and escapes.
        text: Cow<'t, str>,
        /// How it is written.
        style: ScalarForm,
    },
    /// A list.
    List(Vec<SourceNode<'t>>),
    /// The keys and values of a map, in order. A key can occur more than once.
    Map(Vec<(SourceNode<'t>, SourceNode<'t>)>),
    /// A value that is known only when the definition is deployed.
    Opaque,
    /// A string of which parts are known.
    Partial(Vec<TextPart>),
    /// A value that something else in the file has.
    Reference(Box<NodeReference>),
}

/// A value that something else in the file has: an attribute of a resource, a variable.
#[derive(Debug, Clone)]
pub(crate) struct NodeReference {
    /// What has the value.
    pub(crate) target: String,
    /// Its attribute; empty if it is meant as a whole.
    pub(crate) attribute: String,
    /// What is known of the value as a string.
    pub(crate) parts: Vec<TextPart>,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScalarForm {
    /// Without quotes: a number, boolean, null, or in YAML a string.
    Plain,
    /// In quotes: surely a string.
    Quoted,
    /// In the lines below, with their line breaks (`|`).
    Literal,
    /// In the lines below, joined (`>`).
    Folded,
}

/// A tag. Few values have one, so what it takes is elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NodeTag(Box<Box<str>>);

impl NodeTag {
    pub(crate) fn new(name: &str) -> Self {
        Self(Box::new(name.into()))
    }
}

impl Deref for NodeTag {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'t> SourceNode<'t> {
    /// A value without a tag.
    pub(crate) fn new(span: SourceSpan, content: NodeContent<'t>) -> Self {
        Self::tagged(span, None, content)
    }

    /// A value with the tag that it has.
    pub(crate) fn tagged(span: SourceSpan, tag: Option<NodeTag>, content: NodeContent<'t>) -> Self {
        Self { place: span.into(), tag, content }
    }

    /// Where it is.
    pub(crate) fn span(&self) -> SourceSpan {
        self.place.into()
    }

    /// The value as if it were at another place.
    pub(crate) fn at_span(self, span: SourceSpan) -> Self {
        Self { place: span.into(), ..self }
    }

    /// An empty map, at the start of a file.
    pub(crate) fn nothing() -> Self {
        Self::new(SourceSpan::default(), NodeContent::Map(Vec::new()))
    }

    /// A string that the file does not have, at the place that it follows from.
    pub(crate) fn string(text: &str, span: SourceSpan) -> Self {
        let content = NodeContent::Scalar { text: Cow::Owned(text.to_owned()), style: ScalarForm::Quoted };
        Self::new(span, content)
    }

    /// A map that the file does not have, at the place that it follows from.
    pub(crate) fn map(entries: Vec<(Self, Self)>, span: SourceSpan) -> Self {
        Self::new(span, NodeContent::Map(entries))
    }

    /// A value of which nothing is known.
    pub(crate) fn opaque(span: SourceSpan) -> Self {
        Self::new(span, NodeContent::Opaque)
    }

    /// Moves it to where its file begins in the text of all files.
    pub(crate) fn move_by(&mut self, start: usize) {
        let span = self.span();
        self.place = SourceSpan { start: span.start + start, end: span.end + start }.into();
        match &mut self.content {
            NodeContent::List(items) => items.iter_mut().for_each(|item| item.move_by(start)),
            NodeContent::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.move_by(start);
                value.move_by(start);
            }),
            NodeContent::Scalar { .. } | NodeContent::Opaque | NodeContent::Partial(_) | NodeContent::Reference(_) => {}
        }
    }

    /// The value without what it borrows.
    pub(super) fn into_owned<'o>(self) -> SourceNode<'o> {
        let content = match self.content {
            NodeContent::Scalar { text, style } => NodeContent::Scalar { text: Cow::Owned(text.into_owned()), style },
            NodeContent::List(items) => NodeContent::List(items.into_iter().map(SourceNode::into_owned).collect()),
            NodeContent::Map(entries) => {
                let entries = entries.into_iter().map(|(key, value)| (key.into_owned(), value.into_owned()));
                NodeContent::Map(entries.collect())
            }
            NodeContent::Opaque => NodeContent::Opaque,
            NodeContent::Partial(parts) => NodeContent::Partial(parts),
            NodeContent::Reference(reference) => NodeContent::Reference(reference),
        };
        SourceNode { place: self.place, tag: self.tag, content }
    }

    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        if let NodeContent::Scalar { text, .. } = &self.content { Some(text) } else { None }
    }

    /// The entries of a map; none for anything else.
    pub(crate) fn entries(&self) -> &[(SourceNode<'t>, SourceNode<'t>)] {
        if let NodeContent::Map(entries) = &self.content { entries } else { &[] }
    }

    /// The items of a list; none for anything else.
    pub(crate) fn items(&self) -> &[SourceNode<'t>] {
        if let NodeContent::List(items) = &self.content { items } else { &[] }
    }

    /// How many values it has, itself and the keys of maps included.
    pub(crate) fn count(&self) -> usize {
        let below: usize = match &self.content {
            NodeContent::List(items) => items.iter().map(Self::count).sum(),
            NodeContent::Map(entries) => entries.iter().map(|(_, value)| 1 + value.count()).sum(),
            NodeContent::Scalar { .. } | NodeContent::Opaque | NodeContent::Partial(_) | NodeContent::Reference(_) => 0,
        };
        1 + below
    }

    /// The key and the value of an entry of a map. Of several the last counts, as it does for the readers of AWS.
    pub(crate) fn entry(&self, key: &str) -> Option<(&SourceNode<'t>, &SourceNode<'t>)> {
        self.entries().iter().rev().find(|(found, _)| found.text() == Some(key)).map(|(key, value)| (key, value))
    }

    /// The value of an entry of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&SourceNode<'t>> {
        self.entry(key).map(|(_, value)| value)
    }

    /// The value at the end of some keys.
    pub(crate) fn at(&self, keys: &[&str]) -> Option<&SourceNode<'t>> {
        keys.iter().try_fold(self, |node, key| node.get(key))
    }

    /// Whether it is a map.
    pub(crate) fn is_map(&self) -> bool {
        matches!(self.content, NodeContent::Map(_))
    }

    /// Whether it is null: nothing, `~` or `null` without quotes.
    pub(crate) fn is_null(&self) -> bool {
        match &self.content {
            NodeContent::Scalar { text, style: ScalarForm::Plain } => {
                matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }

    /// The boolean that an unquoted scalar stands for in YAML 1.1, which has more words for them than JSON.
    pub(crate) fn boolean(&self) -> Option<bool> {
        let NodeContent::Scalar { text, style } = &self.content else { return None };
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        let is_plain = *style == ScalarForm::Plain;
        if is("true") || is_plain && (is("yes") || is("on")) {
            return Some(true);
        }
        (is("false") || is_plain && (is("no") || is("off"))).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::SourceNode;

    #[test]
    fn a_value_takes_little_memory() {
        assert!(size_of::<SourceNode<'_>>() <= 48, "a file has a million of them: {}", size_of::<SourceNode<'_>>());
    }
}
