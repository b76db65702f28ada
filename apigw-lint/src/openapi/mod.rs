//! OpenAPI documents of the versions 2.0, 3.0 and 3.1 with API Gateway's extensions.
//!
//! ```text
//! document ─► paths, operations, parameters, responses, schemes ─► resources, methods, integrations, models, authorizers
//! ```
//!
//! The table in `data/openapi.json` says which key becomes which member.

mod authorizer;
mod base_path;
mod document;
mod events;
mod integration;
mod method;
mod note;
mod resource;
mod schema;
mod settings;
mod table;
mod unknown_keys;
mod whole;

pub(crate) use document::{OpenApi, is_openapi};
pub(crate) use events::{EventPaths, MethodEntry, operation, proxy};
pub use note::DocumentNote;
pub(crate) use unknown_keys::{has_unknown_keys, with_known_paths};
pub(crate) use whole::{OpenApiKind, settings};
