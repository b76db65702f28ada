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
            "escapeJavaScript" => Value::text(escape(text)),
            "urlEncode" => Value::text(encode(text)),
            "urlDecode" => Value::text(decode(text)?),
            "base64Encode" => Value::text(BASE64.encode(text.as_bytes())),
            "base64Decode" => {
                let bytes = BASE64.decode(text.as_bytes());
                let bytes = bytes.map_err(|_| JavaFailure::thrown(format!("{text:?} is not base64")))?;
                Value::text(String::from_utf8_lossy(&bytes))
            }
            "parseJson" if text.is_empty() => return Err(JavaFailure::thrown("an empty string is not JSON")),
            "parseJson" => json::read(text).map_err(|error| {
                JavaFailure::thrown(format!("the string is not JSON at character {}", error.offset + 1))
            })?,
            _ => return Ok(None),
        }))
    }

    fn property(&self, _name: &str) -> Option<Value> {
        None
    }
}

/// `StringEscapeUtils.escapeJavaScript` of commons-lang 2. `\'` is no escape of JSON; templates take it back out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for unit in text.encode_utf16() {
        match char::from_u32(u32::from(unit)) {
            Some('\u{8}') => out.push_str("\\b"),
            Some('\n') => out.push_str("\\n"),
            Some('\t') => out.push_str("\\t"),
            Some('\u{c}') => out.push_str("\\f"),
            Some('\r') => out.push_str("\\r"),
            Some(c @ ('\'' | '"' | '\\' | '/')) => {
                out.push('\\');
                out.push(c);
            }
            Some(c @ ' '..='\u{7e}') => out.push(c),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04X}");
            }
        }
    }
    out
}

/// `URLEncoder.encode`.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'*' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
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
