//! The words of one option.

use apigw_spec::case::separated;
use apigw_spec::{Kind, Member, Shape};

use super::json::{self, Names};
use super::text::{damaged, text, whole};
use super::{Files, shorthand};
use crate::differential::dice::Dice;

/// The option of a member: its name and what follows.
pub(crate) fn words(dice: &mut Dice, files: &mut Files, member: &'static Member) -> Vec<String> {
    let name = name(member);
    let shape = member.target.shape();
    if matches!(shape.kind, Kind::Boolean) {
        let negated = name.replacen("--", "--no-", 1);
        return vec![if dice.one_in(3) { negated } else { name }];
    }
    let mut values = values(dice, files, shape, member.name);
    match values.as_slice() {
        [_] if dice.one_in(6) => vec![format!("{name}={}", values.remove(0))],
        _ => std::iter::once(name).chain(values).collect(),
    }
}

/// The name of a member's option. One member has the name of a global option and another one for its own.
pub(crate) fn name(member: &Member) -> String {
    let name = separated(member.name, '-');
    if name == "version" { "--api-version".to_owned() } else { format!("--{name}") }
}

fn values(dice: &mut Dice, files: &mut Files, shape: &'static Shape, member: &str) -> Vec<String> {
    // Version 1 leaves the files of this one alone, and version 2 does not.
    let may_be_file = member != "uri";
    match shape.kind {
        Kind::List(item) => list(dice, files, shape, item.shape()),
        Kind::Map { .. } | Kind::Structure(_) => {
            let value = if dice.one_in(2) {
                let document = json::of(dice, shape, Names::Model, 4);
                json::written(dice, &document)
            } else {
                shorthand::word(dice, shape)
            };
            vec![perhaps_filed(dice, files, value)]
        }
        Kind::Integer | Kind::Long => {
            let value = whole(dice);
            vec![perhaps_filed(dice, files, value)]
        }
        Kind::Blob => {
            let value = if dice.one_in(2) { "{\"swagger\": \"2.0\"}".to_owned() } else { text(dice) };
            vec![perhaps_bytes(dice, files, value)]
        }
        Kind::String(known) if known.values.listed().is_some() && !dice.one_in(4) => {
            vec![dice.pick(known.values.listed().unwrap_or_default()).to_owned()]
        }
        _ => {
            let value = text(dice);
            vec![if may_be_file { perhaps_bytes(dice, files, value) } else { value }]
        }
    }
}

fn list(dice: &mut Dice, files: &mut Files, shape: &'static Shape, item: &'static Shape) -> Vec<String> {
    let is_text = matches!(item.kind, Kind::String(_));
    match dice.below(6) {
        0 | 1 => {
            let document = json::of(dice, shape, Names::Model, 4);
            let value = json::written(dice, &document);
            vec![perhaps_filed(dice, files, value)]
        }
        _ if is_text => (0..dice.below(4)).map(|_| text(dice)).collect(),
        2 => (0..=dice.below(2))
            .map(|_| {
                let document = json::of(dice, item, Names::Model, 3);
                json::written(dice, &document)
            })
            .collect(),
        3 => vec![shorthand::word(dice, item), json::of(dice, item, Names::Model, 3).write(dice)],
        _ => (0..=dice.below(2)).map(|_| shorthand::word(dice, item)).collect(),
    }
}

/// The value, or once in a while the name of a file that holds it, more or less.
pub(crate) fn perhaps_filed(dice: &mut Dice, files: &mut Files, value: String) -> String {
    const SCHEMES: [&str; 5] = ["file://", "file://", "file://", "File://", "file:"];
    if dice.one_in(9) { filed(dice, files, &value, &SCHEMES) } else { value }
}

/// As above, for values that may be bytes; others end version 1 in ways of its own.
fn perhaps_bytes(dice: &mut Dice, files: &mut Files, value: String) -> String {
    if dice.one_in(6) { filed(dice, files, &value, &["file://", "fileb://"]) } else { value }
}

fn filed(dice: &mut Dice, files: &mut Files, value: &str, schemes: &[&str]) -> String {
    let name = format!("{}{}", dice.pick(&["value", "a b", "é", "v.json"]), files.len());
    let content = match dice.below(8) {
        0 => format!("{value}\n").into_bytes(),
        1 => format!("{value}\r\nx\r").into_bytes(),
        2 => format!("\u{feff}{value}").into_bytes(),
        3 => [value.as_bytes(), b"\xff\xe9"].concat(),
        4 => damaged(dice, value, &['\n', ' ', '{']).into_bytes(),
        _ => value.as_bytes().to_vec(),
    };
    let scheme = dice.pick(schemes);
    match dice.below(10) {
        0 => return format!("{scheme}missing"),
        1 => return format!("{scheme}~/missing/{name}"),
        2 => return format!("{scheme}."),
        _ => {}
    }
    files.push((name.clone(), content));
    let place = dice.pick(&["", "", "", "./", "$EMPTY"]);
    format!("{scheme}{place}{name}")
}
