//! `apigw completions`: the script by which a shell asks this command how a line goes on.

use apigw_cli_text::argparse::{Positional, check_choice};

use crate::failure::Failure;
use crate::terminal::stdout;

/// The shells and their scripts.
const SCRIPTS: [(&str, &str); 4] = [
    ("bash", include_str!("completions/apigw.bash")),
    ("zsh", include_str!("completions/apigw.zsh")),
    ("fish", include_str!("completions/apigw.fish")),
    ("powershell", include_str!("completions/apigw.ps1")),
];

/// Prints the script for a shell.
pub(super) fn run(words: &[String]) -> Result<(), Failure> {
    let found = super::read(&[], &[Positional { name: "shell", is_required: true }], words)?;
    let shell = found.positionals.into_iter().flatten().next().unwrap_or_default();
    let Some((_, script)) = SCRIPTS.iter().find(|(name, _)| *name == shell) else {
        return Ok(check_choice("shell", &shell, SCRIPTS.iter().map(|(name, _)| *name))?);
    };
    stdout::print(script);
    Ok(())
}
