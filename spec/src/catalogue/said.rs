//! What a user saw, prepared for comparison: letter case, quotes and the width of blanks do not count.

/// The words of a string: runs of letters and digits, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// A string as it is compared, with the place of each byte in the original.
#[derive(Debug)]
pub(super) struct Said<'t> {
    /// The original.
    text: &'t str,
    /// The characters that count.
    pub(super) compared: String,
    /// The offset in the original of the character that each byte belongs to.
    offsets: Vec<usize>,
}

impl<'t> Said<'t> {
    /// Prepares a string.
    pub(super) fn new(text: &'t str) -> Self {
        let mut compared = String::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len());
        for (offset, c) in text.char_indices() {
            match comparable(c) {
                Some(' ') if compared.is_empty() || compared.ends_with(' ') => {}
                Some(c) => {
                    compared.push(c);
                    offsets.resize(compared.len(), offset);
                }
                None => {}
            }
        }
        Self { text, compared, offsets }
    }

    /// The original between two places of what is compared.
    pub(super) fn between(&self, from: usize, to: usize) -> &'t str {
        let offset = |at: usize| self.offsets.get(at).copied().unwrap_or(self.text.len());
        self.text.get(offset(from)..offset(to)).unwrap_or_default()
    }
}

/// A character as it is compared; nothing for quotes, which people and shells add and drop.
fn comparable(c: char) -> Option<char> {
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
