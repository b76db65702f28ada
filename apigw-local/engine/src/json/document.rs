//! A document that was read, as a list of its parts. Only what a template asks for becomes a value.

use std::ops::Range;
use std::rc::Rc;

use crate::java::display::push_quoted;
use crate::java::entries::Entries;
use crate::java::number::{Number, push_integer};
use crate::java::shared_text::SharedText;
use crate::java::value::{Key, Map, Value};

/// How many members of an object are compared with each other to find out whether a name is there twice.
const MAX_COMPARED: usize = 8;

/// A document.
#[derive(Debug)]
pub(crate) struct JsonDocument {
    text: SharedText,
    /// The values in their order, each before what it contains; a name is before its value.
    nodes: Vec<PartNode>,
    /// Strings that are written with escapes.
    texts: Vec<SharedText>,
    /// Numbers that are no `Integer`.
    numbers: Vec<Number>,
}

/// A value, or a name.
#[derive(Debug, Clone, Copy)]
struct PartNode {
    kind: PartKind,
    /// The node after all that this one contains.
    next: u32,
}

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub(super) enum PartKind {
    /// `null`.
    Null,
    /// `true` and `false`.
    Boolean(bool),
    /// A small integer.
    Integer(i32),
    /// Another number, by its place in the list.
    Number(u32),
    /// A string that is part of the text, from one byte to another.
    Part(u32, u32),
    /// Another string, by its place in the list.
    Text(u32),
    /// A list, and how many elements it has.
    List(u32),
    /// An object, and how many members it has.
    Map(u32),
}

/// A value in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DocumentPart<'d> {
    document: &'d JsonDocument,
    at: u32,
}

/// A place in a document, which is as long as 32 bits allow.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl JsonDocument {
    /// A document of which nothing is read yet.
    pub(super) fn of(text: &SharedText) -> Self {
        let nodes = Vec::with_capacity(text.len() / 8 + 1);
        Self { text: text.clone(), nodes, texts: Vec::new(), numbers: Vec::new() }
    }

    /// Adds a value.
    pub(super) fn push(&mut self, kind: PartKind) {
        self.nodes.push(PartNode { kind, next: narrow(self.nodes.len() + 1) });
    }

    /// Adds a number.
    pub(super) fn push_number(&mut self, number: Number) {
        if let Number::Int(number) = number {
            return self.push(PartKind::Integer(number));
        }
        self.push(PartKind::Number(narrow(self.numbers.len())));
        self.numbers.push(number);
    }

    /// Adds a string that is part of the text.
    pub(super) fn push_part(&mut self, range: Range<usize>) {
        self.push(PartKind::Part(narrow(range.start), narrow(range.end)));
    }

    /// Adds a string that is no part of the text.
    pub(super) fn push_text(&mut self, text: SharedText) {
        self.push(PartKind::Text(narrow(self.texts.len())));
        self.texts.push(text);
    }

    /// Begins a list or an object.
    pub(super) fn begin(&mut self) -> usize {
        self.push(PartKind::Null);
        self.nodes.len() - 1
    }

    /// Ends what began there.
    pub(super) fn end(&mut self, begin: usize, kind: PartKind) {
        let next = narrow(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(begin) {
            *node = PartNode { kind, next };
        }
    }

    /// The whole.
    pub(crate) fn root(&self) -> DocumentPart<'_> {
        DocumentPart { document: self, at: 0 }
    }

    /// The whole as a value.
    pub(crate) fn value(&self) -> Value {
        self.root().value()
    }
}

impl<'d> DocumentPart<'d> {
    fn node(self) -> PartNode {
        self.document.nodes.get(self.at as usize).copied().unwrap_or(PartNode { kind: PartKind::Null, next: u32::MAX })
    }

    fn after(self) -> Self {
        Self { at: self.node().next, ..self }
    }

    fn inner(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(self) -> bool {
        matches!(self.node().kind, PartKind::Null)
    }

    /// The member of a name; the last, if there are several. Nothing if there is none, or this is no object.
    pub(crate) fn member(self, name: &str) -> Option<Self> {
        let PartKind::Map(count) = self.node().kind else { return None };
        let (mut key, mut found) = (self.inner(), None);
        for _ in 0..count {
            let value = key.inner();
            if key.text() == name {
                found = Some(value);
            }
            key = value.after();
        }
        found
    }

    /// The element at a place; nothing if there is none, or this is no list.
    pub(crate) fn element(self, index: u32) -> Option<Self> {
        let PartKind::List(count) = self.node().kind else { return None };
        if index >= count {
            return None;
        }
        Some((0..index).fold(self.inner(), |item, _| item.after()))
    }

    /// The characters of a string.
    fn text(self) -> &'d str {
        match self.node().kind {
            PartKind::Part(start, end) => self.document.text.get(start as usize..end as usize).unwrap_or(""),
            PartKind::Text(at) => self.document.texts.get(at as usize).map_or("", SharedText::as_str),
            _ => "",
        }
    }

    fn shared(self) -> SharedText {
        match self.node().kind {
            PartKind::Part(start, end) => self.document.text.slice(start as usize..end as usize),
            PartKind::Text(at) => self.document.texts.get(at as usize).cloned().unwrap_or_default(),
            _ => SharedText::default(),
        }
    }

    fn number(self, at: u32) -> Option<&'d Number> {
        self.document.numbers.get(at as usize)
    }

    /// A value of its own, which a template may change.
    pub(crate) fn value(self) -> Value {
        match self.node().kind {
            PartKind::Null => Value::Null,
            PartKind::Boolean(value) => Value::Boolean(value),
            PartKind::Integer(number) => Value::Number(Number::Int(number)),
            PartKind::Number(at) => self.number(at).cloned().map_or(Value::Null, Value::Number),
            PartKind::Part(..) | PartKind::Text(_) => Value::Text(self.shared()),
            PartKind::List(count) => {
                let mut items = Vec::with_capacity(count as usize);
                let mut item = self.inner();
                for _ in 0..count {
                    items.push(item.value());
                    item = item.after();
                }
                Value::json_list(items)
            }
            PartKind::Map(count) => {
                let mut entries = Entries::with_capacity(count as usize);
                let mut key = self.inner();
                for _ in 0..count {
                    let value = key.inner();
                    entries.put(Key(Value::Text(key.shared())), value.value());
                    key = value.after();
                }
                Value::Map(Rc::new(Map { entries: entries.into(), ..Map::default() }))
            }
        }
    }

    /// Appends what json-smart writes for the value, or only a part of it, and gives false: if a name is in an object
    /// twice.
    pub(crate) fn push_json(self, out: &mut String) -> bool {
        match self.node().kind {
            PartKind::Null => out.push_str("null"),
            PartKind::Boolean(value) => out.push_str(if value { "true" } else { "false" }),
            PartKind::Integer(number) => push_integer(number.into(), out),
            PartKind::Number(at) => match self.number(at) {
                Some(Number::Double(number)) if number.is_infinite() => out.push_str("null"),
                Some(number) => number.push(out),
                None => {}
            },
            PartKind::Part(..) | PartKind::Text(_) => push_quoted(self.text(), out),
            PartKind::List(count) => {
                out.push('[');
                let mut item = self.inner();
                for index in 0..count {
                    if index > 0 {
                        out.push(',');
                    }
                    if !item.push_json(out) {
                        return false;
                    }
                    item = item.after();
                }
                out.push(']');
            }
            PartKind::Map(count) => return self.push_members(count as usize, out),
        }
        true
    }

    fn push_members(self, count: usize, out: &mut String) -> bool {
        if self.has_repeated_names(count) {
            return false;
        }
        out.push('{');
        let mut key = self.inner();
        for index in 0..count {
            if index > 0 {
                out.push(',');
            }
            push_quoted(key.text(), out);
            out.push(':');
            let value = key.inner();
            if !value.push_json(out) {
                return false;
            }
            key = value.after();
        }
        out.push('}');
        true
    }

    fn has_repeated_names(self, count: usize) -> bool {
        let keys = std::iter::successors(Some(self.inner()), |key| Some(key.inner().after()));
        let mut names = keys.take(count).map(Self::text);
        if count > MAX_COMPARED {
            let mut names: Vec<&str> = names.collect();
            names.sort_unstable();
            return names.windows(2).any(|pair| matches!(pair, [a, b] if a == b));
        }
        let mut known = [""; MAX_COMPARED];
        known.iter_mut().zip(&mut names).for_each(|(slot, name)| *slot = name);
        let known = known.get(..count).unwrap_or(&[]);
        known.iter().enumerate().any(|(at, name)| known.get(..at).is_some_and(|before| before.contains(name)))
    }
}
