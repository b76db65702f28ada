//! Shorthand (`key=value,other=[a,b],nested={x=y}`): the grammar alone, without shapes.
//!
//! The parser follows the AWS CLI's to the character, including its backtracking and its error positions, because existing
//! scripts quote for it.

use crate::document::{Document, Map};
use crate::python::number::is_space;

/// Why shorthand is rejected. Each holds the complete message.
#[derive(Debug, Clone, PartialEq)]
pub enum ShorthandError {
    /// The syntax is invalid.
    Syntax(String),
    /// A file named with `@=` cannot be read.
    File(String),
}

/// Where parsing failed. Most failures only make the parser backtrack, so the message is built last.
enum ParseError {
    /// Something other than the expected is at the position.
    Unexpected { at: usize, expected: Expected },
    /// The key occurs for the second time.
    Repeated { at: usize, key: String },
    /// Lists and hashes are nested too deep.
    Depth,
    /// A file named with `@=` cannot be read.
    File(String),
}

/// What was expected at a position.
enum Expected {
    Character(char),
    /// A word or quoted string, by the name of its pattern.
    Pattern(&'static str),
}

/// How deep lists and hashes may be nested.
const MAX_DEPTH: usize = 200;

/// Reads the file that a value names (`file://`, `fileb://`); `None` if it names none. The error is the complete message.
pub type Load<'l> = &'l dyn Fn(&str) -> Result<Option<Document>, String>;

/// Parses shorthand; `load` reads the files named after `@=`.
pub fn parse(text: &str, load: Load<'_>) -> Result<Map, ShorthandError> {
    let chars: Vec<char> = text.chars().collect();
    let mut parser = ShorthandParser { chars: &chars, at: 0, loads_files: false, depth: 0, load };
    parser.parameter().map_err(|error| error.into_message(&chars))
}

struct ShorthandParser<'t> {
    chars: &'t [char],
    load: Load<'t>,
    at: usize,
    /// Whether the current key was followed by `@`, so that `file://` names a file.
    loads_files: bool,
    depth: usize,
}

impl ShorthandParser<'_> {
    fn parameter(&mut self) -> Result<Map, ParseError> {
        let mut map = Map::new();
        let (key, value) = self.pair()?;
        map.insert(key, value);
        let mut last = self.at;
        while self.at < self.chars.len() {
            self.expect_spaced(',')?;
            let (key, value) = self.pair()?;
            if map.contains(&key) {
                return Err(ParseError::Repeated { at: last + 1, key });
            }
            map.insert(key, value);
            last = self.at;
        }
        Ok(map)
    }

    fn pair(&mut self) -> Result<(String, Document), ParseError> {
        let key = self.key_and_equals()?;
        let value = match self.current() {
            None => Document::from(""),
            Some('[') => self.list()?,
            Some('{') => self.hash()?,
            Some(_) => self.separated()?,
        };
        Ok((key, value))
    }

    /// Reads `key =` or `key @=`.
    fn key_and_equals(&mut self) -> Result<String, ParseError> {
        let start = self.at;
        while self.current().is_some_and(|c| c.is_ascii_alphanumeric() || "-_.#/:".contains(c)) {
            self.at += 1;
        }
        let key = self.chars.get(start..self.at).unwrap_or_default().iter().collect();
        self.loads_files = self.expect_spaced('@').is_ok();
        self.expect_spaced('=')?;
        Ok(key)
    }

    /// Reads `a` or `a,b,c`. After each comma it tries to read another item; unless the item is followed by a comma or the end,
    /// the comma belongs to the next pair.
    fn separated(&mut self) -> Result<Document, ParseError> {
        let first = self.first()?;
        self.skip_space();
        if self.current() != Some(',') {
            return Ok(first);
        }

        self.expect_spaced(',')?;
        let mut items = vec![first];
        loop {
            match self.further() {
                Ok((item, is_last)) => {
                    items.push(item);
                    if is_last {
                        break;
                    }
                }
                Err(ParseError::Unexpected { .. }) if self.at < self.chars.len() => {
                    while self.current().is_some_and(|c| c != ',') && self.at > 0 {
                        self.at -= 1;
                    }
                    break;
                }
                Err(error) => return Err(error),
            }
        }

        Ok(if items.len() > 1 { Document::List(items) } else { items.pop().unwrap_or(Document::Null) })
    }

    /// Reads another item and the comma after it; the flag says whether it is the last.
    fn further(&mut self) -> Result<(Document, bool), ParseError> {
        let item = match self.current() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote)?,
            _ => {
                let word = self.word(is_second_follower);
                let word = word.ok_or_else(|| self.unexpected(Expected::Pattern("<second>")))?;
                self.loaded(word)?
            }
        };
        self.skip_space();
        if self.at >= self.chars.len() {
            return Ok((item, true));
        }
        self.expect_spaced(',')?;
        Ok((item, false))
    }

    fn list(&mut self) -> Result<Document, ParseError> {
        self.descend()?;
        self.expect_spaced('[')?;
        let mut items = Vec::new();
        while self.current() != Some(']') {
            items.push(self.element()?);
            self.skip_space();
            self.pass_comma_before(']')?;
        }
        self.at += 1;
        self.depth -= 1;
        Ok(Document::List(items))
    }

    fn hash(&mut self) -> Result<Document, ParseError> {
        self.descend()?;
        self.expect_spaced('{')?;
        let mut map = Map::new();
        while self.current() != Some('}') {
            let key = self.key_and_equals()?;
            let value = self.element()?;
            self.skip_space();
            self.pass_comma_before('}')?;
            map.insert(key, value);
        }
        self.at += 1;
        self.depth -= 1;
        Ok(Document::Map(map))
    }

    fn descend(&mut self) -> Result<(), ParseError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(ParseError::Depth) } else { Ok(()) }
    }

    fn pass_comma_before(&mut self, end: char) -> Result<(), ParseError> {
        if self.current() != Some(end) {
            self.expect(',')?;
            self.skip_space();
        }
        Ok(())
    }

    fn element(&mut self) -> Result<Document, ParseError> {
        match self.current() {
            Some('[') => self.list(),
            Some('{') => self.hash(),
            _ => self.first(),
        }
    }

    /// Reads a quoted string, a word, or nothing.
    fn first(&mut self) -> Result<Document, ParseError> {
        match self.current() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            _ => match self.word(is_first_follower) {
                Some(word) => self.loaded(word),
                None => Ok(Document::from("")),
            },
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Document, ParseError> {
        let Some(end) = self.closing(quote) else {
            let name = if quote == '\'' { "<singled quoted>" } else { "<double quoted>" };
            return Err(self.unexpected(Expected::Pattern(name)));
        };
        let inside: String = self.chars.get(self.at + 1..end).unwrap_or_default().iter().collect();
        self.at = end + 1;
        let escaped = format!("\\{quote}");
        self.loaded(inside.replace(&escaped, &quote.to_string()).replace("\\\\", "\\"))
    }

    /// The end of the current quoted string. A backslash escapes a quote, unless no other quote closes the string.
    fn closing(&self, quote: char) -> Option<usize> {
        let mut hidden = None;
        let mut at = self.at + 1;
        loop {
            match self.chars.get(at) {
                None => return hidden,
                Some('\\') if self.chars.get(at + 1) == Some(&quote) => {
                    hidden = Some(at + 1);
                    at += 2;
                }
                Some(c) if *c == quote => return Some(at),
                Some(_) => at += 1,
            }
        }
    }

    /// Reads an unquoted word; the comma after a backslash is part of it.
    fn word(&mut self, is_follower: fn(char) -> bool) -> Option<String> {
        let mut word = String::new();
        let mut accepts: fn(char) -> bool = is_start;
        while let Some(c) = self.current() {
            if c == '\\' && self.chars.get(self.at + 1) == Some(&',') {
                word.push(',');
                self.at += 2;
            } else if accepts(c) {
                word.push(c);
                self.at += 1;
            } else {
                break;
            }
            accepts = is_follower;
        }
        if word.is_empty() {
            return None;
        }
        word.truncate(word.trim_end_matches(is_space).len());
        Some(word)
    }

    /// The value of a string: the content of a file if the key allows it.
    fn loaded(&self, text: String) -> Result<Document, ParseError> {
        if !self.loads_files {
            return Ok(Document::Text(text));
        }
        let loaded = (self.load)(&text).map_err(ParseError::File)?;
        Ok(loaded.unwrap_or(Document::Text(text)))
    }

    fn current(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.current(), Some(' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, wanted: char) -> Result<(), ParseError> {
        if self.current() != Some(wanted) {
            return Err(self.unexpected(Expected::Character(wanted)));
        }
        self.at += 1;
        Ok(())
    }

    fn expect_spaced(&mut self, wanted: char) -> Result<(), ParseError> {
        self.skip_space();
        self.expect(wanted)?;
        self.skip_space();
        Ok(())
    }

    fn unexpected(&self, expected: Expected) -> ParseError {
        ParseError::Unexpected { at: self.at, expected }
    }
}

impl ParseError {
    /// The message of the AWS CLI.
    fn into_message(self, chars: &[char]) -> ShorthandError {
        ShorthandError::Syntax(match self {
            Self::Unexpected { at, expected } => {
                let (expected, received) = match expected {
                    Expected::Character(wanted) => {
                        let received = chars.get(at).map_or_else(|| "EOF".to_owned(), char::to_string);
                        (wanted.to_string(), received)
                    }
                    Expected::Pattern(name) => (name.to_owned(), "<none>".to_owned()),
                };
                let place = marked(chars, at);
                format!("Expected: '{expected}', received: '{received}' for input:\n {place}")
            }
            Self::Repeated { at, key } => {
                let place = marked(chars, at);
                let hint = "This is often because there is a preceding \",\" instead of a space.";
                format!("Second instance of key \"{key}\" encountered for input:\n{place}\n{hint}")
            }
            Self::Depth => "Too many levels".to_owned(),
            Self::File(message) => return ShorthandError::File(message),
        })
    }
}

/// The input with a caret under the position, counted from the start of its line.
fn marked(chars: &[char], at: usize) -> String {
    let (before, after) = chars.split_at_checked(at).unwrap_or((chars, &[]));
    let indent = before.iter().rev().take_while(|c| **c != '\n').count();
    let line_end = after.iter().position(|c| *c == '\n').unwrap_or(after.len());
    let (line, rest) = after.split_at_checked(line_end).unwrap_or((after, &[]));
    let text = |chars: &[char]| chars.iter().collect::<String>();
    format!("{}{}\n{}^{}", text(before), text(line), " ".repeat(indent), text(rest))
}

/// Whether an unquoted word can start with the character.
fn is_start(c: char) -> bool {
    ('!'..='\u{ffff}').contains(&c) && !matches!(c, '"' | '\'' | ',' | '=' | '[' | '{')
}

/// Whether the first word after `=` can continue with the character.
fn is_first_follower(c: char) -> bool {
    is_space(c) || (('!'..='\u{ffff}').contains(&c) && !matches!(c, '"' | '\'' | ',' | ']' | '}'))
}

/// Whether a later word can continue with the character.
fn is_second_follower(c: char) -> bool {
    is_space(c) || (('!'..='\u{ffff}').contains(&c) && !matches!(c, '"' | '\'' | ',' | '='))
}

#[cfg(test)]
mod tests;
