//! The reader. Its branches are those of json-smart's parser, because what it lets pass is its own.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::java::decimal::Decimal;
use crate::java::number::Number;
use crate::java::value::{Map, Value};

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
pub(crate) fn read(text: &str) -> Result<Value, NoJson> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    reader.value(Stop::Document)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

type Read<T> = Result<T, NoJson>;

impl<'a> Reader<'a> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    fn wrong<T>(&self) -> Read<T> {
        Err(NoJson { offset: self.at.min(self.text.len()) })
    }

    fn value(&mut self, stop: Stop) -> Read<Value> {
        while matches!(self.peek(), b' ' | b'\r' | b'\n' | b'\t') {
            self.at += 1;
        }
        match self.peek() {
            b':' | b'}' | b']' => self.wrong(),
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::array),
            b'"' | b'\'' => self.string().map(Value::text),
            b'0'..=b'9' | b'-' => self.number(stop),
            _ => {
                let word = self.word(stop);
                Ok(match word {
                    "null" => Value::Null,
                    "true" => Value::Boolean(true),
                    "false" => Value::Boolean(false),
                    "NaN" => Value::Number(Number::Double(f64::NAN)),
                    word => Value::text(word),
                })
            }
        }
    }

    fn nested(&mut self, inner: impl FnOnce(&mut Self) -> Read<Value>) -> Read<Value> {
        if self.depth == MAX_DEPTH {
            return self.wrong();
        }
        self.depth += 1;
        let value = inner(self);
        self.depth -= 1;
        value
    }

    fn array(&mut self) -> Read<Value> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            match self.peek() {
                b' ' | b'\r' | b'\n' | b'\t' | b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    return Ok(Value::json_list(items));
                }
                b':' | b'}' | END => return self.wrong(),
                _ => items.push(self.value(Stop::Item)?),
            }
        }
    }

    fn object(&mut self) -> Read<Value> {
        let map = Map::default();
        let mut may_follow = true;

        loop {
            self.at += 1;
            match self.peek() {
                b' ' | b'\r' | b'\n' | b'\t' => continue,
                b':' | b']' | b'[' | b'{' => return self.wrong(),
                b'}' => {
                    self.at += 1;
                    return Ok(Value::Map(Rc::new(map)));
                }
                b',' => {
                    may_follow = true;
                    continue;
                }
                _ => {}
            }
            let key: Rc<str> =
                if matches!(self.peek(), b'"' | b'\'') { self.string()?.into() } else { self.word(Stop::Key).into() };
            self.skip_space();
            if !may_follow || self.peek() != b':' {
                return self.wrong();
            }
            self.at += 1;
            if self.at >= self.text.len() {
                return self.wrong();
            }
            let value = self.value(Stop::Value)?;
            map.put(Value::Text(key), value);
            self.skip_space();
            match self.peek() {
                b'}' => {
                    self.at += 1;
                    return Ok(Value::Map(Rc::new(map)));
                }
                b',' => may_follow = true,
                _ => return self.wrong(),
            }
        }
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

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at.min(self.text.len())).unwrap_or("").trim_matches(|c: char| c <= ' ')
    }

    fn word(&mut self, stop: Stop) -> &'a str {
        let start = self.at;
        self.skip_word(stop);
        self.since(start)
    }

    /// Reads a number, or the bare word that begins like one.
    fn number(&mut self, stop: Stop) -> Read<Value> {
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
                return Ok(Value::text(self.since(start)));
            }
            self.at += 1;
            self.skip_digits();
        }
        self.skip_space();
        let next = self.peek();

        if next < 126 && !stop.at(next) {
            self.skip_word(stop);
            return Ok(Value::text(self.since(start)));
        }
        let digits = self.since(start);
        if digits.len() > MAX_DIGITS {
            return self.wrong();
        }
        let number = if is_integer { integer(digits) } else { decimal(digits) };
        match number {
            Some(number) => Ok(Value::Number(number)),
            None => Err(NoJson { offset: start }),
        }
    }

    fn string(&mut self) -> Read<String> {
        let quote = self.peek();
        let start = self.at + 1;
        let rest = self.text.get(start..).unwrap_or("");
        let Some(length) = rest.find(char::from(quote)) else { return self.wrong() };
        let plain = rest.get(..length).unwrap_or("");
        if !plain.contains('\\') {
            self.at = start + length + 1;
            return Ok(plain.to_owned());
        }
        self.escaped(quote)
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
        _ => Number::Big(number),
    })
}

fn decimal(digits: &str) -> Option<Number> {
    if digits.len() > 18 {
        return Decimal::parse(digits).map(Number::Decimal);
    }
    digits.parse().ok().map(Number::Double)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::java::display::push_json;

    fn json(text: &str) -> Option<String> {
        let mut out = String::new();
        push_json(&read(text).ok()?, &mut out, &mut |_, _| Ok(())).ok()?;
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
