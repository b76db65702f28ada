//! Values as the service prints them: JSON with an item a line in objects, lists in one line and blanks around colons, and
//! YAML with strings in quotes.

use std::io;

use serde::Serialize as _;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

/// JSON as the service prints it.
pub(crate) fn pretty(value: &Value) -> String {
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, JavaLayout::default());
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => value.to_string(),
    }
}

/// YAML as the service prints it.
pub(crate) fn yaml(value: &Value) -> String {
    let mut out = "---\n".to_owned();
    add_yaml(&mut out, value, 0);
    out
}

/// Adds a value whose lines are indented; one that is no filled list or object stands in the line that it begins in.
fn add_yaml(out: &mut String, value: &Value, depth: usize) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                out.extend([indent.as_str(), &yaml_key(name), ":"]);
                add_yaml_below(out, value, depth + 1);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                out.extend([indent.as_str(), "-"]);
                match item {
                    Value::Object(members) if !members.is_empty() => {
                        // The first member stands beside the dash.
                        let start = out.len();
                        add_yaml(out, item, depth + 1);
                        out.replace_range(start..start + indent.len() + 2, " ");
                    }
                    item => add_yaml_below(out, item, depth + 1),
                }
            }
        }
        scalar => out.extend([scalar.to_string().as_str(), "\n"]),
    }
}

fn add_yaml_below(out: &mut String, value: &Value, depth: usize) {
    let is_filled = value.as_object().is_some_and(|members| !members.is_empty())
        || value.as_array().is_some_and(|items| !items.is_empty());
    out.push(if is_filled { '\n' } else { ' ' });
    add_yaml(out, value, depth);
}

/// A key without quotes where it is nothing but a word or a path.
fn yaml_key(name: &str) -> String {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
    let is_word = matches!(
        name.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    if is_plain && !is_word { name.to_owned() } else { Value::from(name).to_string() }
}

#[derive(Default)]
struct JavaLayout {
    depth: usize,
    has_value: bool,
}

impl JavaLayout {
    fn line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for JavaLayout {
    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.line(writer)?;
        } else {
            writer.write_all(b" ")?;
        }
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        if !is_first {
            writer.write_all(b",")?;
        }
        self.line(writer)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b" : ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        writer.write_all(if is_first { b" " } else { b", " })
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b" ]")
    }
}

#[cfg(test)]
mod tests {
    use super::{pretty, yaml};

    #[test]
    fn objects_take_lines_and_lists_do_not() {
        let value = serde_json::json!({"a": [1, {"b": []}], "c": {}});
        assert_eq!(pretty(&value), "{\n  \"a\" : [ 1, {\n    \"b\" : [ ]\n  } ],\n  \"c\" : { }\n}");
    }

    #[test]
    fn yaml_has_strings_in_quotes() {
        let value =
            serde_json::json!({"swagger": "2.0", "paths": {"/a": {"200": [{"x": 1, "w": {}}, "b", []]}, "{c}": true}});
        let expected = "---\nswagger: \"2.0\"\npaths:\n  /a:\n    \"200\":\n      - x: 1\n        w: {}\n      - \"b\"\n      - []\n  \"{c}\": true\n";
        assert_eq!(yaml(&value), expected);
    }
}
