//! The command by which the scripts of all shells ask for candidates. Help does not list it.
//!
//! ```text
//! apigw __complete bash .LINE BREAKS        the line up to the cursor, and the characters at which bash breaks words
//! apigw __complete zsh|fish|powershell .WORD WORDS...    the word at the cursor, and the words before it
//! ```
//!
//! The dot is there because some shells drop empty arguments. One candidate is printed on each line; for the shells that
//! show descriptions, the description follows after a tab.

use super::candidate::Candidate;
use super::candidates::candidates;
use super::line;
use crate::terminal::stdout;

/// The command by which scripts ask.
const COMMAND: &str = "__complete";

/// Prints the candidates, if a script asks for them.
pub(crate) fn answers(words: &[String]) -> bool {
    let Some((COMMAND, question)) = words.split_first().map(|(first, rest)| (first.as_str(), rest)) else {
        return false;
    };
    stdout::print(&answer(question));
    true
}

fn answer(question: &[String]) -> String {
    match question {
        [shell, line, rest @ ..] if shell == "bash" => {
            let breaks = rest.first().map_or("", String::as_str);
            line::for_bash(line.strip_prefix('.').unwrap_or(line), breaks)
        }
        [_, current, before @ ..] => {
            let found = candidates(before, current.strip_prefix('.').unwrap_or(current), true);
            found.iter().map(Candidate::line).collect()
        }
        _ => String::new(),
    }
}
