//! What a user saw, prepared for comparison: letter case, quotes and the width of blanks do not count.

/// The words of a string: runs of letters and digits, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// A string, one comparable character after the other, with the place of each in the original.
#[derive(Debug)]
pub(super) struct Said<'t> {
    /// The original.
    pub(super) text: &'t str,
    /// The characters that count, and their offsets.
    pub(super) chars: Vec<(char, usize)>,
}

impl<'t> Said<'t> {
    /// Prepares a string.
    pub(super) fn new(text: &'t str) -> Self {
        let mut chars: Vec<(char, usize)> = Vec::with_capacity(text.len());
        for (offset, c) in text.char_indices() {
            match comparable(c) {
                Some(' ') if chars.last().is_none_or(|(last, _)| *last == ' ') => {}
                Some(c) => chars.push((c, offset)),
                None => {}
            }
        }
        Self { text, chars }
    }

    /// The original between two places among the characters.
    pub(super) fn between(&self, from: usize, to: usize) -> &'t str {
        let offset = |at: usize| self.chars.get(at).map_or(self.text.len(), |(_, offset)| *offset);
        self.text.get(offset(from)..offset(to)).unwrap_or_default()
    }
}

/// A character as it is compared; nothing for quotes, which people and shells add and drop.
pub(super) fn comparable(c: char) -> Option<char> {
    match c {
        '\'' | '"' | '`' | '\\' | '‘' | '’' | '“' | '”' => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c.to_lowercase().next().unwrap_or(c)),
    }
}

/// The messages that a string can hold: all of it, what follows the prefixes of tools, the value of a header, and the
/// message of a JSON body.
pub(super) fn messages(text: &str) -> Vec<String> {
    let text = text.trim();
    let mut found = vec![text.to_owned()];
    if let Ok(serde_json::Value::Object(body)) = serde_json::from_str(text) {
        let member = ["message", "Message", "errorMessage", "error", "__type", "code"];
        found.extend(member.into_iter().filter_map(|name| match body.get(name)? {
            serde_json::Value::Null => Some("null".to_owned()),
            value => value.as_str().map(str::to_owned),
        }));
    }
    if let Some((_, value)) = text.rsplit_once(": ") {
        found.push(value.trim().to_owned());
    }
    if let Some((name, value)) = text.split_once(':')
        && !name.contains(' ')
    {
        found.push(value.trim().to_owned());
    }
    found
}
