//! Results and errors in the formats of `--output`.

pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod text;
mod width;
pub(crate) mod yaml;

use std::io::{ErrorKind, Write as _};
use std::sync::OnceLock;

use crate::document::Document;
use crate::failure::Failure;
use crate::python::{os_error, repr};

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Indented JSON.
    Json,
    /// Tab-separated text.
    Text,
    /// Tables.
    Table,
    /// YAML of the whole result.
    Yaml,
    /// YAML, page by page.
    YamlStream,
    /// Nothing.
    Off,
}

impl Format {
    /// The format with this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "json" => Self::Json,
            "text" => Self::Text,
            "table" => Self::Table,
            "yaml" => Self::Yaml,
            "yaml-stream" => Self::YamlStream,
            "off" => Self::Off,
            _ => return None,
        })
    }

    /// Whether pages are printed as they are, not merged.
    pub(crate) fn is_by_page(self) -> bool {
        matches!(self, Self::Text | Self::YamlStream)
    }

    /// The text of a result. An empty map is no result, except as a page of a stream.
    pub(crate) fn render(self, title: &str, value: &Document, style: table::Style) -> Result<String, Unprintable> {
        Ok(match self {
            Self::Json | Self::Yaml if value.is_empty_map() => String::new(),
            Self::Json => format!("{}\n", json::pretty(value)),
            Self::Text => text::lines(value)?,
            Self::Table => table::draw(title, value, style)?,
            Self::Yaml => yaml::block(value),
            Self::YamlStream => yaml::block(&Document::List(vec![value.clone()])),
            Self::Off => String::new(),
        })
    }
}

/// A result that a format has no form for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unprintable {
    /// What was printed before that showed.
    pub(crate) text: String,
    /// Why it cannot go on.
    pub(crate) problem: String,
}

/// What is wrong with a value that stands among objects.
pub(crate) fn no_object(value: &Document) -> String {
    format!("a value of type {} stands where an object must be", repr::class(value))
}

/// The first error of standard output that is worth telling.
static TROUBLE: OnceLock<std::io::Error> = OnceLock::new();

/// Writes to standard output. A reader that went away is no error; any other is kept for [`trouble`], since the command
/// goes on as if the text had been read.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        // Only the first counts.
        let _ = TROUBLE.set(error);
    }
}

/// The failure that standard output was not written, if it was not.
pub(crate) fn trouble() -> Option<Failure> {
    TROUBLE.get().map(|error| Failure::general(os_error::describe_alone(error)))
}

/// Writes to standard error.
pub(crate) fn print_error(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
