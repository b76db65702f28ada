//! Numbers in strings: what Python's `int()` and `float()` accept.

/// Reads a whole number: a sign, surrounding white space, decimal digits of any script, single underscores between
/// digits. `None` also for numbers beyond 128 bits, which no member takes.
pub fn integer(text: &str) -> Option<i128> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = plain_digits(digits)?;
    let magnitude: i128 = digits.parse().ok()?;
    Some(if negative { -magnitude } else { magnitude })
}

/// Reads a whole number, with the message of Python's `int()` if the text is none.
///
/// # Errors
///
/// The message.
pub fn whole(text: &str) -> Result<i128, String> {
    integer(text).ok_or_else(|| format!("invalid literal for int() with base 10: {}", super::repr::text(text)))
}

/// Reads a floating point number: as [`integer`], with fraction and exponent, `inf`, `infinity` and `nan`.
pub fn double(text: &str) -> Option<f64> {
    let text = text.trim();
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_named = ["inf", "infinity", "nan"].iter().any(|name| name.eq_ignore_ascii_case(unsigned));
    if is_named {
        return text.parse().ok();
    }

    let mut plain = String::with_capacity(text.len());
    let mut previous = None;
    for (index, c) in text.char_indices() {
        if c == '_' {
            let next = text.get(index + 1..).and_then(|rest| rest.chars().next());
            let is_between = previous.and_then(digit).is_some() && next.and_then(digit).is_some();
            if !is_between {
                return None;
            }
        } else if let Some(value) = digit(c) {
            plain.push(char::from(b'0' + value));
        } else if matches!(c, '.' | 'e' | 'E' | '+' | '-') {
            plain.push(c);
        } else {
            return None;
        }
        previous = Some(c);
    }

    plain.parse().ok()
}

/// Trims white space as Python defines it: Unicode's and four separators.
pub fn strip(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Whether a character is white space in Python.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// The digits as ASCII, without the underscores between them.
fn plain_digits(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut after_digit = false;
    for c in text.chars() {
        if c == '_' && after_digit {
            after_digit = false;
        } else {
            plain.push(char::from(b'0' + digit(c)?));
            after_digit = true;
        }
    }
    after_digit.then_some(plain)
}

/// The value of a decimal digit of any script.
fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return u8::try_from(c.to_digit(10)?).ok();
    }
    let code = u32::from(c);
    let before = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS.get(before.checked_sub(1)?)?;
    u8::try_from(code - zero).ok().filter(|value| *value < 10)
}

/// The zeros of the scripts with decimal digits (Unicode's category `Nd`); the other nine follow each.
const ZEROS: [u32; 65] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

#[cfg(test)]
mod tests {
    use super::{double, integer};

    #[test]
    fn integers_read_as_python_reads_them() {
        let cases = [("+50", 50), ("0050", 50), (" 7\n", 7), ("1_000", 1000), ("٣", 3), ("-5", -5), ("𝟗0", 90)];
        for (text, value) in cases {
            assert_eq!(integer(text), Some(value), "{text}");
        }
        for text in ["", "abc", "1__0", "_1", "1_", "1.0", "0x10", "- 5", "½", "+-1"] {
            assert_eq!(integer(text), None, "{text}");
        }
    }

    #[test]
    fn doubles_read_as_python_reads_them() {
        let cases =
            [("5", 5.0), (".5", 0.5), ("1.", 1.0), ("1e16", 1e16), (" 1_0.0 ", 10.0), ("-INF", f64::NEG_INFINITY)];
        for (text, value) in cases {
            assert_eq!(double(text), Some(value), "{text}");
        }
        assert!(double("NaN").is_some_and(f64::is_nan));
        for text in ["", "ten", "1_", "._5", "0x1", "infinit", "1e", "1_.0"] {
            assert_eq!(double(text), None, "{text}");
        }
    }
}
