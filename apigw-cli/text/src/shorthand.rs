//! Shorthand (`key=value,other=[a,b],nested={x=y}`): the grammar alone, without shapes.
//!
//! The parser follows the AWS CLI's to the character, its backtracking and its error positions included: people have
//! long since adapted their quoting to it.

use crate::document::{Document, Map};
use crate::python::number::is_space;

/// What is wrong with a shorthand text.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// The grammar; the message is complete.
    Syntax(String),
    /// A file named with `@=` cannot be read.
    File(String),
}

/// What the parser stumbles over. Most of it only makes the parser try something else, so the words come last.
enum Stumble {
    /// Something else is at the place than what has to be there.
    Unexpected { at: usize, expected: Expected },
    /// The key stands there for the second time.
    Repeated { at: usize, key: String },
    /// Lists and hashes are too deep.
    Depth,
    /// A file named with `@=` cannot be read.
    File(String),
}

/// What has to be at a place.
enum Expected {
    Character(char),
    /// A word or quoted text, by the name of its pattern.
    Pattern(&'static str),
}

/// How deep lists and hashes may be inside each other.
const DEEPEST: usize = 200;

/// Reads the file that a value names (`file://`, `fileb://`); `None` if it names none. The error is a whole message.
pub type Load<'l> = &'l dyn Fn(&str) -> Result<Option<Document>, String>;

/// Reads one shorthand text; `load` reads the files named after `@=`.
pub fn parse(text: &str, load: Load<'_>) -> Result<Map, Problem> {
    let chars: Vec<char> = text.chars().collect();
    let mut parser = Parser { chars: &chars, at: 0, loads_files: false, depth: 0, load };
    parser.parameter().map_err(|stumble| stumble.worded(&chars))
}

struct Parser<'t> {
    chars: &'t [char],
    load: Load<'t>,
    at: usize,
    /// Whether the key at hand was followed by `@`, so that `file://` means a file.
    loads_files: bool,
    depth: usize,
}

impl Parser<'_> {
    fn parameter(&mut self) -> Result<Map, Stumble> {
        let mut map = Map::new();
        let (key, value) = self.pair()?;
        map.insert(key, value);
        let mut last = self.at;
        while self.at < self.chars.len() {
            self.expect_spaced(',')?;
            let (key, value) = self.pair()?;
            if map.contains(&key) {
                return Err(Stumble::Repeated { at: last + 1, key });
            }
            map.insert(key, value);
            last = self.at;
        }
        Ok(map)
    }

    fn pair(&mut self) -> Result<(String, Document), Stumble> {
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
    fn key_and_equals(&mut self) -> Result<String, Stumble> {
        let start = self.at;
        while self.current().is_some_and(|c| c.is_ascii_alphanumeric() || "-_.#/:".contains(c)) {
            self.at += 1;
        }
        let key = self.chars.get(start..self.at).unwrap_or_default().iter().collect();
        self.loads_files = self.expect_spaced('@').is_ok();
        self.expect_spaced('=')?;
        Ok(key)
    }

    /// Reads `a` or `a,b,c`. After each comma it tries another item; if that does not end in a comma or the end, the
    /// comma belongs to the next pair.
    fn separated(&mut self) -> Result<Document, Stumble> {
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
                Err(Stumble::Unexpected { .. }) if self.at < self.chars.len() => {
                    while self.current().is_some_and(|c| c != ',') && self.at > 0 {
                        self.at -= 1;
                    }
                    break;
                }
                Err(stumble) => return Err(stumble),
            }
        }
        Ok(if items.len() > 1 { Document::List(items) } else { items.pop().unwrap_or(Document::Null) })
    }

    /// Reads a further item and the comma after it, or finds that it is the last.
    fn further(&mut self) -> Result<(Document, bool), Stumble> {
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

    fn list(&mut self) -> Result<Document, Stumble> {
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

    fn hash(&mut self) -> Result<Document, Stumble> {
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

    fn descend(&mut self) -> Result<(), Stumble> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(Stumble::Depth) } else { Ok(()) }
    }

    fn pass_comma_before(&mut self, end: char) -> Result<(), Stumble> {
        if self.current() != Some(end) {
            self.expect(',')?;
            self.skip_space();
        }
        Ok(())
    }

    fn element(&mut self) -> Result<Document, Stumble> {
        match self.current() {
            Some('[') => self.list(),
            Some('{') => self.hash(),
            _ => self.first(),
        }
    }

    /// Reads quoted text, a word, or nothing.
    fn first(&mut self) -> Result<Document, Stumble> {
        match self.current() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            _ => match self.word(is_first_follower) {
                Some(word) => self.loaded(word),
                None => Ok(Document::from("")),
            },
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Document, Stumble> {
        let Some(end) = self.closing(quote) else {
            let name = if quote == '\'' { "<singled quoted>" } else { "<double quoted>" };
            return Err(self.unexpected(Expected::Pattern(name)));
        };
        let inside: String = self.chars.get(self.at + 1..end).unwrap_or_default().iter().collect();
        self.at = end + 1;
        let escaped = format!("\\{quote}");
        self.loaded(inside.replace(&escaped, &quote.to_string()).replace("\\\\", "\\"))
    }

    /// Where the quoted text at hand ends. A backslash before a quote hides it, unless no other quote closes the text.
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

    /// The value that a text stands for: a file's content where the key allows it.
    fn loaded(&self, text: String) -> Result<Document, Stumble> {
        if !self.loads_files {
            return Ok(Document::Text(text));
        }
        let loaded = (self.load)(&text).map_err(Stumble::File)?;
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

    fn expect(&mut self, wanted: char) -> Result<(), Stumble> {
        if self.current() != Some(wanted) {
            return Err(self.unexpected(Expected::Character(wanted)));
        }
        self.at += 1;
        Ok(())
    }

    fn expect_spaced(&mut self, wanted: char) -> Result<(), Stumble> {
        self.skip_space();
        self.expect(wanted)?;
        self.skip_space();
        Ok(())
    }

    fn unexpected(&self, expected: Expected) -> Stumble {
        Stumble::Unexpected { at: self.at, expected }
    }
}

impl Stumble {
    /// The problem in the AWS CLI's words.
    fn worded(self, chars: &[char]) -> Problem {
        Problem::Syntax(match self {
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
            Self::File(message) => return Problem::File(message),
        })
    }
}

/// The text with a caret under the place, which counts from the start of the place's line.
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

/// Whether the character can go on in the first word after `=`.
fn is_first_follower(c: char) -> bool {
    is_space(c) || (('!'..='\u{ffff}').contains(&c) && !matches!(c, '"' | '\'' | ',' | ']' | '}'))
}

/// Whether the character can go on in a further word.
fn is_second_follower(c: char) -> bool {
    is_space(c) || (('!'..='\u{ffff}').contains(&c) && !matches!(c, '"' | '\'' | ',' | '='))
}

#[cfg(test)]
mod tests;
