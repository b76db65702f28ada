//! `apigw completions`: the script by which a shell asks this command to complete a line.

use crate::syntax::choices::CompletionShell;
use crate::terminal::stdout;

/// Prints the script for a shell.
pub(super) fn run(shell: CompletionShell) {
    stdout::print(match shell {
        CompletionShell::Bash => include_str!("completions/apigw.bash"),
        CompletionShell::Zsh => include_str!("completions/apigw.zsh"),
        CompletionShell::Fish => include_str!("completions/apigw.fish"),
        CompletionShell::PowerShell => include_str!("completions/apigw.ps1"),
    });
}
