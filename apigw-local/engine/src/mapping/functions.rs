//! `$util`.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::java::failure::JavaFailure;
use crate::java::value::{Object, Value};
use crate::json;

/// As `java.util.Base64` decodes: padding may be missing.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

const FUNCTIONS: [&str; 5] = ["parseJson", "urlEncode", "urlDecode", "base64Encode", "base64Decode"];

/// The functions of `$util`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Util;

impl Object for Util {
    fn call(&self, method: &str, arguments: &[Value]) -> Result<Option<Value>, JavaFailure> {
        let [argument] = arguments else { return Ok(None) };
        let text = match argument {
            Value::Text(text) => text,
            Value::Null if method == "escapeJavaScript" => return Ok(Some(Value::Null)),
            Value::Null if FUNCTIONS.contains(&method) => {
                return Err(JavaFailure::thrown(format!("`{method}` is given nothing")));
            }
            _ => return Ok(None),
        };

        Ok(Some(match method {
            "escapeJavaScript" | "urlEncode" => {
                let mut out = String::new();
                self.push(method, arguments, &mut out)?;
                Value::text(out)
            }
            "urlDecode" => Value::text(decode(text)?),
            "base64Encode" => Value::text(BASE64.encode(text.as_bytes())),
            "base64Decode" => {
                let bytes = BASE64.decode(text.as_bytes());
                let bytes = bytes.map_err(|_| JavaFailure::thrown(format!("{text:?} is not base64")))?;
                Value::text(String::from_utf8_lossy(&bytes))
            }
            "parseJson" if text.is_empty() => return Err(JavaFailure::thrown("an empty string is not JSON")),
            "parseJson" => {
                let document = json::read(text).map_err(|error| {
                    JavaFailure::thrown(format!("the string is not JSON at character {}", error.offset + 1))
                });
                document?.value()
            }
            _ => return Ok(None),
        }))
    }

    fn push(&self, method: &str, arguments: &[Value], out: &mut String) -> Result<bool, JavaFailure> {
        let [Value::Text(text)] = arguments else { return Ok(false) };
        match method {
            "escapeJavaScript" => push_escaped(text, out),
            "urlEncode" => push_encoded(text, out),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn property(&self, _name: &str) -> Option<Value> {
        None
    }
}

/// `StringEscapeUtils.escapeJavaScript` of commons-lang 2. `\'` is no escape of JSON; templates take it back out.
fn push_escaped(text: &str, out: &mut String) {
    out.reserve(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_escaped) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut chars = special.chars();

        match chars.next() {
            Some('\u{8}') => out.push_str("\\b"),
            Some('\n') => out.push_str("\\n"),
            Some('\t') => out.push_str("\\t"),
            Some('\u{c}') => out.push_str("\\f"),
            Some('\r') => out.push_str("\\r"),
            Some(c @ ('\'' | '"' | '\\' | '/')) => {
                out.push('\\');
                out.push(c);
            }
            Some(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "\\u{unit:04X}");
                }
            }
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// Whether a character that begins with a byte is escaped.
fn is_escaped(byte: u8) -> bool {
    !matches!(byte, b' '..=b'~') || matches!(byte, b'\'' | b'"' | b'\\' | b'/')
}

/// `URLEncoder.encode`.
fn push_encoded(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |number: u8| DIGITS.get(usize::from(number)).map_or('0', |digit| char::from(*digit));
    out.reserve(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'*' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.push(digit(byte >> 4));
                out.push(digit(byte & 15));
            }
        }
    }
}

/// `URLDecoder.decode`.
fn decode(text: &str) -> Result<String, JavaFailure> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match first {
            b'+' => bytes.push(b' '),
            b'%' => {
                let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                let code =
                    code.and_then(|digits| u8::from_str_radix(digits.strip_prefix('+').unwrap_or(digits), 16).ok());
                bytes
                    .push(code.ok_or_else(|| JavaFailure::thrown(format!("{text:?} has a `%` that no code follows")))?);
                rest = after.get(2..).unwrap_or(&[]);
            }
            other => bytes.push(*other),
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
