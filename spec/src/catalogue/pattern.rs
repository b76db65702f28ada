//! Texts with holes, found in other texts.

use super::said::{Said, words};

/// How many letters and digits a string needs to be looked for inside a longer one.
const MIN_LETTERS: usize = 13;

/// A string with `{name}` for what differs.
#[derive(Debug)]
pub(super) struct TextPattern {
    parts: Vec<PatternPart>,
    /// Its words outside its holes.
    pub(super) words: Vec<String>,
    /// How many letters and digits it has outside its holes.
    pub(super) letters: usize,
}

#[derive(Debug)]
enum PatternPart {
    /// Text as it is compared, without blanks at its ends; never empty.
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
        let (mut parts, mut literal) = (Vec::new(), String::new());
        let mut add = |parts: &mut Vec<PatternPart>, text: &str| {
            literal.extend([text, " "]);
            let compared = Said::new(text).compared;
            let compared = compared.trim_matches(' ');
            if !compared.is_empty() {
                parts.push(PatternPart::Literal(compared.to_owned()));
            }
        };
        let mut rest = text;
        while let Some((before, name, after)) = next_hole(rest) {
            add(&mut parts, before);
            parts.push(PatternPart::Hole(name.to_owned()));
            rest = after;
        }
        add(&mut parts, rest.trim_end_matches('.'));

        let letters = literal.chars().filter(|c| c.is_alphanumeric()).count();
        Self { parts, words: words(&literal), letters }
    }

    /// Whether the text is too short to be looked for inside others.
    pub(super) fn is_short(&self) -> bool {
        self.letters < MIN_LETTERS
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
                PatternPart::Literal(text) => text,
            };
            match position(&said.compared, at, literal) {
                Some(start) => {
                    if let Some((name, from)) = open.take() {
                        holes.push((name.to_owned(), captured(said.between(from, start))));
                    }
                    at = start + literal.len();
                }
                None if literal.contains(char::is_alphanumeric) => return None,
                None => {}
            }
        }

        if let Some((name, from)) = open {
            holes.push((name.to_owned(), captured(said.between(from, said.compared.len()))));
        }
        Some(Found { holes, letters: self.letters })
    }
}

/// Where a literal begins at or after a place, between words.
fn position(said: &str, from: usize, literal: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (begins, ends) = (is_letter(literal.chars().next()), is_letter(literal.chars().next_back()));

    let found = said.get(from..)?.match_indices(literal).map(|(offset, _)| from + offset);
    let mut whole = found.filter(|start| {
        let before = said.get(..*start).and_then(|before| before.chars().next_back());
        let after = said.get(start + literal.len()..).and_then(|after| after.chars().next());
        !(begins && is_letter(before) || ends && is_letter(after))
    });
    whole.next()
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
