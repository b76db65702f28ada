//! How the value of an option is written: in words, in shorthand, and in JSON.

use apigw_spec::{Kind, Member, Shape};

use super::page::Block;
use crate::input::convert::is_complex;

/// How deeply shorthand is nested before it is too much to read.
const MAX_DEPTH: usize = 3;

/// The name of the type of a value.
pub(super) fn kind(shape: &Shape) -> &'static str {
    match shape.kind {
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::Long => "long",
        Kind::Double => "double",
        Kind::Timestamp(_) => "timestamp",
        Kind::Blob => "blob",
        Kind::String(_) => "string",
        Kind::List(_) => "list",
        Kind::Map { .. } => "map",
        _ => "structure",
    }
}

/// The forms in which an option with parts can be written.
pub(super) fn forms(shape: &'static Shape) -> Vec<Block> {
    match shape.kind {
        Kind::List(item) if is_plain(item.shape()) => {
            let word = format!("\"{}\"", kind(item.shape()));
            Block::titled("Syntax", format!("{word} {word} ...")).into()
        }
        Kind::List(item) => both(shape, shorthand(item.shape(), 0).map(|text| text + " ...")),
        Kind::Map { .. } | Kind::Structure(_) => both(shape, shorthand(shape, 0)),
        _ => Vec::new(),
    }
}

fn both(shape: &'static Shape, shorthand: Option<String>) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        shorthand.into_iter().flat_map(|text| Block::titled("Shorthand Syntax", text)).collect();
    let mut json = String::new();
    write_json(shape, 0, &mut json);
    blocks.extend(Block::titled("JSON Syntax", json));
    blocks
}

fn is_plain(shape: &Shape) -> bool {
    !is_complex(shape)
}

/// The shorthand of a value inside `depth` others, unless it is nested too deeply.
fn shorthand(shape: &'static Shape, depth: usize) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    let inside = |shape| shorthand(shape, depth + 1);
    let braced = |text: String| if depth > 0 { format!("{{{text}}}") } else { text };
    Some(match shape.kind {
        Kind::List(item) => {
            let text = inside(item.shape())?;
            if is_plain(item.shape()) && depth < 2 { format!("{text},{text}") } else { format!("[{text},{text}]") }
        }
        Kind::Map { value, .. } => {
            let text = inside(value.shape())?;
            braced(format!("KeyName1={text},KeyName2={text}"))
        }
        Kind::Structure(structure) => {
            let member = |member: &Member| Some(format!("{}={}", member.name, inside(member.target.shape())?));
            let members: Option<Vec<String>> = structure.members.iter().map(member).collect();
            braced(members?.join(","))
        }
        _ => kind(shape).to_owned(),
    })
}

fn write_json(shape: &'static Shape, depth: usize, out: &mut String) {
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };

    match shape.kind {
        Kind::Boolean => out.push_str("true|false"),
        Kind::String(text) => match text.values.listed() {
            Some(values) => out.push_str(&quoted(values)),
            None => out.push_str("\"string\""),
        },
        _ if is_plain(shape) || depth > 4 * MAX_DEPTH => out.push_str(kind(shape)),
        Kind::List(item) if is_plain(item.shape()) => {
            out.push('[');
            write_json(item.shape(), depth, out);
            out.push_str(", ...]");
        }
        Kind::List(item) => {
            out.push('[');
            line(out, depth + 1);
            write_json(item.shape(), depth + 1, out);
            line(out, depth + 1);
            out.push_str("...");
            line(out, depth);
            out.push(']');
        }
        Kind::Map { key, value } => {
            out.push('{');
            write_json(key.shape(), depth, out);
            out.push_str(": ");
            // The AWS CLI indents what is in a value twice.
            write_json(value.shape(), depth + 2, out);
            line(out, depth + 1);
            out.push_str("...}");
        }
        Kind::Structure(structure) => {
            out.push('{');
            for (index, member) in structure.members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                line(out, depth + 1);
                out.push_str(&quoted(&[member.name]));
                out.push_str(": ");
                write_json(member.target.shape(), depth + 1, out);
            }
            line(out, depth);
            out.push('}');
        }
        _ => {}
    }
}

fn quoted(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join("|")
}
