//! JSON, laid out as the AWS CLI lays it out.

use std::fmt::Write as _;

use apigw_model::__private::json::{write_string, write_unicode_string};

use crate::document::Document;
use crate::python::repr;

/// Writes JSON with an indent of four spaces; characters outside ASCII are not escaped.
pub fn pretty(value: &Document) -> String {
    let mut out = String::new();
    write_value(&mut out, value, &Layout { indent: Some(4), is_spaced: true, is_ascii: false }, 0);
    out
}

/// Writes JSON without white space, in ASCII.
pub fn compact(value: &Document) -> String {
    let mut out = String::new();
    write_value(&mut out, value, &Layout { indent: None, is_spaced: false, is_ascii: true }, 0);
    out
}

/// Writes JSON on one line with a space after commas and colons, in ASCII.
pub fn spaced(value: &Document) -> String {
    let mut out = String::new();
    write_value(&mut out, value, &Layout { indent: None, is_spaced: true, is_ascii: true }, 0);
    out
}

struct Layout {
    indent: Option<usize>,
    is_spaced: bool,
    is_ascii: bool,
}

fn write_value(out: &mut String, value: &Document, layout: &Layout, depth: usize) {
    match value {
        Document::Null => out.push_str("null"),
        Document::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        Document::Integer(value) => _ = write!(out, "{value}"),
        Document::Double(value) => out.push_str(&match *value {
            value if value.is_nan() => "NaN".to_owned(),
            f64::INFINITY => "Infinity".to_owned(),
            f64::NEG_INFINITY => "-Infinity".to_owned(),
            value => repr::double(value),
        }),
        Document::Text(text) => write_text(out, text, layout.is_ascii),
        Document::Bytes(bytes) => write_text(out, &String::from_utf8_lossy(bytes), layout.is_ascii),
        Document::Date(date) => write_text(out, &date.text, layout.is_ascii),
        Document::List(items) if items.is_empty() => out.push_str("[]"),
        Document::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(out, index, layout, depth + 1);
                write_value(out, item, layout, depth + 1);
            }
            close(out, ']', layout, depth);
        }
        Document::Map(map) if map.is_empty() => out.push_str("{}"),
        Document::Map(map) => {
            out.push('{');
            for (index, (key, value)) in map.iter().enumerate() {
                separate(out, index, layout, depth + 1);
                write_text(out, key, layout.is_ascii);
                out.push_str(if layout.is_spaced { ": " } else { ":" });
                write_value(out, value, layout, depth + 1);
            }
            close(out, '}', layout, depth);
        }
    }
}

fn separate(out: &mut String, index: usize, layout: &Layout, depth: usize) {
    if index > 0 {
        out.push_str(if layout.is_spaced && layout.indent.is_none() { ", " } else { "," });
    }
    if let Some(indent) = layout.indent {
        let _ = write!(out, "\n{:1$}", "", depth * indent);
    }
}

fn close(out: &mut String, end: char, layout: &Layout, depth: usize) {
    if let Some(indent) = layout.indent {
        let _ = write!(out, "\n{:1$}", "", depth * indent);
    }
    out.push(end);
}

fn write_text(out: &mut String, text: &str, is_ascii: bool) {
    if is_ascii { write_string(out, text) } else { write_unicode_string(out, text) }
}

#[cfg(test)]
mod tests {
    use super::{compact, pretty};
    use crate::python::json::{Maps, read};

    #[test]
    fn layouts_follow_the_aws_cli() {
        let value = read("{\"a\":[1,{}],\"b\":{\"é\\u0001\\u007f😀\":1e-5},\"c\":[]}", Maps::Plain).expect("valid");
        let text = "{\n    \"a\": [\n        1,\n        {}\n    ],\n    \"b\": {\n        \"é\\u0001\u{7f}😀\": 1e-05\n    },\n    \
                    \"c\": []\n}";
        assert_eq!(pretty(&value), text);
        assert_eq!(compact(&value), "{\"a\":[1,{}],\"b\":{\"\\u00e9\\u0001\\u007f\\ud83d\\ude00\":1e-05},\"c\":[]}");
    }
}
