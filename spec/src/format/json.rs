//! JSON as far as the documents inside requests need it: a tree that borrows from the text, with the place of each value.
//!
//! Source: RFC 8259.

use std::borrow::Cow;

use super::error::FormatError;
use super::text::tail;

/// How deep values may be nested before reading is given up.
const DEEPEST: usize = 100;

/// A value and the byte at which it begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Json<'a> {
    pub(super) at: usize,
    pub(super) value: JsonValue<'a>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum JsonValue<'a> {
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    Array(Vec<Json<'a>>),
    Text(Cow<'a, str>),
    /// A number, a boolean or `null`.
    Other,
}

/// Why a string is not read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum JsonError {
    /// It is no JSON.
    Wrong(FormatError),
    /// It is nested too deeply to tell.
    Unsure,
}

impl<'a> Json<'a> {
    /// The value of a key of an object.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object; none for other values.
    pub(super) fn entries(&self) -> &[(Cow<'a, str>, Self)] {
        if let JsonValue::Object(entries) = &self.value { entries } else { &[] }
    }

    /// The items of an array; none for other values.
    pub(super) fn items(&self) -> &[Self] {
        if let JsonValue::Array(items) = &self.value { items } else { &[] }
    }

    /// The text, if the value is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let JsonValue::Text(text) = &self.value { Some(text) } else { None }
    }

    /// Whether the value is neither an object nor an array.
    pub(super) fn is_scalar(&self) -> bool {
        !matches!(self.value, JsonValue::Object(_) | JsonValue::Array(_))
    }

    /// Whether the value is an object.
    pub(super) fn is_object(&self) -> bool {
        matches!(self.value, JsonValue::Object(_))
    }
}

/// Reads a whole text.
pub(super) fn parse(text: &str) -> Result<Json<'_>, JsonError> {
    let mut reader = JsonText { text, at: 0 };
    reader.skip();
    let value = reader.value(0)?;
    reader.skip();
    if reader.at < text.len() {
        Err(reader.wrong("unexpected text after the JSON document; remove it"))
    } else {
        Ok(value)
    }
}

struct JsonText<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> JsonText<'a> {
    fn wrong(&self, message: &'static str) -> JsonError {
        JsonError::Wrong(FormatError::new(self.at.min(self.text.len()), message))
    }

    fn rest(&self) -> &'a str {
        tail(self.text, self.at)
    }

    fn skip(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']).len();
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn value(&mut self, depth: usize) -> Result<Json<'a>, JsonError> {
        if depth > DEEPEST {
            return Err(JsonError::Unsure);
        }
        let at = self.at;
        let value = match self.rest().chars().next() {
            Some('{') => self.object(depth)?,
            Some('[') => self.array(depth)?,
            Some('"') => JsonValue::Text(self.string()?),
            Some(c) if c.is_ascii_alphanumeric() || c == '-' => self.word()?,
            Some(_) => return Err(self.wrong("this is no JSON value; strings are written in double quotes")),
            None => return Err(self.wrong("the JSON document ends too early")),
        };
        Ok(Json { at, value })
    }

    fn object(&mut self, depth: usize) -> Result<JsonValue<'a>, JsonError> {
        self.at += 1;
        let mut entries = Vec::new();
        self.skip();
        if self.eat('}') {
            return Ok(JsonValue::Object(entries));
        }

        loop {
            self.skip();
            if !self.rest().starts_with('"') {
                return Err(self.wrong("expected a key in double quotes"));
            }
            let key = self.string()?;
            self.skip();
            if !self.eat(':') {
                return Err(self.wrong("expected `:` after the key"));
            }
            self.skip();
            entries.push((key, self.value(depth + 1)?));
            self.skip();
            if self.eat('}') {
                return Ok(JsonValue::Object(entries));
            }
            if !self.eat(',') {
                return Err(self.wrong("expected `,` or `}`"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<JsonValue<'a>, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        self.skip();
        if self.eat(']') {
            return Ok(JsonValue::Array(items));
        }
        loop {
            self.skip();
            items.push(self.value(depth + 1)?);
            self.skip();
            if self.eat(']') {
                return Ok(JsonValue::Array(items));
            }
            if !self.eat(',') {
                return Err(self.wrong("expected `,` or `]`"));
            }
        }
    }

    fn word(&mut self) -> Result<JsonValue<'a>, JsonError> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let is_number = word.parse::<f64>().is_ok() && word.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        if !is_number && !["true", "false", "null"].contains(&word) {
            return Err(self.wrong("this is no JSON value; strings are written in double quotes"));
        }
        self.at += end;
        Ok(JsonValue::Other)
    }

    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        let start = self.at + 1;
        let mut escaped = false;
        let mut end = None;
        for (offset, c) in tail(self.text, start).char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => {
                    end = Some(start + offset);
                    break;
                }
                _ => {}
            }
        }
        let Some(end) = end else { return Err(self.wrong("this string is not closed; end it with `\"`")) };
        let raw = self.text.get(start..end).unwrap_or_default();
        self.at = end + 1;
        Ok(if raw.contains('\\') { Cow::Owned(unescaped(raw)) } else { Cow::Borrowed(raw) })
    }
}

/// A string without its escapes. What is no escape stays as it is: no rule depends on it.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('u') => {
                let digits: String = rest.by_ref().take(4).collect();
                let found = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                text.push(found.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{JsonError, JsonValue, parse};

    #[test]
    fn documents_are_read() {
        let read = parse(" {\"a\": [1, -2.5e3, true, null, \"x\\u0041\\n\"], \"b\": {}} ").expect("JSON");
        assert_eq!(read.entries().len(), 2);
        let items = read.get("a").map(super::Json::items).unwrap_or_default();
        assert_eq!(items.len(), 5);
        assert_eq!(items[4].text(), Some("xA\n"));
        assert_eq!(items[0].value, JsonValue::Other);
    }

    #[test]
    fn what_is_no_json_is_not() {
        for (text, offset) in
            [("", 0), ("{a: 1}", 1), ("{\"a\" 1}", 5), ("[1 2]", 3), ("{} x", 3), ("\"x", 0), ("yes", 0)]
        {
            let Err(JsonError::Wrong(error)) = parse(text) else { panic!("{text}") };
            assert_eq!(error.offset, offset, "{text}");
        }
        assert_eq!(parse(&"[".repeat(1000)), Err(JsonError::Unsure));
    }
}
