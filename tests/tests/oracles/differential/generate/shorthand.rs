//! Shorthand of a shape: the whole grammar, and what is almost in it.

use apigw_spec::{Kind, Shape};

use super::text::{damaged, real, text, whole};
use crate::differential::dice::Dice;

const ALPHABET: [char; 22] = [
    ',', ',', '=', '=', '[', ']', '{', '}', '\'', '"', '\\', '@', ' ', '\n', '#', '/', ':', 'é', '😀', '\u{1}',
    '\u{1c}', 'a',
];

const UNKNOWN_KEYS: [&str; 7] = ["bogus", "", "a.b", "a b", "é", "1", "a#/:-_"];

/// One word of shorthand.
pub(crate) fn word(dice: &mut Dice, shape: &'static Shape) -> String {
    let text = pairs(dice, shape, 3);
    let text = if dice.one_in(12) { text.replace("\\,", ",") } else { text };
    if dice.one_in(5) { damaged(dice, &text, &ALPHABET) } else { text }
}

/// `key=value,key=value`.
fn pairs(dice: &mut Dice, shape: &'static Shape, depth: usize) -> String {
    let mut pairs = Vec::new();
    match shape.kind {
        Kind::Structure(structure) => {
            for member in structure.members {
                if !member.required && dice.one_in(2) {
                    continue;
                }
                pairs.push(pair(dice, member.name, member.target.shape(), depth));
            }
        }
        Kind::Map { value, .. } => {
            for index in 0..=dice.below(3) {
                let key = match index {
                    _ if dice.one_in(6) => dice.pick(&UNKNOWN_KEYS).to_owned(),
                    0 => "integration.request.header.x".to_owned(),
                    index => format!("k{index}"),
                };
                pairs.push(pair(dice, &key, value.shape(), depth));
            }
        }
        _ => pairs.push(format!("a={}", scalar(dice, shape))),
    }
    if dice.one_in(15) {
        let key = dice.pick(&UNKNOWN_KEYS);
        pairs.push(pair(dice, key, shape, 0));
    }
    if dice.one_in(15) && !pairs.is_empty() {
        pairs.push(pairs[0].clone());
    }
    pairs.join(dice.pick(&[",", ",", ",", ", ", " ,", ",,"]))
}

fn pair(dice: &mut Dice, key: &str, shape: &'static Shape, depth: usize) -> String {
    let equals = dice.pick(&["=", "=", "=", "=", " = ", "@=", "=="]);
    format!("{key}{equals}{}", value(dice, shape, depth))
}

fn value(dice: &mut Dice, shape: &'static Shape, depth: usize) -> String {
    if depth == 0 {
        return scalar(dice, shape);
    }
    match shape.kind {
        Kind::List(item) => {
            let items: Vec<String> = (0..dice.below(4)).map(|_| value(dice, item.shape(), depth - 1)).collect();
            let text = items.join(dice.pick(&[",", ", "]));
            if dice.one_in(2) { format!("[{text}]") } else { text }
        }
        Kind::Map { .. } | Kind::Structure(_) => format!("{{{}}}", pairs(dice, shape, depth - 1)),
        _ if dice.one_in(12) => format!("[{}]", scalar(dice, shape)),
        _ if dice.one_in(16) => format!("{{a={}}}", scalar(dice, shape)),
        _ => scalar(dice, shape),
    }
}

fn scalar(dice: &mut Dice, shape: &'static Shape) -> String {
    let plain = match shape.kind {
        Kind::Boolean => dice.pick(&["true", "false", "True", "FALSE", "yes", ""]).to_owned(),
        Kind::Integer | Kind::Long => whole(dice),
        Kind::Double => real(dice),
        Kind::String(known) => match known.values.listed() {
            Some(listed) if !dice.one_in(3) => dice.pick(listed).to_owned(),
            _ => text(dice),
        },
        _ => text(dice),
    };
    match dice.below(10) {
        0 => format!("'{}'", plain.replace('\'', "\\'")),
        1 => format!("\"{}\"", plain.replace('"', "\\\"")),
        2 => format!("'{plain}'"),
        3 => format!("{plain} "),
        4 => format!("{plain},{}", text(dice)),
        _ => plain.replace(',', "\\,"),
    }
}
