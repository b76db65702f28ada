//! Reads JSON with the leniency and the error messages of Python's `json.loads`.

use crate::document::{Document, Map};
use crate::python::number;

/// How deep lists and maps may be nested, so that hostile input cannot exhaust the stack.
const MAX_DEPTH: usize = 500;

/// A syntax error, with its byte offset.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonError {
    what: &'static str,
    at: usize,
}

impl JsonError {
    /// The message: `Expecting value: line 1 column 6 (char 5)`. Columns and characters are code points.
    pub fn message(&self, text: &str) -> String {
        let before = text.get(..self.at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        format!("{}: line {line} column {column} (char {})", self.what, before.chars().count())
    }
}

/// The class that messages name for the maps of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maps {
    /// Plain `dict`.
    Plain,
    /// `OrderedDict`.
    Ordered,
}

/// Reads a JSON document. As in Python, `NaN` and the infinities are numbers, and of equal keys the last one wins.
pub fn read(text: &str, maps: Maps) -> Result<Document, JsonError> {
    let mut reader = JsonReader { text, at: 0, maps, depth: 0 };
    if text.starts_with('\u{feff}') {
        return Err(reader.error("Unexpected UTF-8 BOM (decode using utf-8-sig)"));
    }
    reader.skip_space();
    let value = reader.value()?;
    reader.skip_space();
    if reader.at < text.len() { Err(reader.error("Extra data")) } else { Ok(value) }
}

struct JsonReader<'t> {
    text: &'t str,
    at: usize,
    maps: Maps,
    depth: usize,
}

impl JsonReader<'_> {
    fn error(&self, what: &'static str) -> JsonError {
        JsonError { what, at: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Result<Document, JsonError> {
        match self.peek() {
            Some(b'"') => self.string().map(Document::Text),
            Some(b'{') => self.nested(Self::map),
            Some(b'[') => self.nested(Self::list),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Document, JsonError> {
        let words = ["null", "true", "false", "NaN", "Infinity"];
        let found = words.into_iter().find(|word| self.rest().starts_with(word));
        let word = found.ok_or_else(|| self.error("Expecting value"))?;
        self.at += word.len();
        Ok(match word {
            "null" => Document::Null,
            "NaN" => Document::Double(f64::NAN),
            "Infinity" => Document::Double(f64::INFINITY),
            word => Document::Boolean(word == "true"),
        })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Document, JsonError>) -> Result<Document, JsonError> {
        if self.depth == MAX_DEPTH {
            return Err(self.error("Too many levels"));
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn map(&mut self) -> Result<Document, JsonError> {
        let mut map = Map::new();
        map.is_ordered_dict = self.maps == Maps::Ordered;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Document::Map(map));
        }

        loop {
            if self.peek() != Some(b'"') {
                return Err(self.error("Expecting property name enclosed in double quotes"));
            }
            let key = self.string()?;
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(self.error("Expecting ':' delimiter"));
            }
            self.at += 1;
            self.skip_space();
            let value = self.value()?;
            map.insert(key, value);
            if self.ends(b'}')? {
                return Ok(Document::Map(map));
            }
        }
    }

    fn list(&mut self) -> Result<Document, JsonError> {
        let mut items = Vec::new();
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Document::List(items));
        }
        loop {
            items.push(self.value()?);
            if self.ends(b']')? {
                return Ok(Document::List(items));
            }
        }
    }

    /// Consumes the end of a list or map, or the comma before the next item.
    fn ends(&mut self, end: u8) -> Result<bool, JsonError> {
        self.skip_space();
        match self.peek() {
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(true)
            }
            Some(b',') => {
                self.at += 1;
                self.skip_space();
                Ok(false)
            }
            _ => Err(self.error("Expecting ',' delimiter")),
        }
    }

    fn number(&mut self) -> Result<Document, JsonError> {
        let start = self.at;
        if self.rest().starts_with("-Infinity") {
            self.at += "-Infinity".len();
            return Ok(Document::Double(f64::NEG_INFINITY));
        }
        if self.peek() == Some(b'-') {
            self.at += 1;
        }

        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.skip_digits(),
            _ => return Err(JsonError { what: "Expecting value", at: start }),
        }

        let mut is_whole = true;
        if self.peek() == Some(b'.') && self.digit_at(self.at + 1) {
            is_whole = false;
            self.at += 1;
            self.skip_digits();
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            let signed = matches!(self.text.as_bytes().get(self.at + 1), Some(b'+' | b'-'));
            let digits = self.at + 1 + usize::from(signed);
            if self.digit_at(digits) {
                is_whole = false;
                self.at = digits;
                self.skip_digits();
            }
        }

        let text = self.text.get(start..self.at).unwrap_or_default();
        let whole = if is_whole { number::integer(text) } else { None };
        Ok(whole.map_or_else(|| Document::Double(text.parse().unwrap_or(f64::NAN)), Document::Integer))
    }

    fn digit_at(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }

    fn skip_digits(&mut self) {
        while self.digit_at(self.at) {
            self.at += 1;
        }
    }

    /// Reads a string, from its opening quote.
    fn string(&mut self) -> Result<String, JsonError> {
        let unterminated = JsonError { what: "Unterminated string starting at", at: self.at };
        self.at += 1;
        let mut value = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').ok_or_else(|| unterminated.clone())?;
            value.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(value);
                }
                Some(b'\\') => value.push(self.escape(&unterminated)?),
                _ => return Err(self.error("Invalid control character at")),
            }
        }
    }

    /// Reads an escape sequence, from its backslash.
    fn escape(&mut self, unterminated: &JsonError) -> Result<char, JsonError> {
        let c = match self.text.as_bytes().get(self.at + 1) {
            None => return Err(unterminated.clone()),
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            Some(_) => return Err(self.error("Invalid \\escape")),
        };
        self.at += 2;
        Ok(c)
    }

    /// Reads `\uXXXX`, or two of them if they are a surrogate pair. An unpaired surrogate, which UTF-8 cannot encode, is
    /// replaced.
    fn code_point(&mut self) -> Result<char, JsonError> {
        let Some(first) = self.unit(self.at) else {
            return Err(JsonError { what: "Invalid \\uXXXX escape", at: self.at + 1 });
        };
        self.at += 6;
        let second = if (0xd800..0xdc00).contains(&first) { self.unit(self.at) } else { None };
        if let Some(second) = second.filter(|second| (0xdc00..0xe000).contains(second)) {
            self.at += 6;
            let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The number in a `\uXXXX` that starts at `at`.
    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        // Python searches for the end of the string before it checks the digits.
        if self.text.len() <= at + 6 {
            return None;
        }
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{Maps, read};
    use crate::document::Document;

    fn message(text: &str) -> String {
        read(text, Maps::Plain).map_or_else(|problem| problem.message(text), |value| format!("{value:?}"))
    }

    #[test]
    fn problems_are_worded_and_placed_like_pythons() {
        let cases = [
            ("{\"a\":1", "Expecting ',' delimiter: line 1 column 7 (char 6)"),
            ("{a}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
            ("{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
            ("{\"a\":}", "Expecting value: line 1 column 6 (char 5)"),
            ("{\"a\" 1}", "Expecting ':' delimiter: line 1 column 6 (char 5)"),
            ("[1,", "Expecting value: line 1 column 4 (char 3)"),
            ("[", "Expecting value: line 1 column 2 (char 1)"),
            ("", "Expecting value: line 1 column 1 (char 0)"),
            ("{}\n é x", "Extra data: line 2 column 2 (char 4)"),
            ("[\"é\n", "Invalid control character at: line 1 column 4 (char 3)"),
            ("[\"abc", "Unterminated string starting at: line 1 column 2 (char 1)"),
            ("[\"a\\", "Unterminated string starting at: line 1 column 2 (char 1)"),
            ("[\"\\q\"]", "Invalid \\escape: line 1 column 3 (char 2)"),
            ("[\"\\u12g4\"]", "Invalid \\uXXXX escape: line 1 column 4 (char 3)"),
            ("-", "Expecting value: line 1 column 1 (char 0)"),
            ("01", "Extra data: line 1 column 2 (char 1)"),
            ("1.", "Extra data: line 1 column 2 (char 1)"),
        ];
        for (text, expected) in cases {
            assert_eq!(message(text), expected, "{text}");
        }
    }

    #[test]
    fn values_are_read() {
        assert_eq!(read(" [1, -2.5e1, NaN] ", Maps::Plain).map(|value| matches!(value, Document::List(_))), Ok(true));
        let text = read("\"\\ud83d\\ude00\\u00e9\\/\\ud800\"", Maps::Plain);
        assert_eq!(text, Ok(Document::Text("😀é/\u{fffd}".to_owned())));
        let map = read("{\"a\": 1, \"b\": 2, \"a\": 3}", Maps::Ordered);
        let keys: Vec<_> = map.iter().filter_map(Document::map).flat_map(super::Map::iter).collect();
        assert_eq!(keys, [("a", &Document::Integer(3)), ("b", &Document::Integer(2))]);
    }

    #[test]
    fn depth_is_limited() {
        let text = "[".repeat(100_000);
        assert!(message(&text).starts_with("Too many levels"));
    }
}
