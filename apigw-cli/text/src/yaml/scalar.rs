//! Strings in the three styles of YAML: plain, single-quoted and double-quoted.

use super::emitter::{Emitter, WIDTH};

/// How a string is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes, with escapes.
    Double,
}

/// The properties of a string that decide its style.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Analysis {
    /// Whether there are line breaks.
    pub is_multiline: bool,
    allows_plain: bool,
    allows_single: bool,
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(|c| is_break(c) || matches!(c, '\0' | ' ' | '\t' | '\r'))
}

/// Whether a character is allowed outside double quotes.
fn is_ordinary(c: char) -> bool {
    match c {
        '\u{2028}' | '\u{2029}' | '\u{feff}' => false,
        '\n' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' => true,
        _ => false,
    }
}

impl Analysis {
    /// Analyzes a string.
    pub(crate) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let at = |index: usize| chars.get(index).copied();
        let mut has_indicators = text.starts_with("---") || text.starts_with("...");
        let (mut break_space, mut space_break) = (false, false);

        for (index, &c) in chars.iter().enumerate() {
            let before = index.checked_sub(1).and_then(at);
            let is_followed_by_blank = is_blank(at(index + 1));
            has_indicators |= match c {
                ':' => is_followed_by_blank,
                '#' => index == 0 || is_blank(before),
                '?' | '-' => index == 0 && is_followed_by_blank,
                _ => index == 0 && ",[]{}&*!|>'\"%@`".contains(c),
            };
            break_space |= c == ' ' && before.is_some_and(is_break);
            space_break |= is_break(c) && before == Some(' ');
        }

        let has_edges = [chars.first(), chars.last()].into_iter().flatten().any(|c| *c == ' ' || is_break(*c));
        let is_multiline = chars.iter().copied().any(is_break);
        let has_special = space_break || !chars.iter().copied().all(is_ordinary);
        Self {
            is_multiline,
            allows_plain: !(text.is_empty()
                || has_indicators
                || has_edges
                || is_multiline
                || break_space
                || has_special),
            allows_single: !(break_space || has_special),
        }
    }

    /// The style of the string; `means_itself` if the plain scalar would be read as this string, `may_fold` if it may span
    /// several lines.
    pub(crate) fn style(self, means_itself: bool, may_fold: bool) -> ScalarStyle {
        if means_itself && self.allows_plain {
            ScalarStyle::Plain
        } else if self.allows_single && (may_fold || !self.is_multiline) {
            ScalarStyle::Single
        } else {
            ScalarStyle::Double
        }
    }
}

impl Emitter {
    /// Writes a plain scalar, with a line break in place of a single space beyond the width.
    pub(crate) fn plain(&mut self, text: &str, indent: usize, folds: bool) {
        for (index, part) in runs(text).into_iter().enumerate() {
            if part == " " && index > 0 && self.column > WIDTH && folds {
                self.line(indent);
            } else {
                self.put(part);
            }
        }
    }

    pub(crate) fn single(&mut self, text: &str, indent: usize, folds: bool) {
        self.put("'");
        let parts = runs(text);
        let last = parts.len().saturating_sub(1);
        for (index, part) in parts.into_iter().enumerate() {
            if part.starts_with(is_break) {
                // The first line break of a folded string is written as two.
                let extra = if part.starts_with('\n') { "\n" } else { "" };
                self.put(&format!("{extra}{part}{}", " ".repeat(indent)));
            } else if part == " " && index > 0 && index < last && self.column > WIDTH && folds {
                self.line(indent);
            } else {
                self.put(&part.replace('\'', "''"));
            }
        }
        self.put("'");
    }

    pub(crate) fn double(&mut self, text: &str, indent: usize, folds: bool) {
        self.put("\"");
        let chars: Vec<char> = text.chars().collect();
        let mut pending = String::new();

        for (index, &c) in chars.iter().enumerate() {
            let escaped = escape(c);
            if let Some(escaped) = &escaped {
                self.put(&std::mem::take(&mut pending));
                self.put(escaped);
            }
            let is_inside = index > 0 && index + 1 < chars.len();
            let width = self.column + pending.chars().count();
            if is_inside && (c == ' ' || escaped.is_some()) && width > WIDTH && folds {
                self.put(&std::mem::take(&mut pending));
                self.put("\\");
                self.line(indent);
                let starts_with_space = if escaped.is_some() { chars.get(index + 1) == Some(&' ') } else { true };
                if starts_with_space {
                    self.put("\\");
                }
            }
            if escaped.is_none() {
                pending.push(c);
            }
        }

        self.put(&pending);
        self.put("\"");
    }
}

/// Splits a string into runs of spaces, of line breaks and of other characters.
fn runs(text: &str) -> Vec<&str> {
    let kind = |c: char| if c == ' ' { 0 } else { 1 + u8::from(is_break(c)) };
    let mut runs = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (index, c) in text.char_indices() {
        if previous.is_some_and(|previous| previous != kind(c)) {
            runs.extend(text.get(start..index));
            start = index;
        }
        previous = Some(kind(c));
    }
    runs.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    runs
}

/// The escape sequence of a character, if it needs one in double quotes.
fn escape(c: char) -> Option<String> {
    let letter = match c {
        '\0' => '0',
        '\u{7}' => 'a',
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{b}' => 'v',
        '\u{c}' => 'f',
        '\r' => 'r',
        '\u{1b}' => 'e',
        '"' => '"',
        '\\' => '\\',
        '\u{85}' => 'N',
        '\u{2028}' => 'L',
        '\u{2029}' => 'P',
        c if is_ordinary(c) => return None,
        c => {
            let code = u32::from(c);
            return Some(match code {
                0..=0xff => format!("\\x{code:02X}"),
                0x100..=0xffff => format!("\\u{code:04X}"),
                _ => format!("\\U{code:08X}"),
            });
        }
    };
    Some(format!("\\{letter}"))
}
