//! What an API of Amazon API Gateway does, without AWS.
//!
//! Mapping templates are rendered as API Gateway renders them, which is as Apache Velocity 1.7 does, with JSON read by
//! Jayway's JSONPath and mapped by the expressions of parameter maps. Nothing here reads a clock, a file or the network:
//! equal input gives equal output.
//!
//! The modules stand in this order, and each imports only from those after it: `mapping`, `velocity`, `jsonpath`, `json`,
//! `java`.

mod java;
mod json;
mod jsonpath;
pub mod mapping;
pub mod velocity;

pub use mapping::{
    Context, MappingError, MappingTemplate, Parameters, Source, Sources, TemplateInput, assert_rendered,
};
