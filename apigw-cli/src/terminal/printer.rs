//! Prints results: applies the query and the format.

use std::io::IsTerminal as _;

use apigw_cli_text::document::Document;
use apigw_cli_text::format::Format;
use apigw_cli_text::jmespath::Query;
use apigw_cli_text::table;
use apigw_cli_text::unprintable::Unprintable;
use apigw_cli_text::visible;
use apigw_spec::Operation;

use crate::config::settings::Settings;
use crate::failure::Failure;
use crate::syntax::choices::Color;
use crate::syntax::globals::Globals;
use crate::terminal::pager::Pager;
use crate::terminal::stdout;

/// Prints the results of one command.
#[derive(Debug, Clone)]
pub(crate) struct Printer {
    /// The format.
    pub(crate) format: Format,
    query: Option<Query>,
    title: &'static str,
    style: table::Style,
    pager: Pager,
}

impl Printer {
    /// A printer with the format, query and pager of the command line and the settings.
    pub(crate) fn new(globals: &Globals, settings: &Settings, operation: &Operation) -> Result<Self, Failure> {
        Ok(Self {
            format: settings.output(globals)?,
            query: globals.query.clone(),
            title: operation.name,
            style: style(globals.color),
            pager: Pager::new(globals, settings),
        })
    }

    /// Prints one result, or one page of it.
    pub(crate) fn print(&self, value: &Document) -> Result<(), Failure> {
        let rendered = match &self.query {
            Some(query) => self.render(&query.search(value).map_err(Failure::general)?),
            None => self.render(value),
        };
        let text = rendered.map_err(|unprintable| {
            stdout::print(&unprintable.text);
            Failure::general(unprintable.problem)
        })?;
        self.pager.show(&text)
    }

    fn render(&self, value: &Document) -> Result<String, Unprintable> {
        render(self.format, self.title, value, self.style, std::io::stdout().is_terminal())
    }
}

/// Renders a value. On a terminal, also through a pager, what it would obey is escaped; elsewhere the bytes stay.
pub(crate) fn render(
    format: Format,
    title: &str,
    value: &Document,
    style: table::Style,
    is_terminal: bool,
) -> Result<String, Unprintable> {
    match format {
        _ if !is_terminal => format.render(title, value, style),
        // The escapes of JSON are those that are added.
        Format::Json => Ok(visible::on_terminal(&format.render(title, value, style)?).into_owned()),
        _ => format.render(title, &visible::document(value), style),
    }
}

/// The style of tables on standard output: in color on a terminal, unless `NO_COLOR` is set to a non-empty value.
pub(crate) fn style(color: Option<Color>) -> table::Style {
    let has_color = match color {
        Some(Color::On) => true,
        Some(Color::Off) => false,
        Some(Color::Auto) | None => {
            std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    };
    let width = terminal_size::terminal_size_of(std::io::stdout()).map_or(80, |(width, _)| usize::from(width.0));
    table::Style { width, has_color }
}
