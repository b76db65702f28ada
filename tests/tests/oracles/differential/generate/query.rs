//! Expressions of `JMESPath` over the names of an output, valid for the most part.

use apigw_spec::{Kind, Operation, Shape};

use super::text::damaged;
use crate::differential::dice::Dice;

const ALPHABET: [char; 19] =
    ['.', '[', ']', '{', '}', '(', ')', '`', '\'', '"', '|', '&', '@', '*', '?', ':', ',', 'é', '#'];

const LITERALS: [&str; 16] = [
    "`1`",
    "`null`",
    "`\"a\"`",
    "`true`",
    "`[1, 2]`",
    "`{\"a\": 1}`",
    "'a'",
    "'it\\'s'",
    "`-1.5`",
    "''",
    "`foo`",
    "'\\\\'",
    "`[\"b\", \"a\"]`",
    "`[3, 1.5, -2]`",
    "'é'",
    "`\"\\u00e9\"`",
];

const FUNCTIONS: [&str; 26] = [
    "abs",
    "avg",
    "ceil",
    "contains",
    "ends_with",
    "floor",
    "join",
    "keys",
    "length",
    "map",
    "max",
    "max_by",
    "merge",
    "min",
    "min_by",
    "not_null",
    "reverse",
    "sort",
    "sort_by",
    "starts_with",
    "sum",
    "to_array",
    "to_number",
    "to_string",
    "type",
    "values",
];

/// An expression for the outputs of an operation.
pub(crate) fn expression(dice: &mut Dice, operation: &'static Operation) -> String {
    let mut names = vec!["id", "name", "items", "nope"];
    if let Some(output) = operation.output {
        collect(output.shape(), &mut names, 3);
    }
    let text = any(dice, &names, 3);
    if dice.one_in(10) { damaged(dice, &text, &ALPHABET) } else { text }
}

/// The names of the members of a shape and of those inside it.
fn collect(shape: &'static Shape, names: &mut Vec<&'static str>, depth: usize) {
    match shape.kind {
        Kind::Structure(structure) if depth > 0 => {
            for member in structure.members {
                names.push(member.name);
                collect(member.target.shape(), names, depth - 1);
            }
        }
        Kind::List(target) | Kind::Map { value: target, .. } if depth > 0 => collect(target.shape(), names, depth - 1),
        _ => {}
    }
}

fn any(dice: &mut Dice, names: &[&str], depth: usize) -> String {
    if depth == 0 {
        return match dice.below(6) {
            0 => dice.pick(&LITERALS).to_owned(),
            1 => "@".to_owned(),
            2 => format!("\"{}\"", dice.pick(names)),
            _ => dice.pick(names).to_owned(),
        };
    }
    let part = |dice: &mut Dice| any(dice, names, depth - 1);
    match dice.below(22) {
        0 | 1 => format!("{}.{}", part(dice), part(dice)),
        2 => format!("{}[*].{}", part(dice), part(dice)),
        3 => format!("{}[].{}", part(dice), part(dice)),
        4 => format!("{}[{}]", part(dice), dice.pick(&["0", "1", "-1", "99"])),
        5 => format!("{}[{}]", part(dice), dice.pick(&["1:", ":1", "::-1", "0:2:1", "::2", "-2:", "::0"])),
        6 | 7 => {
            let operator = dice.pick(&["==", "!=", "<", "<=", ">", ">="]);
            format!("{}[?{} {operator} {}]", part(dice), part(dice), part(dice))
        }
        8 => format!("{}[?{} && !{}]", part(dice), part(dice), part(dice)),
        9 => format!("{} || {}", part(dice), part(dice)),
        10 => format!("{} && {}", part(dice), part(dice)),
        11 | 12 => format!("{} | {}", part(dice), part(dice)),
        13 | 14 => format!("{{{}: {}, b: {}}}", dice.pick(&["a", "\"a b\"", "é", "Z"]), part(dice), part(dice)),
        15 => format!("[{}, {}]", part(dice), part(dice)),
        16 => format!("{}.*", part(dice)),
        17 => format!("({})", part(dice)),
        18 => format!("{}.{{n: {}}}", part(dice), part(dice)),
        _ => call(dice, names, depth),
    }
}

fn call(dice: &mut Dice, names: &[&str], depth: usize) -> String {
    let part = |dice: &mut Dice| any(dice, names, depth - 1);
    let name = dice.pick(&FUNCTIONS);
    let arguments = match name {
        "map" => format!("&{}, {}", part(dice), part(dice)),
        "max_by" | "min_by" | "sort_by" => format!("{}, &{}", part(dice), part(dice)),
        "join" => format!("', ', {}", part(dice)),
        "contains" | "ends_with" | "starts_with" | "merge" => format!("{}, {}", part(dice), part(dice)),
        "not_null" => format!("{}, {}, {}", part(dice), part(dice), part(dice)),
        _ => part(dice),
    };
    match dice.below(20) {
        0 => format!("{name}()"),
        1 => format!("un{name}({arguments})"),
        2 => format!("{name}({arguments}, {})", part(dice)),
        _ => format!("{name}({arguments})"),
    }
}
