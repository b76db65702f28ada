//! What a mapping template finds: `$input`, `$util`, `$context`, `$stageVariables`; and the expressions of parameter maps.
//!
//! May import: `velocity`, `jsonpath`, `json`, `java`.

mod assertion;
mod context;
mod expression;
mod functions;
mod given;
mod input;
mod parameters;
mod render;

pub use assertion::assert_rendered;
pub use context::Context;
pub use expression::{MappingError, Source, Sources};
pub use given::{InvalidInput, stage_variables_from_json};
pub use parameters::Parameters;
pub use render::{MappingTemplate, TemplateInput};
