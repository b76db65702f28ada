//! Reads YAML.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span, StrInput, Tag};

use super::error::ReadError;
use super::limits::Budget;
use super::node::{NodeContent, NodeTag, ScalarForm, SourceNode};
use super::span::SourceSpan;

/// The largest file that is read again for dashes, and how many of them it may have.
const MAX_BYTES_WITH_DASHES: usize = 2 << 20;
const MAX_DASHES: usize = 32;

/// Reads the first document of a file.
pub(super) fn read(text: &str) -> Result<SourceNode<'_>, ReadError> {
    let mut dash = None;
    tree(text, &[], &mut dash).or_else(|error| with_dashes(text, dash).ok_or(error))
}

/// Reads a file that has plain dashes as items of lists in brackets (`!Join [-, [a, b]]`), which the readers of the AWS tools
/// take and the parser does not. The first of them is given.
fn with_dashes<'t>(text: &str, first: Option<usize>) -> Option<SourceNode<'t>> {
    let (mut dash, mut dashes) = (first.filter(|_| text.len() <= MAX_BYTES_WITH_DASHES), Vec::new());
    let mut copy = text.to_owned();
    while let Some(at) = dash.take() {
        if copy.as_bytes().get(at) != Some(&b'-') || dashes.len() == MAX_DASHES {
            break;
        }
        // A letter in its place is a scalar at the same place.
        copy.replace_range(at..=at, "x");
        dashes.push(at);
        if let Ok(node) = tree(&copy, &dashes, &mut dash) {
            return Some(node.into_owned());
        }
    }
    None
}

/// Reads the first document of a string in which a letter stands for each of some dashes. If the parser stops at another
/// dash, `dash` says where.
fn tree<'t>(text: &'t str, dashes: &[usize], dash: &mut Option<usize>) -> Result<SourceNode<'t>, ReadError> {
    let events = Parser::new_from_str(text);
    let mut reader = YamlTree {
        text,
        dashes,
        dash,
        events,
        offsets: Offsets::new(text),
        anchors: HashMap::new(),
        budget: Budget::default(),
        items: Vec::new(),
        entries: Vec::new(),
    };
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => return Ok(empty(span)),
            event => return reader.node(event, span, 0),
        }
    }
}

fn empty<'t>(span: SourceSpan) -> SourceNode<'t> {
    let content = NodeContent::Scalar { text: Cow::Borrowed(""), style: ScalarForm::Plain };
    SourceNode::new(span, content)
}

/// Where each character of the text begins.
struct Offsets<'t> {
    text: &'t str,
    /// The bytes of the characters; none if all of them have one byte.
    starts: Vec<usize>,
}

impl<'t> Offsets<'t> {
    fn new(text: &'t str) -> Self {
        let starts = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { text, starts }
    }

    fn byte(&self, character: usize) -> usize {
        let found = if self.starts.is_empty() { Some(character) } else { self.starts.get(character).copied() };
        found.unwrap_or(self.text.len()).min(self.text.len())
    }
}

struct YamlTree<'t, 'd> {
    text: &'t str,
    /// The dashes for which a letter stands, and where to say that there is another one.
    dashes: &'d [usize],
    dash: &'d mut Option<usize>,
    events: Parser<'t, StrInput<'t>>,
    offsets: Offsets<'t>,
    /// What aliases can refer to, with its number of values.
    anchors: HashMap<usize, (SourceNode<'t>, usize)>,
    budget: Budget,
    /// The items and entries of the lists and maps that are not at their end yet, the outermost first.
    items: Vec<SourceNode<'t>>,
    entries: Vec<(SourceNode<'t>, SourceNode<'t>)>,
}

impl<'t> YamlTree<'t, '_> {
    fn next(&mut self) -> Result<(Event<'t>, SourceSpan), ReadError> {
        match self.events.next() {
            Some(Ok((event, span))) => Ok((event, self.span(span))),
            Some(Err(error)) => {
                let at = self.offsets.byte(error.marker().index());
                if matches!(error.kind(), ErrorKind::PlainScalarStartsWithDashFlowIndicator) {
                    *self.dash = Some(at);
                }
                Err(ReadError::new(SourceSpan { start: at, end: at }, format!("invalid YAML: {}", error.info())))
            }
            None => {
                let at = self.text.len();
                Err(ReadError::new(SourceSpan { start: at, end: at }, "the YAML document ends too early"))
            }
        }
    }

    fn span(&self, span: Span) -> SourceSpan {
        let start = self.offsets.byte(span.start.index());
        SourceSpan { start, end: self.offsets.byte(span.end.index()).max(start) }
    }

    fn node(&mut self, event: Event<'t>, span: SourceSpan, depth: usize) -> Result<SourceNode<'t>, ReadError> {
        self.budget.take(1, depth, span)?;
        let (anchor, node) = match event {
            Event::Alias(anchor) => return self.alias(anchor, span, depth),
            Event::Scalar(text, style, anchor, tag) => (anchor, self.scalar(text, style, tag.as_deref(), span)),
            Event::SequenceStart(_, anchor, tag) => (anchor, self.list(span, tag.as_deref(), depth)?),
            Event::MappingStart(_, anchor, tag) => (anchor, self.map(span, tag.as_deref(), depth)?),
            _ => return Err(ReadError::new(span, "the YAML document ends too early")),
        };

        if anchor > 0 {
            // What is kept counts too, since anchors can stand within each other.
            let count = node.count();
            self.budget.take(count, depth, span)?;
            self.anchors.insert(anchor, (node.clone(), count));
        }
        Ok(node)
    }

    fn alias(&mut self, anchor: usize, span: SourceSpan, depth: usize) -> Result<SourceNode<'t>, ReadError> {
        let Some((node, count)) = self.anchors.get(&anchor) else {
            return Err(ReadError::new(span, "an alias refers to the value that it is in; repeat the value instead"));
        };
        self.budget.take(*count, depth, span)?;
        Ok(node.clone())
    }

    fn scalar(&self, text: Cow<'t, str>, style: ScalarStyle, tag: Option<&Tag>, span: SourceSpan) -> SourceNode<'t> {
        let (style, tag) = match (style, local_tag(tag)) {
            // What is tagged as a string is one, however it is written.
            (ScalarStyle::Plain, None) if tag.is_some_and(|tag| tag.suffix() == "str") => (ScalarForm::Quoted, None),
            (ScalarStyle::Plain, tag) => (ScalarForm::Plain, tag),
            (ScalarStyle::Literal, tag) => (ScalarForm::Literal, tag),
            (ScalarStyle::Folded, tag) => (ScalarForm::Folded, tag),
            (_, tag) => (ScalarForm::Quoted, tag),
        };

        // Nothing is written as `~` by the parser, and has no characters.
        let text = match style {
            ScalarForm::Plain if span.start == span.end => Cow::Borrowed(""),
            ScalarForm::Plain if self.dashes.contains(&span.start) => Cow::Borrowed("-"),
            _ => text,
        };
        let raw = span.of(self.text).trim_end();
        let end = span.start + closing_quote(raw).filter(|_| style == ScalarForm::Quoted).unwrap_or(raw.len());
        SourceNode::tagged(SourceSpan { start: span.start, end }, tag, NodeContent::Scalar { text, style })
    }

    fn list(&mut self, start: SourceSpan, tag: Option<&Tag>, depth: usize) -> Result<SourceNode<'t>, ReadError> {
        let first = self.items.len();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let span = self.trimmed(start.start, span.end);
                let content = NodeContent::List(self.items.split_off(first));
                return Ok(SourceNode::tagged(span, local_tag(tag), content));
            }
            let item = self.node(event, span, depth + 1)?;
            self.items.push(item);
        }
    }

    fn map(&mut self, start: SourceSpan, tag: Option<&Tag>, depth: usize) -> Result<SourceNode<'t>, ReadError> {
        let (first, mut merged) = (self.entries.len(), Vec::new());
        let end = loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                break span.end;
            }
            let is_merge = matches!(&event, Event::Scalar(text, ScalarStyle::Plain, _, None) if text == "<<");
            let key = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            if is_merge { merged.push(value) } else { self.entries.push((key, value)) }
        };

        let mut entries = self.entries.split_off(first);
        for source in &merged {
            merge(&mut entries, source);
        }
        let span = self.trimmed(start.start, end);
        Ok(SourceNode::tagged(span, local_tag(tag), NodeContent::Map(entries)))
    }

    /// A span without the white space at its end, which belongs to blocks.
    fn trimmed(&self, start: usize, end: usize) -> SourceSpan {
        let text = SourceSpan { start, end: end.max(start) }.of(self.text);
        SourceSpan { start, end: start + text.trim_end().len() }
    }
}

/// The length of a scalar in quotes. The parser counts a comment after it as a part of it.
fn closing_quote(raw: &str) -> Option<usize> {
    let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut rest = raw.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            '\\' if quote == '"' => drop(rest.next()),
            '\'' if quote == '\'' && rest.next_if(|(_, next)| *next == '\'').is_some() => {}
            c if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The tag of a document's own kind: `!Sub`.
fn local_tag(tag: Option<&Tag>) -> Option<NodeTag> {
    let tag = tag.filter(|tag| !tag.is_yaml_core_schema())?;
    let name = format!("{}{}", tag.handle().trim_start_matches('!'), tag.suffix());
    (!name.is_empty()).then(|| NodeTag::new(&name))
}

/// Adds the entries of a merge key (`<<`); existing keys win.
fn merge<'t>(entries: &mut Vec<(SourceNode<'t>, SourceNode<'t>)>, source: &SourceNode<'t>) {
    for (key, value) in source.entries() {
        if entries.iter().all(|(found, _)| found.text() != key.text()) {
            entries.push((key.clone(), value.clone()));
        }
    }
    for item in source.items().iter().filter(|item| item.is_map()) {
        merge(entries, item);
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_plain_dash_is_an_item_of_a_list_in_brackets() {
        let text = "é: !Join [-, [a, 'b']]\nb: [a,-,{c: [ -]}]\n";
        let root = read(text).expect("YAML");
        let join = root.get("é").expect("a value").items();
        let [dash, list] = join else { panic!("{join:?}") };
        assert_eq!((dash.text(), dash.span().of(text), list.span().of(text)), (Some("-"), "-", "[a, 'b']"));
        let list = root.get("b").expect("a value").items();
        let found: Vec<_> = list.iter().map(|item| item.text()).collect();
        assert_eq!(found, [Some("a"), Some("-"), None]);
        for wrong in ["a: [-, b\n", "a: [-[b]]\n", "a: -, b: -\nc\n"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
