//! Imports the Smithy JSON AST that AWS publishes.

use super::normal;
use crate::read::ast::{self, Model};
use crate::read::error::{Problems, ReadErrors, Site};
use crate::read::{json, overlay, traits};

/// The normal form of a Smithy model.
///
/// # Errors
///
/// Every problem of the text, under the name `model.json`: no JSON, unsupported shape types and traits. What the shapes
/// say to each other is checked when the result is read.
pub fn smithy(model: &str) -> Result<String, ReadErrors> {
    let mut problems = Problems::default();
    let site = Site::root("model.json");
    let mut shapes = Model::default();
    if let Some(value) = json::parse(model, &site, &mut problems) {
        ast::read_file(&json::Node { value: &value, site }, &mut shapes, &mut problems);
    }
    overlay::apply(&mut shapes, &mut problems);
    traits::check(&shapes, &mut problems);
    problems.finish()?;
    Ok(normal::text(shapes))
}
