//! `apigw operations`: the operations of the service with their HTTP requests.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_spec::Operation;

use crate::syntax::catalog;
use crate::syntax::choices::ListFormat;
use crate::terminal::stdout;

/// Lists the operations whose name or path contains every word.
pub(super) fn run(words: &[String], format: ListFormat) {
    let listed = catalog::operations();
    let listed = listed.iter().filter(|(name, operation)| {
        let text = format!("{name} {}", operation.uri).to_lowercase();
        words.iter().all(|word| text.contains(&word.to_lowercase()))
    });

    match format {
        ListFormat::Json => {
            let objects = listed.map(|(name, operation)| object(name, operation)).collect();
            stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        }
        ListFormat::Text => {
            let listed: Vec<_> = listed.collect();
            let width = listed.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
            let line = |(name, operation): &&(_, &Operation)| -> String {
                format!("{name:width$}  {:6}  {}\n", operation.method, operation.uri)
            };
            stdout::print(&listed.iter().map(line).collect::<String>());
        }
    }
}

/// An operation as JSON.
fn object(name: &str, operation: &Operation) -> Document {
    let entries = [("name", name), ("operation", operation.name), ("method", operation.method), ("uri", operation.uri)];
    Document::Map(entries.into_iter().collect::<Map>())
}
