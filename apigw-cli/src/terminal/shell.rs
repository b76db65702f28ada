//! The shell that the command runs in.

use apigw_cli_text::shell_quote::Shell;
use apigw_client::Environment;

/// The shell that most likely started the command.
pub(crate) fn detect(environment: &Environment) -> Shell {
    if cfg!(windows) && environment.get("PROMPT").is_some() {
        return Shell::Cmd;
    }
    let login = environment.get("SHELL").unwrap_or_default();
    let parent = parent().and_then(|name| Shell::named(&name));
    let powershell = environment.get("PSModulePath").map(|_| Shell::Pwsh);
    parent.or(powershell).or_else(|| Shell::named(&login)).unwrap_or(Shell::Posix("sh"))
}

/// The name of the parent process, if the system has it in a file.
#[cfg(unix)]
fn parent() -> Option<String> {
    std::fs::read_to_string(format!("/proc/{}/comm", std::os::unix::process::parent_id())).ok()
}

#[cfg(not(unix))]
fn parent() -> Option<String> {
    None
}
