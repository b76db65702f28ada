//! Texts that are awkward somewhere between a shell and a service.

use crate::differential::dice::Dice;

const PLAIN: [&str; 8] = ["a1b2c3", "pets", "GET", "HTTP", "prod", "x-y_z.w", "Default", "2xx"];

const AWKWARD: [&str; 41] = [
    "",
    " ",
    "a b",
    " a ",
    "-5",
    "-2.5",
    "-",
    "-a b",
    "-.5",
    "é",
    "日本",
    "😀",
    "a/b",
    ".",
    "..",
    "%2F",
    "%",
    "+",
    "a+b",
    "{}",
    "[]",
    "{a}",
    "[a",
    "null",
    "true",
    "1",
    "'q'",
    "\"",
    "\\",
    "a\\,b",
    "a,b",
    "a=b",
    "a\nb",
    "\t",
    "~",
    "*",
    "$X",
    "\u{7f}",
    "\u{a0}x",
    "ß'\"",
    "application/json",
];

const WHOLE: [&str; 24] = [
    "0",
    "1",
    "29000",
    "-1",
    "+5",
    " 7 ",
    "1_000",
    "007",
    "٣",
    "1__0",
    "_1",
    "1_",
    "abc",
    "1.5",
    "",
    "0x10",
    "1e3",
    "-",
    "9223372036854775807",
    "\u{2212}5",
    "- 5",
    "\u{a0}5",
    "5\n",
    "é",
];

const REAL: [&str; 18] = [
    "0",
    "1.5",
    "5",
    "1e3",
    "1E-5",
    ".5",
    "5.",
    "-0.0",
    "nan",
    "inf",
    "-Infinity",
    "1_0.5",
    "ten",
    "",
    " 2 ",
    "1e400",
    "0x1",
    "٣.٥",
];

/// A text; most are such as people write.
pub(crate) fn text(dice: &mut Dice) -> String {
    if dice.one_in(3) { dice.pick(&AWKWARD).to_owned() } else { dice.pick(&PLAIN).to_owned() }
}

/// A whole number, or something like one.
pub(crate) fn whole(dice: &mut Dice) -> String {
    if dice.one_in(2) { dice.below(1000).to_string() } else { dice.pick(&WHOLE).to_owned() }
}

/// A number, or something like one.
pub(crate) fn real(dice: &mut Dice) -> String {
    dice.pick(&REAL).to_owned()
}

/// A text with a few characters put in, left out or doubled.
pub(crate) fn damaged(dice: &mut Dice, text: &str, alphabet: &[char]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(2) {
        let at = dice.below(chars.len());
        match dice.below(4) {
            0 if !chars.is_empty() => {
                chars.remove(at);
            }
            1 if !chars.is_empty() => chars.insert(at, chars[at]),
            2 => chars.truncate(at),
            _ => chars.insert(at, dice.pick(alphabet)),
        }
    }
    chars.into_iter().collect()
}
