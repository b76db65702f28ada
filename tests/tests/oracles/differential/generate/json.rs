//! JSON of a shape, or almost: as text, so that it can be what no library would write.

use apigw_spec::{Binding, Kind, Member, Shape};

use super::text::{damaged, text};
use crate::differential::dice::Dice;

/// JSON whose keys have an order and may be repeated.
#[derive(Debug, Clone)]
pub(crate) enum Json {
    /// A scalar as it is written.
    Raw(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// The names that members go by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Model,
    Wire,
}

/// Scalars of any kind.
const SCALARS: [&str; 22] = [
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "1.0",
    "1.5",
    "-0.0",
    "1e2",
    "1e400",
    "1E-7",
    "12345678901234567890",
    "\"\"",
    "\"12\"",
    "\"true\"",
    "\"é\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"a\\n\\t\\\"b\\\\\\/\"",
    "[]",
    "{}",
    "\"日本語 text\"",
];

const ALPHABET: [char; 18] =
    ['{', '}', '[', ']', ',', ':', '"', '\\', '\n', '\u{1}', 'é', '😀', '1', '-', '.', 't', 'u', ' '];

impl Json {
    /// A text in quotes.
    pub(crate) fn text(text: &str) -> Self {
        Self::Raw(serde_json::Value::from(text).to_string())
    }

    /// The text, with white space here and there.
    pub(crate) fn write(&self, dice: &mut Dice) -> String {
        let mut text = String::new();
        self.write_to(&mut text, dice.pick(&["", "", " ", "\n  "]));
        text
    }

    fn write_to(&self, text: &mut String, space: &str) {
        match self {
            Self::Raw(raw) => text.push_str(raw),
            Self::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    text.push_str(space);
                    item.write_to(text, space);
                }
                text.push(']');
            }
            Self::Object(entries) => {
                text.push('{');
                for (index, (key, value)) in entries.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    text.push_str(space);
                    text.push_str(&serde_json::Value::from(key.as_str()).to_string());
                    text.push(':');
                    text.push_str(space);
                    value.write_to(text, space);
                }
                text.push('}');
            }
        }
    }
}

/// The text of JSON, once in a while damaged.
pub(crate) fn written(dice: &mut Dice, json: &Json) -> String {
    let text = json.write(dice);
    if dice.one_in(6) { damaged(dice, &text, &ALPHABET) } else { text }
}

/// JSON of no shape.
pub(crate) fn any(dice: &mut Dice, depth: usize) -> Json {
    match dice.below(if depth == 0 { 3 } else { 5 }) {
        0 | 1 => Json::Raw(dice.pick(&SCALARS).to_owned()),
        2 => Json::text(&text(dice)),
        3 => Json::List((0..dice.below(4)).map(|_| any(dice, depth - 1)).collect()),
        _ => Json::Object((0..dice.below(4)).map(|_| (key(dice), any(dice, depth - 1))).collect()),
    }
}

fn key(dice: &mut Dice) -> String {
    if dice.one_in(3) { text(dice) } else { dice.pick(&["id", "name", "a", "b", "value"]).to_owned() }
}

/// JSON of a shape; once in a while a part of it is of another.
pub(crate) fn of(dice: &mut Dice, shape: &'static Shape, names: Names, depth: usize) -> Json {
    // What is neither a list, a number nor a time where one must be ends version 1 in ways of its own.
    let is_strict =
        matches!(shape.kind, Kind::List(_) | Kind::Integer | Kind::Long | Kind::Double | Kind::Timestamp(_));
    let may_be_other = names == Names::Model || !is_strict;
    if (dice.one_in(40) || depth == 0) && may_be_other {
        return any(dice, 2.min(depth));
    }
    match shape.kind {
        Kind::Boolean => Json::Raw(dice.pick(&["true", "false"]).to_owned()),
        Kind::Integer | Kind::Long if names == Names::Wire && dice.one_in(4) => {
            Json::Raw(dice.pick(&["\"12\"", "1.9", "1e2", "-7.5", "12345678901234567890"]).to_owned())
        }
        Kind::Double if names == Names::Wire && dice.one_in(4) => {
            Json::Raw(dice.pick(&["\"1.5\"", "\"1e3\"", "true", "12345678901234567890"]).to_owned())
        }
        Kind::Integer | Kind::Long => Json::Raw(dice.pick(&["0", "1", "29000", "-3"]).to_owned()),
        Kind::Double => Json::Raw(dice.pick(&["0.5", "10", "1e-5", "100.25", "1e16"]).to_owned()),
        Kind::Timestamp(_) => {
            Json::Raw(dice.pick(&["1700000000", "1700000000.25", "0", "\"2023-11-14T22:13:20Z\""]).to_owned())
        }
        Kind::String(known) => match known.values.listed() {
            Some(listed) if !dice.one_in(4) => Json::text(dice.pick(listed)),
            _ => Json::text(&text(dice)),
        },
        Kind::Blob => Json::text("e30="),
        Kind::List(item) => {
            Json::List((0..dice.below(4)).map(|_| of(dice, item.shape(), names, depth.saturating_sub(1))).collect())
        }
        Kind::Map { value, .. } => Json::Object(
            (0..dice.below(4)).map(|_| (key(dice), of(dice, value.shape(), names, depth.saturating_sub(1)))).collect(),
        ),
        Kind::Structure(structure) => members(dice, structure.members, names, depth),
        other => panic!("no documents of {other:?}"),
    }
}

/// An object of members, in an order of its own.
pub(crate) fn members(dice: &mut Dice, members: &'static [Member], names: Names, depth: usize) -> Json {
    let mut entries = Vec::new();
    for member in members {
        let travels_elsewhere = names == Names::Wire && !matches!(member.binding, Binding::Body);
        if travels_elsewhere || (!member.required && dice.one_in(2)) {
            continue;
        }
        let name = if names == Names::Wire { member.wire_name } else { member.name };
        entries.push((name.to_owned(), of(dice, member.target.shape(), names, depth.saturating_sub(1))));
    }
    if dice.one_in(10) {
        entries.push((key(dice), any(dice, 1)));
    }
    if dice.one_in(20) && !entries.is_empty() {
        let again = entries[dice.below(entries.len())].clone();
        entries.push(again);
    }
    if dice.one_in(3) {
        dice.shuffle(&mut entries);
    }
    Json::Object(entries)
}
