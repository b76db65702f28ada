//! Texts with holes, found in other texts.

use super::said::{Said, comparable};

/// How many letters and digits a string needs to be looked for inside a longer one.
const MIN_LETTERS: usize = 13;

/// A string with `{name}` for what differs.
#[derive(Debug)]
pub(super) struct TextPattern {
    parts: Vec<PatternPart>,
}

#[derive(Debug)]
enum PatternPart {
    Literal(String),
    Hole(String),
}

/// Where a pattern was found.
#[derive(Debug)]
pub(super) struct Found {
    /// What stands for each hole.
    pub(super) holes: Vec<(String, String)>,
    /// How many letters and digits of the pattern were compared.
    pub(super) letters: usize,
}

/// The next hole of a string: what stands before it, its name, and what stands after it.
pub(super) fn next_hole(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find('{')?;
        let (name, after) = text.get(open + 1..)?.split_once('}')?;
        if !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()) {
            return Some((text.get(..open)?, name, after));
        }
        from = open + 1;
    }
}

impl TextPattern {
    /// Reads a string.
    pub(super) fn new(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, name, after)) = next_hole(rest) {
            parts.push(PatternPart::Literal(before.to_owned()));
            parts.push(PatternPart::Hole(name.to_owned()));
            rest = after;
        }
        parts.push(PatternPart::Literal(rest.trim_end_matches('.').to_owned()));
        Self { parts }
    }

    /// The text without its holes.
    pub(super) fn literal(&self) -> String {
        let parts = self.parts.iter().map(|part| match part {
            PatternPart::Literal(text) => text.as_str(),
            PatternPart::Hole(_) => " ",
        });
        parts.collect()
    }

    /// How many letters and digits the text has outside its holes.
    pub(super) fn letters(&self) -> usize {
        self.literal().chars().filter(|c| c.is_alphanumeric()).count()
    }

    /// Whether the text is too short to be looked for inside others.
    pub(super) fn is_short(&self) -> bool {
        self.letters() < MIN_LETTERS
    }

    /// Finds the pattern in a string. Literals without letters need not be there, but end a hole if they are.
    pub(super) fn find(&self, said: &Said<'_>) -> Option<Found> {
        let mut holes = Vec::new();
        let mut open: Option<(&str, usize)> = None;
        let mut at = 0;
        for part in &self.parts {
            let literal = match part {
                PatternPart::Hole(name) => {
                    open = Some((name, at));
                    continue;
                }
                PatternPart::Literal(text) => literal_chars(text),
            };
            if literal.is_empty() {
                continue;
            }

            let has_letters = literal.iter().any(|c| c.is_alphanumeric());
            match position(said, at, &literal) {
                Some(start) => {
                    if let Some((name, from)) = open.take() {
                        holes.push((name.to_owned(), captured(said.between(from, start))));
                    }
                    at = start + literal.len();
                }
                None if has_letters => return None,
                None => {}
            }
        }

        if let Some((name, from)) = open {
            holes.push((name.to_owned(), captured(said.between(from, said.chars.len()))));
        }
        Some(Found { holes, letters: self.letters() })
    }
}

/// The characters of a literal that count, without blanks at its ends.
fn literal_chars(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = Vec::new();
    for c in text.chars().filter_map(comparable) {
        if c != ' ' || chars.last().is_some_and(|last| *last != ' ') {
            chars.push(c);
        }
    }
    while chars.last() == Some(&' ') {
        chars.pop();
    }
    chars
}

/// Where a literal begins at or after a place, between words.
fn position(said: &Said<'_>, from: usize, literal: &[char]) -> Option<usize> {
    let is_letter = |at: Option<usize>| at.and_then(|at| said.chars.get(at)).is_some_and(|(c, _)| c.is_alphanumeric());
    let begins = literal.first().is_some_and(|c| c.is_alphanumeric());
    let ends = literal.last().is_some_and(|c| c.is_alphanumeric());
    let last = said.chars.len().checked_sub(literal.len())?;

    (from..=last).find(|start| {
        let window = said.chars.get(*start..*start + literal.len()).unwrap_or_default();
        let is_here = window.iter().map(|(c, _)| c).eq(literal);
        let is_cut = begins && is_letter(start.checked_sub(1)) || ends && is_letter(Some(*start + literal.len()));
        is_here && !is_cut
    })
}

/// What stands in a hole, without what tools write after a message.
fn captured(text: &str) -> String {
    const ENDS: [&str; 5] = ["\n", " (Service:", "\" (RequestToken", " (SDK Attempt", "\"}"];
    const MAX_LEN: usize = 300;
    let end = ENDS.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
    let text = text.get(..end).unwrap_or_default();
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '"' | '`' | '.' | ':' | ','));
    trimmed.chars().take(MAX_LEN).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
