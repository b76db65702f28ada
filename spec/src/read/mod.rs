//! Reads specifications: Smithy 2.0 JSON AST files, merged, resolved and lowered into a [`Spec`].
//!
//! ```text
//! text ─► json ─► ast ─► overlay ─► lower ─► resolved ─► interner ─► Spec
//!                   (every problem is collected; nothing is kept unless there is none)
//! ```

mod ast;
pub mod diff;
mod error;
pub mod import;
mod intern;
mod interner;
mod json;
mod lower;
mod overlay;
mod pattern;
mod repeats;
mod rules;
mod secrecy;
mod traits;

pub use diff::diff;
pub use error::{ReadError, ReadErrors};

use crate::spec::Spec;
use error::{Problems, Site};

/// One file of a specification.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name that problems are reported under.
    pub name: &'a str,
    /// The content.
    pub text: &'a str,
}

/// Reads the files of one specification: a model of a restJson1 service and any overlays, which add traits to its
/// shapes with `apply` statements. Identifiers, member order and values are kept as they are written.
///
/// The tables of the result live as long as the process; nothing is kept if a file has a problem.
///
/// # Errors
///
/// Every problem of every file, each with its place: text that is no JSON, unknown shapes, unsupported traits and
/// shape types, and members, bindings, pages and values that contradict each other.
pub fn read(sources: &[Source<'_>]) -> Result<Spec, ReadErrors> {
    let mut problems = Problems::default();
    let mut model = ast::Model::default();
    for source in sources {
        let site = Site::root(source.name);
        if let Some(value) = json::parse(source.text, &site, &mut problems) {
            ast::read_file(&json::Node { value: &value, site }, &mut model, &mut problems);
        }
    }
    overlay::apply(&mut model, &mut problems);
    let first = Site::root(sources.first().map_or("", |source| source.name));
    let unreadable = model.shapes.is_empty() && !problems.is_empty();
    let resolved = if unreadable { None } else { lower::lower(&model, &first, &mut problems) };
    problems.finish()?;
    // It is missing only if a problem was recorded, so the error here is never seen.
    resolved.map(interner::intern).ok_or_else(|| ReadErrors(Vec::new()))
}
