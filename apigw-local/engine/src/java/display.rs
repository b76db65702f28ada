//! `toString` and JSON.

use std::fmt::Write as _;

use super::failure::JavaFailure;
use super::value::{Key, List, Map, Value};

/// How deeply collections may be nested when they are printed.
const MAX_DEPTH: u32 = 200;

/// How long a string may become.
pub(crate) const MAX_TEXT: usize = 10 * 1024 * 1024;

/// Renders what `#define` made, which only a renderer can.
pub(crate) type RenderBlock<'a> = &'a mut dyn FnMut(&super::value::BlockValue, &mut String) -> Result<(), JavaFailure>;

/// Appends what `value.toString()` gives.
pub(crate) fn push_text(value: &Value, out: &mut String, blocks: RenderBlock<'_>) -> Result<(), JavaFailure> {
    Printer { out, blocks, depth: 0 }.text(value)
}

/// Appends what json-smart writes for a value. A solidus is left alone: json-smart escapes it by default, but AWS's
/// answers are not known to.
pub(crate) fn push_json(value: &Value, out: &mut String, blocks: RenderBlock<'_>) -> Result<(), JavaFailure> {
    Printer { out, blocks, depth: 0 }.json(value)
}

struct Printer<'a, 'b> {
    out: &'a mut String,
    blocks: RenderBlock<'b>,
    depth: u32,
}

impl Printer<'_, '_> {
    fn text(&mut self, value: &Value) -> Result<(), JavaFailure> {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Boolean(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => number.push(self.out),
            Value::Char(unit) => self.out.push(char::from_u32(u32::from(*unit)).unwrap_or('?')),
            Value::Text(text) => self.out.push_str(text),
            Value::List(list) if list.is_json => self.json_list(list)?,
            Value::List(list) => {
                let items = list.items.borrow().clone();
                self.nested(|this| this.items(&items, value))?;
            }
            Value::Map(map) if map.is_opaque => {}
            Value::Map(map) => self.nested(|this| this.entries(map, value))?,
            // A hash of identity follows, which differs from run to run.
            Value::Array(array) => {
                self.out.push_str(array.class);
                self.out.push_str("@0");
            }
            Value::View(view) => self.nested(|this| this.items(&view.items(), value))?,
            Value::Entry(entry) => {
                self.text(&entry.key)?;
                self.out.push('=');
                let inner = entry.value.borrow().clone();
                self.nested(|this| this.text(&inner))?;
            }
            Value::Cursor(_) => self.out.push_str("java.util.Iterator@0"),
            Value::Loop(frame) => self.nested(|this| this.entries(&frame.map, value))?,
            Value::Block(block) => (self.blocks)(block, self.out)?,
            Value::Object(_) => {}
        }
        if self.out.len() > MAX_TEXT { Err(JavaFailure::Size) } else { Ok(()) }
    }

    fn nested(&mut self, inner: impl FnOnce(&mut Self) -> Result<(), JavaFailure>) -> Result<(), JavaFailure> {
        if self.depth == MAX_DEPTH {
            return Err(JavaFailure::Depth);
        }
        self.depth += 1;
        inner(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn member(&mut self, member: &Value, whole: &Value, itself: &str) -> Result<(), JavaFailure> {
        if member.is_same_object(whole) {
            self.out.push_str(itself);
            return Ok(());
        }
        self.text(member)
    }

    fn items(&mut self, items: &[Value], whole: &Value) -> Result<(), JavaFailure> {
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.member(item, whole, "(this Collection)")?;
        }
        self.out.push(']');
        Ok(())
    }

    fn entries(&mut self, map: &Map, whole: &Value) -> Result<(), JavaFailure> {
        self.out.push('{');
        // What `#define` made may change the map while it is printed.
        let entries = map.entries.borrow().clone();
        for (index, (Key(key), item)) in entries.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.member(key, whole, "(this Map)")?;
            self.out.push('=');
            self.member(item, whole, "(this Map)")?;
        }
        self.out.push('}');
        Ok(())
    }

    fn json(&mut self, value: &Value) -> Result<(), JavaFailure> {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Number(super::number::Number::Double(number)) if number.is_infinite() => self.out.push_str("null"),
            Value::Boolean(_) | Value::Number(_) => self.text(value)?,
            Value::List(list) => self.json_list(list)?,
            Value::Map(map) => self.nested(|this| this.json_map(map))?,
            Value::Loop(frame) => self.nested(|this| this.json_map(&frame.map))?,
            Value::View(view) => self.nested(|this| this.json_items(&view.items()))?,
            Value::Array(array) => {
                let items = array.items.borrow().clone();
                self.nested(|this| this.json_items(&items))?;
            }
            Value::Char(_)
            | Value::Text(_)
            | Value::Entry(_)
            | Value::Cursor(_)
            | Value::Block(_)
            | Value::Object(_) => {
                let mut text = String::new();
                std::mem::swap(&mut text, self.out);
                let printed = self.text(value);
                std::mem::swap(&mut text, self.out);
                printed?;
                push_quoted(&text, self.out);
            }
        }
        if self.out.len() > MAX_TEXT { Err(JavaFailure::Size) } else { Ok(()) }
    }

    fn json_list(&mut self, list: &List) -> Result<(), JavaFailure> {
        let items = list.items.borrow().clone();
        self.nested(|this| this.json_items(&items))
    }

    fn json_items(&mut self, items: &[Value]) -> Result<(), JavaFailure> {
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.json(item)?;
        }
        self.out.push(']');
        Ok(())
    }

    fn json_map(&mut self, map: &Map) -> Result<(), JavaFailure> {
        self.out.push('{');
        // What `#define` made may change the map while it is printed.
        let entries = map.entries.borrow().clone();
        for (index, (Key(key), item)) in entries.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            let mut name = String::new();
            std::mem::swap(&mut name, self.out);
            let printed = self.text(key);
            std::mem::swap(&mut name, self.out);
            printed?;
            push_quoted(&name, self.out);
            self.out.push(':');
            self.json(item)?;
        }
        self.out.push('}');
        Ok(())
    }
}

/// Appends a JSON string.
pub(crate) fn push_quoted(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_be_escaped) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut chars = special.chars();
        if let Some(c) = chars.next() {
            push_escaped(c, out);
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Whether a character that begins with a byte may not stand in a JSON string as it is.
fn may_be_escaped(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'"' | b'\\' | 0x7f | 0xc2 | 0xe2)
}

fn push_escaped(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2000}'..='\u{20ff}' => {
            out.push_str("\\u");
            // Writing to a string cannot fail.
            let _ = write!(out, "{:04X}", u32::from(c));
        }
        _ => out.push(c),
    }
}
