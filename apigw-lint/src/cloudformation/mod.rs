//! Templates of CloudFormation and SAM.
//!
//! ```text
//! template ─► functions resolved as far as they are known ─► bodies (OpenAPI), methods, other resources ─► definitions
//! ```
//!
//! The table in `data/cloudformation.json` says which resource becomes which request.

mod function;
mod method;
mod names;
mod table;
mod template;

pub(crate) use names::PropertyNaming;
pub(crate) use template::{StackTemplate, is_template};
