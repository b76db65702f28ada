//! Results on their way out: query, format, and the pager on a terminal.

use std::io::{IsTerminal as _, Write as _};
use std::process::{Command, Stdio};

use apigw_spec::Operation;

use crate::command_line::global::Globals;
use crate::document::Document;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::{self, Format, table};
use crate::query::Query;
use crate::settings::Settings;

/// Prints the results of one command.
#[derive(Debug, Clone)]
pub(crate) struct Printer {
    /// The format.
    pub(crate) format: Format,
    query: Option<Query>,
    title: &'static str,
    style: table::Style,
    /// The words of the pager's command; empty if there is none.
    pager: Vec<String>,
}

impl Printer {
    /// The printer that the command line and the settings ask for.
    pub(crate) fn new(globals: &Globals, settings: &Settings, operation: &Operation) -> Result<Self, Failure> {
        let is_terminal = std::io::stdout().is_terminal();
        let pages = is_terminal && !globals.is_unpaged;
        Ok(Self {
            format: settings.output(globals)?,
            query: globals.query.clone(),
            title: operation.name,
            style: style(globals.color.as_deref()),
            pager: if pages { pager(settings) } else { Vec::new() },
        })
    }

    /// Prints one result, or one page of it.
    pub(crate) fn print(&self, value: &Document) -> Result<(), Failure> {
        let text = match &self.query {
            Some(query) => self.render(&query.search(value).map_err(Failure::general)?),
            None => self.render(value),
        };
        match self.pager.as_slice() {
            [program, arguments @ ..] if !text.is_empty() => page(program, arguments, &text),
            _ => {
                output::print(&text);
                Ok(())
            }
        }
    }

    fn render(&self, value: &Document) -> String {
        self.format.render(self.title, value, self.style)
    }
}

/// The style of tables on this standard output.
pub(crate) fn style(color: Option<&str>) -> table::Style {
    let has_color = match color {
        Some("on") => true,
        Some("off") => false,
        _ => std::io::stdout().is_terminal(),
    };
    let width = terminal_size::terminal_size_of(std::io::stdout()).map_or(80, |(width, _)| usize::from(width.0));
    table::Style { width, has_color }
}

fn pager(settings: &Settings) -> Vec<String> {
    let variable = |name: &str| settings.environment.get(name);
    let setting = || settings.profile.get("cli_pager").map(str::to_owned);
    let command = variable("AWS_PAGER").or_else(setting).or_else(|| variable("PAGER"));
    let command = command.unwrap_or_else(|| "less".to_owned());
    shlex::split(&command).unwrap_or_else(|| command.split_whitespace().map(str::to_owned).collect())
}

fn page(program: &str, arguments: &[String], text: &str) -> Result<(), Failure> {
    // An interrupt is for the pager.
    interrupt::ignore();
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let mut child = command.spawn().map_err(|error| {
        let reason = crate::argument::parameter_file::describe(&error, program);
        Failure::configuration(
            "Pager",
            format!(
                "Unable to redirect output to pager. Received the following error when opening pager:\n{reason}\n\n\
                 Learn more about configuring the output pager by running \"aws help config-vars\"."
            ),
        )
    })?;
    if let Some(mut input) = child.stdin.take() {
        // A reader that quits early is no error.
        let _ = input.write_all(text.as_bytes());
    }
    let _ = child.wait();
    Ok(())
}
