//! Aliases for commands, from the `~/.aws/cli/alias` of the AWS CLI.
//!
//! ```text
//! [toplevel]
//! apis = apigateway get-rest-apis --query items[].name
//! names = !apigw get-rest-apis | sort
//!
//! [command apigateway]
//! mock = put-integration --type MOCK
//! ```
//!
//! An alias cannot replace a command.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use apigw_cli_text::python::os_error::describe;
use apigw_client::ini::{self, Section, SyntaxError};

use crate::failure::Failure;
use crate::syntax::catalog::{SERVICE, find, is_extra};
use crate::syntax::globals;

/// How many aliases can be expanded in a row.
const MAX_EXPANSIONS: usize = 10;

/// The words of a command line after the expansion of aliases.
#[derive(Debug, PartialEq)]
pub(crate) enum Expanded {
    /// These words.
    Words(Vec<String>),
    /// A shell command ran and ended with this status.
    Ended(u8),
}

/// Expands an alias among the words, or runs the shell command that it stands for.
pub(crate) fn expand(words: Vec<String>) -> Result<Expanded, Failure> {
    let Some(path) = path() else { return Ok(Expanded::Words(words)) };
    let Some(text) = read(&path)? else { return Ok(Expanded::Words(words)) };
    let mut words = words;
    for _ in 0..MAX_EXPANSIONS {
        let Some((at, section)) = unknown(&words) else { break };
        let name = words.get(at).map(String::as_str).unwrap_or_default();
        let value = value(&text, section, name).map_err(|error| {
            let reason = format!("line {}: {}", error.line, error.reason);
            Failure::general(format!("Unable to parse config file: {} ({reason})", path.display()))
        })?;
        let Some(value) = value else { break };
        if let Some(command) = value.strip_prefix('!') {
            return run(command, words.get(at + 1..).unwrap_or_default()).map(Expanded::Ended);
        }
        let Some(replacement) = shlex::split(&value) else {
            let message = "could not be parsed. Received error: No closing quotation when parsing:";
            return Err(Failure::general(format!("Value of alias \"{name}\" {message}\n{value}")));
        };
        words.splice(at..=at, replacement);
    }
    Ok(Expanded::Words(words))
}

/// The home directory is where the system's list of users has it if no variable says so, as for the configuration.
fn path() -> Option<PathBuf> {
    let home = std::env::home_dir().filter(|home| !home.as_os_str().is_empty())?;
    Some(home.join(".aws").join("cli").join("alias"))
}

/// The text of the file, if there is one. It is an error if it has no end, such as `/dev/zero`.
fn read(path: &Path) -> Result<Option<String>, Failure> {
    const LIMIT: u64 = 16 << 20;
    let Ok(file) = File::open(path) else { return Ok(None) };
    let mut text = String::new();
    let count = file.take(LIMIT + 1).read_to_string(&mut text);
    if count.is_ok_and(|_| text.len() as u64 > LIMIT) {
        let path = path.display();
        return Err(Failure::general(format!("Unable to parse config file: {path} (larger than {LIMIT} bytes)")));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The index of the word that should be a command but is not, and the section that can define it.
fn unknown(words: &[String]) -> Option<(usize, &'static str)> {
    let mut section = "toplevel";
    let mut at = 0;
    loop {
        let word = words.get(at)?.as_str();
        if word.starts_with('-') {
            at += if globals::takes_value(word) { 2 } else { 1 };
        } else if word == SERVICE && section == "toplevel" {
            section = "command apigateway";
            at += 1;
        } else {
            return (find(word).is_none() && !is_extra(word)).then_some((at, section));
        }
    }
}

/// The alias of a name in a section.
fn value(text: &str, section: &str, name: &str) -> Result<Option<String>, SyntaxError> {
    let sections = ini::parse_flat(text)?;
    let is_section = |found: &&Section| found.header.split_whitespace().eq(section.split_whitespace());
    let value = sections.iter().filter(is_section).find_map(|found| found.get(&name.to_lowercase()));
    Ok(value.map(|value| value.trim().to_owned()))
}

/// Runs a shell command with further words.
fn run(command: &str, words: &[String]) -> Result<u8, Failure> {
    let quoted =
        words.iter().map(|word| shlex::try_quote(word).map_or_else(|_| String::new(), std::borrow::Cow::into_owned));
    let line = std::iter::once(command.to_owned()).chain(quoted).collect::<Vec<_>>().join(" ");
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let status = Command::new(shell).args([flag, &line]).status();
    let status = status.map_err(|error| Failure::general(describe(&error, shell)))?;
    Ok(status.code().and_then(|code| u8::try_from(code & 0xff).ok()).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn values_are_found_in_their_section() {
        let text = "# mine\n[toplevel]\na = b --c\nlong =\n  !f() {\n    x\n  }; f\n\n[command apigateway]\na=other\n";
        let cases = [
            ("toplevel", "a", Some("b --c")),
            ("toplevel", "long", Some("!f() {\nx\n}; f")),
            ("command apigateway", "a", Some("other")),
            ("toplevel", "b", None),
            ("command  iam", "a", None),
        ];
        for (section, name, expected) in cases {
            assert_eq!(value(text, section, name), Ok(expected.map(str::to_owned)), "{section} {name}");
        }
    }
}
