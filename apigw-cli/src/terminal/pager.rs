//! The pager, which shows long output on a terminal.

use std::io::{IsTerminal as _, Write as _};
use std::process::{Command, Stdio};

use apigw_cli_text::python::os_error;
use apigw_client::Environment;

use crate::config::settings::Settings;
use crate::failure::{Code, Failure};
use crate::syntax::globals::Globals;
use crate::terminal::{interrupt, stdout};

/// The words of the pager's command; none if output goes directly to standard output.
#[derive(Debug, Clone)]
pub(crate) struct Pager(Vec<String>);

impl Pager {
    /// The pager for results, from the environment or the profile. Without a terminal there is none.
    pub(crate) fn new(globals: &Globals, settings: &Settings) -> Self {
        let setting = || settings.profile.get("cli_pager").map(str::to_owned);
        Self::configured(globals, &settings.environment, setting)
    }

    /// The pager for help, which is shown even if the configuration is invalid.
    pub(crate) fn for_help(globals: &Globals) -> Self {
        let setting = || Settings::read(globals).ok()?.profile.get("cli_pager").map(str::to_owned);
        Self::configured(globals, &Environment::process(), setting)
    }

    fn configured(globals: &Globals, environment: &Environment, setting: impl Fn() -> Option<String>) -> Self {
        if globals.is_unpaged || !std::io::stdout().is_terminal() {
            return Self(Vec::new());
        }
        let command = environment.get("AWS_PAGER").or_else(setting).or_else(|| environment.get("PAGER"));
        let command = command.unwrap_or_else(|| "less".to_owned());
        let words = shlex::split(&command);
        Self(words.unwrap_or_else(|| command.split_whitespace().map(str::to_owned).collect()))
    }

    /// Shows output.
    pub(crate) fn show(&self, text: &str) -> Result<(), Failure> {
        match self.0.as_slice() {
            [program, arguments @ ..] if !text.is_empty() => page(program, arguments, text),
            _ => {
                stdout::print(text);
                Ok(())
            }
        }
    }
}

fn page(program: &str, arguments: &[String], text: &str) -> Result<(), Failure> {
    // The pager handles interrupts.
    interrupt::ignore();
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let mut child = command.spawn().map_err(|error| {
        let reason = os_error::describe(&error, program);
        Failure::coded(
            Code::Pager,
            format!(
                "Unable to redirect output to pager. Received the following error when opening pager:\n{reason}\n\n\
                 Learn more about configuring the output pager by running \"aws help config-vars\"."
            ),
        )
    })?;
    if let Some(mut input) = child.stdin.take() {
        // A pager that exits early is not an error.
        let _ = input.write_all(text.as_bytes());
    }
    let _ = child.wait();
    Ok(())
}
