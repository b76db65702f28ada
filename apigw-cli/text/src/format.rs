//! The formats of `--output`.

use crate::document::Document;
use crate::unprintable::Unprintable;
use crate::{json, table, tsv, yaml};

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Indented JSON.
    Json,
    /// Tab-separated text.
    Text,
    /// Tables.
    Table,
    /// YAML of the complete result.
    Yaml,
    /// YAML, page by page.
    YamlStream,
    /// No output.
    Off,
}

impl Format {
    /// The names of the formats, in the order of the AWS CLI.
    pub const NAMES: &'static [&'static str] = &["json", "text", "table", "yaml", "yaml-stream", "off"];

    /// The format with this name.
    pub fn named(name: &str) -> Option<Self> {
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
    pub fn is_by_page(self) -> bool {
        matches!(self, Self::Text | Self::YamlStream)
    }

    /// Renders a result. An empty map renders as nothing, except as a page of a stream.
    pub fn render(self, title: &str, value: &Document, style: table::Style) -> Result<String, Unprintable> {
        Ok(match self {
            Self::Json | Self::Yaml if value.is_empty_map() => String::new(),
            Self::Json => format!("{}\n", json::pretty(value)),
            Self::Text => tsv::lines(value)?,
            Self::Table => table::draw(title, value, style)?,
            Self::Yaml => yaml::block(value),
            Self::YamlStream => yaml::block(&Document::List(vec![value.clone()])),
            Self::Off => String::new(),
        })
    }
}
