//! What only a running script knows: one character stands for it in words, values and names.

/// Stands for text that is not known. Unicode keeps this character free for such uses.
pub const UNSEEN: char = '\u{fdd0}';

/// Whether a part of a text is not known.
pub fn is_unseen(text: &str) -> bool {
    text.contains(UNSEEN)
}
