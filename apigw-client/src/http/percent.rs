//! Percent-encoding of path labels and query parameters.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986 is encoded.
const STRICT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// As [`STRICT`], but slashes stay: the rule for greedy labels and for the path of a signature.
const PATH: &AsciiSet = &STRICT.remove(b'/');

/// Appends one label, key or value.
pub(crate) fn encode(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, STRICT));
}

/// Appends bytes that need not be UTF-8.
pub(crate) fn encode_bytes(out: &mut String, bytes: &[u8]) {
    out.extend(percent_encode(bytes, STRICT));
}

/// Appends a label that may span segments.
pub(crate) fn encode_path(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, PATH));
}

#[cfg(test)]
mod tests {
    use super::{encode, encode_path};

    #[test]
    fn only_unreserved_characters_stay() {
        let mut text = String::new();
        encode(&mut text, "A-z_0.9~ /:@!$&'()*+,;=%é😀");
        assert_eq!(text, "A-z_0.9~%20%2F%3A%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%C3%A9%F0%9F%98%80");
    }

    #[test]
    fn greedy_labels_keep_their_slashes() {
        let mut text = String::new();
        encode_path(&mut text, "a/b c");
        assert_eq!(text, "a/b%20c");
    }
}
