//! What people, and those who test, do to a command line that was in order.

use super::text::text;
use super::{Line, query};
use crate::differential::dice::Dice;

/// Options that only one of the two versions has, so that their beginnings are ambiguous there only, and those that print
/// what is each version's own.
const OF_ONE_VERSION: [&str; 9] = [
    "--debug",
    "--version",
    "--no-cli-pager",
    "--cli-auto-prompt",
    "--no-cli-auto-prompt",
    "--cli-binary-format",
    "--cli-error-format",
    "--cli-input-yaml",
    "--v2-debug",
];

/// Changes one thing.
pub(crate) fn mutate(dice: &mut Dice, line: &mut Line) {
    let at = dice.below(line.options.len());
    match dice.below(14) {
        0 | 1 => abbreviate(dice, line, at),
        2 if !line.options.is_empty() => {
            line.options.remove(at);
        }
        3 if !line.options.is_empty() => {
            let again = line.options[at].clone();
            line.options.push(again);
        }
        4 => line
            .options
            .push(vec![dice.pick(&["--bogus", "-z", "--x=y", "--bogus=", "-", "---", "-é", "--1"]).to_owned()]),
        5 => {
            let word = text(dice);
            let option = vec![word];
            line.options.insert(at, option);
        }
        6 if dice.one_in(2) => line.options.push(vec!["--region".to_owned()]),
        6 => line.options.insert(at, vec!["--".to_owned()]),
        7 => add_explicit_value(dice, line, at),
        8 => {
            if let Some(option) = line.options.get_mut(at) {
                option.truncate(1);
            }
        }
        9 => {
            let extra = text(dice);
            if let Some(option) = line.options.get_mut(at) {
                option.push(extra);
            }
        }
        10 => misspell(dice, line),
        11 => {
            let negative = dice.pick(&["-5", "-2.5", "-.5", "-", "-x", "-5x", "--5", "-1e3", "-٣"]);
            if let Some(option) = line.options.get_mut(at) {
                option.truncate(1);
                option.push(negative.to_owned());
            }
        }
        _ => {
            let option = global(dice, line);
            line.globals.push(option);
        }
    }
}

fn abbreviate(dice: &mut Dice, line: &mut Line, at: usize) {
    let Some(word) = line.options.get_mut(at).and_then(|option| option.first_mut()) else { return };
    let (name, rest) = word.split_once('=').map_or((word.as_str(), None), |(name, rest)| (name, Some(rest)));
    let chars: Vec<char> = name.chars().collect();
    let short: String = chars.iter().take(3 + dice.below(chars.len())).collect();
    let is_of_one = OF_ONE_VERSION.iter().any(|option| option.starts_with(&short));
    if short.starts_with("--") && !is_of_one {
        *word = rest.map_or(short.clone(), |rest| format!("{short}={rest}"));
    }
}

fn add_explicit_value(dice: &mut Dice, line: &mut Line, at: usize) {
    if let Some(word) = line.options.get_mut(at).and_then(|option| option.first_mut())
        && !word.contains('=')
        && word != "--"
    {
        word.push_str(dice.pick(&["=", "=true", "=-y", "=a b", "=é", "='"]));
    }
}

/// Near and far from a name.
fn misspell(dice: &mut Dice, line: &mut Line) {
    let word = if dice.one_in(8) { &mut line.service } else { &mut line.operation };
    match dice.below(5) {
        0 => _ = word.pop(),
        1 => word.push('s'),
        2 => *word = word.to_uppercase(),
        3 => *word = word.replacen('-', "", 1),
        _ => "é".clone_into(word),
    }
}

/// A global option, with a value that is right or wrong.
pub(crate) fn global(dice: &mut Dice, line: &Line) -> Vec<String> {
    let option = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match dice.below(13) {
        0 | 1 => option(&["--output", dice.pick(&["json", "text", "table", "zzz", "jsn"])]),
        2 | 3 => vec!["--query".to_owned(), query::expression(dice, line.target)],
        4 => option(&["--region", dice.pick(&["eu-west-1", "us-east-1", "bad region", "-"])]),
        5 => option(&["--no-paginate"]),
        6 => option(&["--no-sign-request"]),
        7 => option(&["--color", dice.pick(&["on", "off", "auto", "onn"])]),
        8 => option(&["--cli-read-timeout", dice.pick(&["5", "0", "x", "1_0"])]),
        9 => option(&[dice.pick(&["--cli-connect-timeout=5", "--cli-connect-timeout=", "--cli-conn=7"])]),
        10 => option(&["--profile", "default"]),
        11 => option(&[dice.pick(&["--regio=us-west-2", "--outp=text", "--quer=@", "--no-pag"])]),
        _ => option(&["--endpoint-url", dice.pick(&["localhost:1", "//x", ""])]),
    }
}
