//! The reader. Its branches are those of json-smart's parser, because what it lets pass is its own.

use std::ops::Range;

use num_bigint::BigInt;

use super::document::{JsonDocument, PartKind};
use crate::java::decimal::Decimal;
use crate::java::number::Number;
use crate::java::shared_text::SharedText;

/// What the parser sees after the last character.
const END: u8 = 0x1a;

/// How deeply values may be nested.
const MAX_DEPTH: u32 = 150;

/// How many digits a number may have.
const MAX_DIGITS: usize = 20_000;

/// Where a bare word ends.
#[derive(Debug, Clone, Copy)]
enum Stop {
    Key,
    Value,
    Item,
    Document,
}

impl Stop {
    fn at(self, byte: u8) -> bool {
        byte == END
            || match self {
                Self::Key => byte == b':',
                Self::Value => matches!(byte, b',' | b'}'),
                Self::Item => matches!(byte, b',' | b']'),
                Self::Document => false,
            }
    }
}

/// The text is no JSON, even to a lenient reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoJson {
    /// Where, in bytes.
    pub(crate) offset: usize,
}

/// Reads a document.
pub(crate) fn read(text: &SharedText) -> Result<JsonDocument, NoJson> {
    // Positions are kept as numbers of 32 bits; a payload has 10 MB at most.
    if u32::try_from(text.len()).is_err() {
        return Err(NoJson { offset: 0 });
    }
    let mut reader = Reader { text, at: 0, depth: 0, document: JsonDocument::of(text) };
    reader.value(Stop::Document)?;
    Ok(reader.document)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
    document: JsonDocument,
}

type Read<T> = Result<T, NoJson>;

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    fn wrong<T>(&self) -> Read<T> {
        Err(NoJson { offset: self.at.min(self.text.len()) })
    }

    fn value(&mut self, stop: Stop) -> Read<()> {
        while matches!(self.peek(), b' ' | b'\r' | b'\n' | b'\t') {
            self.at += 1;
        }
        match self.peek() {
            b':' | b'}' | b']' => return self.wrong(),
            b'{' => return self.nested(Self::object),
            b'[' => return self.nested(Self::array),
            b'"' | b'\'' => return self.string(),
            b'0'..=b'9' | b'-' => return self.number(stop),
            _ => {}
        }
        let word = self.word(stop);
        match self.text.get(word.clone()).unwrap_or("") {
            "null" => self.document.push(PartKind::Null),
            "true" => self.document.push(PartKind::Boolean(true)),
            "false" => self.document.push(PartKind::Boolean(false)),
            "NaN" => self.document.push_number(Number::Double(f64::NAN)),
            _ => self.document.push_part(word),
        }
        Ok(())
    }

    fn nested(&mut self, inner: impl FnOnce(&mut Self) -> Read<()>) -> Read<()> {
        if self.depth == MAX_DEPTH {
            return self.wrong();
        }
        self.depth += 1;
        inner(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn array(&mut self) -> Read<()> {
        let begin = self.document.begin();
        let mut count = 0;
        self.at += 1;
        loop {
            match self.peek() {
                b' ' | b'\r' | b'\n' | b'\t' | b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    self.document.end(begin, PartKind::List(count));
                    return Ok(());
                }
                b':' | b'}' | END => return self.wrong(),
                _ => {
                    self.value(Stop::Item)?;
                    count += 1;
                }
            }
        }
    }

    fn object(&mut self) -> Read<()> {
        let begin = self.document.begin();
        let mut count = 0;
        let mut may_follow = true;

        loop {
            self.at += 1;
            match self.peek() {
                b' ' | b'\r' | b'\n' | b'\t' => continue,
                b':' | b']' | b'[' | b'{' => return self.wrong(),
                b'}' => break,
                b',' => {
                    may_follow = true;
                    continue;
                }
                b'"' | b'\'' => self.string()?,
                _ => {
                    let word = self.word(Stop::Key);
                    self.document.push_part(word);
                }
            }
            self.skip_space();
            if !may_follow || self.peek() != b':' {
                return self.wrong();
            }
            self.at += 1;
            if self.at >= self.text.len() {
                return self.wrong();
            }
            self.value(Stop::Value)?;
            count += 1;
            self.skip_space();
            match self.peek() {
                b'}' => break,
                b',' => may_follow = true,
                _ => return self.wrong(),
            }
        }
        self.at += 1;
        self.document.end(begin, PartKind::Map(count));
        Ok(())
    }

    fn skip_space(&mut self) {
        while self.peek() <= b' ' && self.peek() != END {
            self.at += 1;
        }
    }

    fn skip_digits(&mut self) {
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
    }

    fn skip_word(&mut self, stop: Stop) {
        while !stop.at(self.peek()) {
            self.at += 1;
        }
    }

    /// What was passed since a position, without the blanks around it.
    fn since(&self, start: usize) -> Range<usize> {
        let end = self.at.min(self.text.len());
        let passed = self.text.get(start..end).unwrap_or("");
        let without = passed.trim_start_matches(|c: char| c <= ' ');
        let start = start + passed.len() - without.len();
        start..start + without.trim_end_matches(|c: char| c <= ' ').len()
    }

    fn push_since(&mut self, start: usize) {
        let part = self.since(start);
        self.document.push_part(part);
    }

    fn word(&mut self, stop: Stop) -> Range<usize> {
        let start = self.at;
        self.skip_word(stop);
        self.since(start)
    }

    /// Reads a number, or the bare word that begins like one.
    fn number(&mut self, stop: Stop) -> Read<()> {
        let start = self.at;
        self.at += 1;
        self.skip_digits();
        let mut is_integer = true;
        if self.peek() == b'.' {
            is_integer = false;
            self.at += 1;
            self.skip_digits();
        }
        if matches!(self.peek(), b'e' | b'E') {
            is_integer = false;
            self.at += 1;
            if !matches!(self.peek(), b'+' | b'-' | b'0'..=b'9') {
                self.skip_word(stop);
                self.push_since(start);
                return Ok(());
            }
            self.at += 1;
            self.skip_digits();
        }
        self.skip_space();
        let next = self.peek();

        if next < 126 && !stop.at(next) {
            self.skip_word(stop);
            self.push_since(start);
            return Ok(());
        }
        let digits = self.text.get(self.since(start)).unwrap_or("");
        if digits.len() > MAX_DIGITS {
            return self.wrong();
        }
        let number = if is_integer { integer(digits) } else { decimal(digits) };
        self.document.push_number(number.ok_or(NoJson { offset: start })?);
        Ok(())
    }

    fn string(&mut self) -> Read<()> {
        let quote = self.peek();
        let start = self.at + 1;
        let rest = self.text.as_bytes().get(start..).unwrap_or(&[]);
        let found = rest.iter().position(|byte| *byte == quote || *byte == b'\\');
        let Some(length) = found.filter(|length| rest.get(*length..).unwrap_or(&[]).contains(&quote)) else {
            return self.wrong();
        };
        if rest.get(length) == Some(&quote) {
            self.at = start + length + 1;
            self.document.push_part(start..start + length);
            return Ok(());
        }
        let text = self.escaped(quote)?;
        self.document.push_text(text.into());
        Ok(())
    }

    /// Reads a string with escapes. Control characters are left out of it, and unknown escapes give nothing.
    fn escaped(&mut self, quote: u8) -> Read<String> {
        let mut units: Vec<u16> = Vec::new();
        loop {
            self.at += 1;
            let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else { return self.wrong() };
            match c {
                '\u{1a}' => return self.wrong(),
                '"' | '\'' if c == char::from(quote) => {
                    self.at += 1;
                    return Ok(char::decode_utf16(units).map(|unit| unit.unwrap_or('?')).collect());
                }
                '\\' => {
                    self.at += 1;
                    match self.peek() {
                        b't' => units.push(9),
                        b'n' => units.push(10),
                        b'r' => units.push(13),
                        b'f' => units.push(12),
                        b'b' => units.push(8),
                        byte @ (b'\\' | b'/' | b'\'' | b'"') => units.push(u16::from(byte)),
                        b'u' => units.push(self.hexadecimal(4)?),
                        b'x' => units.push(self.hexadecimal(2)?),
                        _ => {
                            let skipped = self.text.get(self.at..).and_then(|rest| rest.chars().next());
                            self.at += skipped.map_or(1, char::len_utf8) - 1;
                        }
                    }
                }
                '\0'..='\u{1f}' | '\u{7f}' => {}
                _ => {
                    units.extend(c.encode_utf16(&mut [0; 2]).iter());
                    self.at += c.len_utf8() - 1;
                }
            }
        }
    }

    fn hexadecimal(&mut self, count: usize) -> Read<u16> {
        let digits = self.text.get(self.at + 1..self.at + 1 + count).unwrap_or("");
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return self.wrong();
        }
        self.at += count;
        u16::from_str_radix(digits, 16).or_else(|_| self.wrong())
    }
}

fn integer(digits: &str) -> Option<Number> {
    if matches!(digits, "-" | "") {
        return Some(Number::Int(0));
    }
    if digits.len() < 19 {
        return digits.parse().ok().map(Number::Long).map(Number::narrowed);
    }
    digits.parse::<BigInt>().ok().map(|number| match i64::try_from(&number) {
        // A long row of digits stays a big integer, even with zeros in front.
        Ok(number) if digits.len() <= 19 + usize::from(digits.starts_with('-')) => Number::Long(number).narrowed(),
        _ => number.into(),
    })
}

fn decimal(digits: &str) -> Option<Number> {
    if digits.len() > 18 {
        return Decimal::parse(digits).map(Box::new).map(Number::Decimal);
    }
    digits.parse().ok().map(Number::Double)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::java::display::push_json;

    fn json(text: &str) -> Option<String> {
        let mut out = String::new();
        push_json(&read(&text.into()).ok()?.value(), &mut out, &mut |_, _| Ok(())).ok()?;
        Some(out)
    }

    #[test]
    fn reads_what_json_smart_reads() {
        let cases = [
            ("{\"a\": [1, 2.50, 1e3, null, true]}", "{\"a\":[1,2.5,1000.0,null,true]}"),
            ("{a: 'x', b: bare word}", "{\"a\":\"x\",\"b\":\"bare word\"}"),
            ("[1,,2,]", "[1,2]"),
            ("{\"a\":1} rest", "{\"a\":1}"),
            ("abc", "\"abc\""),
            ("12345678901234567890", "12345678901234567890"),
            ("\"\\u00e9\\n\"", "\"é\\n\""),
        ];
        for (text, expected) in cases {
            assert_eq!(json(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["{\"a\"", "[1", "\"open", "}"] {
            assert_eq!(json(text), None, "{text}");
        }
    }
}
