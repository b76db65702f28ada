//! Parts of a string, as the grammars take them.

/// The part of `text` from byte `from` to the end; empty where there is no such part.
pub(crate) fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or("")
}

/// The part of `text` before byte `to`; the whole where there is no such part.
pub(crate) fn head(text: &str, to: usize) -> &str {
    text.get(..to).unwrap_or(text)
}

/// What is before and after the first `separator`, which is an ASCII character. The same as `str::split_once`, several
/// times as fast for the short strings that are checked by the hundred.
pub(crate) fn cut(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The first byte at which `text` departs from `expected`, on a character boundary of `text`.
pub(crate) fn departs(text: &str, expected: &str) -> usize {
    text.char_indices()
        .zip(expected.chars())
        .find(|((_, a), b)| a != b)
        .map_or_else(|| text.len().min(expected.len()), |((at, _), _)| at)
}

/// The first character of `text` that `allowed` does not hold for, and its offset.
pub(crate) fn first_other(text: &str, allowed: impl Fn(char) -> bool) -> Option<(usize, char)> {
    text.char_indices().find(|&(_, c)| !allowed(c))
}
