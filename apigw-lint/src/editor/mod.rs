//! What editors show at a place of a document: completions, and what a member is.
//!
//! ```text
//! text, place ─► path (keys from the root) ─► place (the member of an operation) ─► completions, hover
//! ```

mod complete;
mod documentation;
mod hover;
mod path;
mod place;
mod scheme;

pub use complete::{EditorCompletion, completions};
pub use hover::{EditorHover, hover};
