//! The API Gateway calls in scripts of shells, PowerShell and the command prompt of Windows, makefiles, container files and
//! the files of CI services, checked without running them. What stands right of `lint` in the order of the package may be
//! imported here.
//!
//! ```text
//! file ─► source (scripts, with positions) ─► lexer (words) ─► invocation ─► checker ─► findings
//! ```
//!
//! What only the running script knows (variables, the output of commands, globs) is [unknown], and causes no finding.
//!
//! [unknown]: apigw_cli_text::word::Part::Unknown

mod batch;
mod checker;
mod cursor;
mod expansion;
mod finding;
mod invocation;
mod language;
mod lexer;
mod made;
mod makefile;
mod partial;
mod placeholder;
mod positions;
mod powershell;
mod script;
mod source;
mod state;
mod text;
mod values;
mod word;
mod yaml;

#[cfg(test)]
mod tests;

pub(crate) use finding::{LOST_QUOTES, LintFinding};
pub(crate) use script::{LintOutcome, lint};
pub(crate) use source::is_script;

/// What every file with a call contains.
pub(crate) const SERVICE: &str = "apigateway";
