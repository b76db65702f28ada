//! Keys that an object of a JSON text has twice. The parser keeps the last of them in silence, so that a member or a
//! shape would be lost.

use std::collections::BTreeSet;

/// An object or array that is being read.
#[derive(Default)]
struct Frame {
    /// The keys so far; arrays have none.
    keys: BTreeSet<String>,
    /// The key or index of the value at hand.
    at: String,
    is_object: bool,
    /// Whether the next text is a key.
    key_follows: bool,
    index: usize,
}

/// The places of repeated keys, as paths of keys and indices, in a string that is known to be JSON.
pub(super) fn find(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut frames: Vec<Frame> = Vec::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if next == '"' { string_length(rest) } else { next.len_utf8() };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        match next {
            '{' => frames.push(Frame { is_object: true, key_follows: true, ..Frame::default() }),
            '[' => frames.push(Frame { at: "0".to_owned(), ..Frame::default() }),
            '}' | ']' => drop(frames.pop()),
            ',' => next_value(frames.last_mut()),
            '"' => {
                let repeated = key(frames.last_mut(), token);
                found.extend(repeated.then(|| frames.iter().map(|frame| frame.at.clone()).collect()));
            }
            _ => {}
        }
    }
    found
}

/// The length of the string that a string begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

fn next_value(frame: Option<&mut Frame>) {
    let Some(frame) = frame else { return };
    frame.key_follows = frame.is_object;
    if !frame.is_object {
        frame.index += 1;
        frame.at = frame.index.to_string();
    }
}

/// Takes a string that may be a key, and says whether its object has the key already.
fn key(frame: Option<&mut Frame>, token: &str) -> bool {
    let Some(frame) = frame.filter(|frame| frame.key_follows) else { return false };
    frame.key_follows = false;
    frame.at = serde_json::from_str(token).unwrap_or_default();
    !frame.keys.insert(frame.at.clone())
}
