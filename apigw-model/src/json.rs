//! JSON on the wire: bodies written from a value and a shape, answers read into a sink.
//!
//! Bodies have the exact bytes that the AWS tools send (`, ` and `: ` between parts, ASCII only), so that a recorded
//! request of theirs and one of ours can be compared as text.

use std::fmt::Write as _;

use apigw_spec::value::{Members, Value};
use apigw_spec::{Binding, Kind, Shape, Target};
use serde::de::DeserializeSeed as _;

use crate::blob::to_base64;
use crate::operation::Structured;
use crate::serde::{NameStyle, ShapeReader, name_of_infinite, part};
use crate::sink::Sink;

/// The JSON body of a request: the members of the input that travel in the body, `{}` if none is given.
#[doc(hidden)]
pub fn body(shape: &Shape, value: &dyn Members) -> String {
    let mut text = String::with_capacity(256);
    write_structure(&mut text, shape, value, BodyScope::BodyMembers);
    text
}

/// The JSON text of one value of a shape, with wire names.
#[doc(hidden)]
pub fn text(target: Target, value: Value<'_>) -> String {
    let mut text = String::new();
    write_value(&mut text, target, value);
    text
}

/// Reads a JSON document into a structure, by wire names, as leniently as the AWS tools: members that the model does
/// not know are passed over, `null` is absence, numbers and booleans may be text.
#[doc(hidden)]
pub fn read<T: Structured>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    let mut value = T::placeholder();
    read_into(bytes, T::SHAPE, &mut value)?;
    Ok(value)
}

/// Reads a JSON document into the sink of a structure; see [`read`].
#[doc(hidden)]
pub fn read_into(bytes: &[u8], shape: &'static Shape, sink: &mut dyn Sink) -> Result<(), serde_json::Error> {
    let mut source = serde_json::Deserializer::from_slice(bytes);
    ShapeReader::new(Target::to(shape), sink, NameStyle::Wire).deserialize(&mut source)?;
    source.end()
}

#[derive(Clone, Copy, PartialEq)]
enum BodyScope {
    /// The top of a request, some of whose members travel elsewhere.
    BodyMembers,
    /// A nested structure, which travels whole.
    All,
}

fn write_structure(out: &mut String, shape: &Shape, value: &dyn Members, scope: BodyScope) {
    out.push('{');
    let mut first = true;
    value.visit(shape.members(), &mut |index, value| {
        let Some(member) = shape.members().get(index) else { return };
        if scope == BodyScope::BodyMembers && member.binding != Binding::Body {
            return;
        }
        separate(out, &mut first);
        write_string(out, member.wire_name);
        out.push_str(": ");
        write_value(out, member.target, value);
    });
    out.push('}');
}

fn write_value(out: &mut String, target: Target, value: Value<'_>) {
    let shape = target.shape();
    match (value, shape.kind) {
        (Value::Boolean(value), _) => out.push_str(if value { "true" } else { "false" }),
        (Value::Integer(value), _) => _ = write!(out, "{value}"),
        (Value::Double(value), _) => write_double(out, value),
        (Value::Timestamp(value), Kind::Timestamp(format)) => write_timestamp(out, value, format),
        (Value::Timestamp(value), _) => write_double(out, crate::timestamp::to_seconds(value)),
        (Value::Text(value), _) => write_string(out, value),
        (Value::Blob(bytes), _) => write_string(out, &to_base64(bytes)),
        (Value::Structure(members), _) => write_structure(out, shape, members, BodyScope::All),
        (Value::List(list), Kind::List(_) | Kind::Document) => {
            let item = part(target);
            out.push('[');
            let mut first = true;
            for index in 0..list.len() {
                separate(out, &mut first);
                write_value(out, item, list.get(index));
            }
            out.push(']');
        }
        (Value::Map(map), Kind::Map { .. } | Kind::Document) => {
            let target = part(target);
            out.push('{');
            let mut first = true;
            map.visit(&mut |key, value| {
                separate(out, &mut first);
                write_string(out, key.text().unwrap_or_default());
                out.push_str(": ");
                write_value(out, target, value);
            });
            out.push('}');
        }
        (Value::Absent | Value::Opaque | Value::Partial(_) | Value::Null | Value::List(_) | Value::Map(_), _) => {
            out.push_str("null");
        }
    }
}

fn separate(out: &mut String, first: &mut bool) {
    if !std::mem::take(first) {
        out.push_str(", ");
    }
}

fn write_timestamp(
    out: &mut String,
    timestamp: apigw_spec::value::Timestamp,
    format: apigw_spec::shape::TimestampFormat,
) {
    if format == apigw_spec::shape::TimestampFormat::EpochSeconds {
        let _ = write!(out, "{}", crate::timestamp::to_seconds(timestamp));
    } else {
        write_string(out, &crate::timestamp::to_text(timestamp, format));
    }
}

/// Writes a JSON string in ASCII: other characters as `\uXXXX`, in surrogate pairs where needed.
#[doc(hidden)]
pub fn write_string(out: &mut String, text: &str) {
    write_escaped(out, text, |c| matches!(c, ' '..='~'));
}

/// Writes a JSON string in which only control characters are escaped.
#[doc(hidden)]
pub fn write_unicode_string(out: &mut String, text: &str) {
    write_escaped(out, text, |c| c >= ' ');
}

/// Writes a JSON string; characters that are not plain are written as `\uXXXX`.
fn write_escaped(out: &mut String, text: &str, is_plain: fn(char) -> bool) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if is_plain(c) => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
}

/// Writes a number with the shortest digits that read back to it, in the notation of the AWS tools: always with a
/// point or an exponent, an exponent of at least two digits below 1e-4 and from 1e16 on. Values that JSON cannot hold
/// are written as text.
#[doc(hidden)]
pub fn write_double(out: &mut String, value: f64) {
    if !value.is_finite() {
        let _ = write!(out, "\"{}\"", name_of_infinite(value));
        return;
    }
    let magnitude = value.abs();
    if magnitude != 0.0 && !(1e-4..1e16).contains(&magnitude) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |exponent| ('-', exponent));
        let _ = write!(out, "{digits}e{sign}{exponent:0>2}");
    } else {
        let _ = write!(out, "{value:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::write_double;

    fn double(value: f64) -> String {
        let mut text = String::new();
        write_double(&mut text, value);
        text
    }

    #[test]
    fn doubles_read_like_the_aws_tools_write_them() {
        let cases = [(5.0, "5.0"), (1e-5, "1e-05"), (1e16, "1e+16"), (1000.0, "1000.0"), (1e-4, "0.0001")];
        for (value, text) in cases {
            assert_eq!(double(value), text);
        }
        assert_eq!(double(1.5e-7), "1.5e-07");
        assert_eq!(double(1.25e300), "1.25e+300");
        assert_eq!(double(-0.0), "-0.0");
        assert_eq!(double(f64::NAN), "\"NaN\"");
    }
}
