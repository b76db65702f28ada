//! A word of a command line, parts of which can be unknown.
//!
//! Words that a user types are known. Only the linter of scripts makes words with unknown parts: what a variable or the
//! output of a command puts there is known only to the running script.

use std::fmt;

/// A word of a command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// No known part is empty, and no two known parts stand side by side.
    parts: Vec<Part>,
}

/// A part of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// This text.
    Known(String),
    /// Text of any length.
    Unknown,
}

impl Word {
    /// A word of which nothing is known.
    #[must_use]
    pub fn unknown() -> Self {
        Self { parts: vec![Part::Unknown] }
    }

    /// The parts in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Appends a character.
    pub fn push(&mut self, c: char) {
        match self.parts.last_mut() {
            Some(Part::Known(text)) => text.push(c),
            _ => self.parts.push(Part::Known(c.into())),
        }
    }

    /// Appends known text.
    pub fn push_str(&mut self, text: &str) {
        match self.parts.last_mut() {
            _ if text.is_empty() => {}
            Some(Part::Known(known)) => known.push_str(text),
            _ => self.parts.push(Part::Known(text.to_owned())),
        }
    }

    /// Appends unknown text.
    pub fn push_unknown(&mut self) {
        if self.parts.last() != Some(&Part::Unknown) {
            self.parts.push(Part::Unknown);
        }
    }

    /// The whole text, if all of it is known.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [] => Some(""),
            [Part::Known(text)] => Some(text),
            _ => None,
        }
    }

    /// Whether the whole text is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.text().is_some()
    }

    /// Whether nothing of the text is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.parts == [Part::Unknown]
    }

    /// The known text that the word starts with; empty if it starts with an unknown part.
    #[must_use]
    pub fn head(&self) -> &str {
        match self.parts.first() {
            Some(Part::Known(text)) => text,
            _ => "",
        }
    }

    /// Whether the word is known to start with a string.
    #[must_use]
    pub fn starts_with(&self, start: &str) -> bool {
        self.head().starts_with(start)
    }

    /// Whether a string is known to be in the word.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        self.known_parts().any(|part| part.contains(text))
    }

    /// The known parts.
    pub fn known_parts(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| if let Part::Known(text) = part { Some(text.as_str()) } else { None })
    }

    /// The text before the first `separator` and the word after it, if no unknown part comes before.
    #[must_use]
    pub fn split_once(&self, separator: char) -> Option<(&str, Self)> {
        let (before, after) = self.head().split_once(separator)?;

        let mut rest = Self::from(after);
        for part in self.parts.iter().skip(1) {
            rest.push_part(part);
        }
        Some((before, rest))
    }

    /// The word after an unknown part.
    #[must_use]
    pub fn after_unknown(&self) -> Self {
        let mut word = Self::unknown();
        self.parts.iter().for_each(|part| word.push_part(part));
        word
    }

    /// Whether the word starts with an unknown part.
    #[must_use]
    pub fn starts_unknown(&self) -> bool {
        self.parts.first() == Some(&Part::Unknown)
    }

    /// The word with every occurrence of a string unknown.
    #[must_use]
    pub fn without(&self, text: &str) -> Self {
        let mut word = Self::default();
        for part in &self.parts {
            let Part::Known(known) = part else {
                word.push_unknown();
                continue;
            };
            for (index, piece) in known.split(text).enumerate() {
                if index > 0 {
                    word.push_unknown();
                }
                word.push_str(piece);
            }
        }
        word
    }

    /// The word with each known part changed.
    #[must_use]
    pub fn map_known(&self, change: impl Fn(&str) -> String) -> Self {
        let mut word = Self::default();
        for part in &self.parts {
            match part {
                Part::Known(known) => word.push_str(&change(known)),
                Part::Unknown => word.push_unknown(),
            }
        }
        word
    }

    /// The text with a character in the place of each unknown part.
    #[must_use]
    pub fn with_stand_in(&self, stand_in: char) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Known(known) => text.push_str(known),
                Part::Unknown => text.push(stand_in),
            }
        }
        text
    }

    fn push_part(&mut self, part: &Part) {
        match part {
            Part::Known(text) => self.push_str(text),
            Part::Unknown => self.push_unknown(),
        }
    }
}

impl From<Word> for String {
    /// The text as [`Display`](fmt::Display) gives it, without a copy if all of it is known.
    fn from(word: Word) -> Self {
        match <[Part; 1]>::try_from(word.parts) {
            Ok([Part::Known(text)]) => text,
            Ok([Part::Unknown]) => Word::unknown().to_string(),
            Err(parts) => Word { parts }.to_string(),
        }
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self { parts: if text.is_empty() { Vec::new() } else { vec![Part::Known(text)] } }
    }
}

impl PartialEq<str> for Word {
    fn eq(&self, text: &str) -> bool {
        self.text() == Some(text)
    }
}

impl PartialEq<&str> for Word {
    fn eq(&self, text: &&str) -> bool {
        self.text() == Some(*text)
    }
}

/// The text of the word, as messages quote it; an ellipsis stands for an unknown part.
impl fmt::Display for Word {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.parts {
            formatter.write_str(if let Part::Known(text) = part { text } else { "…" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Word;

    /// `a=b`, something unknown, and `=c`.
    fn partly_known() -> Word {
        let mut word = Word::from("a=b");
        word.push_unknown();
        word.push_unknown();
        word.push('=');
        word.push_str("");
        word.push_str("c");
        word
    }

    #[test]
    fn parts_are_merged() {
        let word = partly_known();
        assert_eq!((word.parts().len(), word.head(), word.text()), (3, "a=b", None));
        assert_eq!(word.to_string(), "a=b…=c");
        assert_eq!(Word::from("").text(), Some(""));
        assert_eq!(Word::default(), Word::from(""));
    }

    #[test]
    fn names_end_at_the_first_separator() {
        let word = partly_known();
        let (name, value) = word.split_once('=').expect("a separator in the head");
        assert_eq!((name, value.to_string().as_str()), ("a", "b…=c"));
        assert_eq!(word.split_once('c'), None);
        assert!(Word::unknown().split_once('=').is_none() && Word::unknown().is_unknown());
    }

    #[test]
    fn a_text_can_become_unknown() {
        assert_eq!(Word::from("{}").without("{}"), Word::unknown());
        assert_eq!(Word::from("a{}b").without("{}").to_string(), "a…b");
    }
}
