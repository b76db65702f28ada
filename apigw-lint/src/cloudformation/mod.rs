//! Templates of CloudFormation and SAM.
//!
//! ```text
//! template ─► functions resolved as far as they are known, for each way that a condition can go and each value that a
//!              parameter can have ─► resources
//! ```
//!
//! The table in `data/cloudformation.json` says which resource becomes which request.

mod authorizers;
mod condition;
mod events;
mod function;
mod include;
mod parameter;
mod sam;
mod template;

use std::sync::OnceLock;

use crate::stack::{ResourceTable, StackNaming};

pub(crate) use authorizers::members as written_authorizer;
pub(crate) use include::{IncludedNodes, included_paths, with_included};
pub(crate) use template::{StackTemplate, is_template};

/// How deep functions and references are looked for.
const MAX_DEPTH: usize = 64;

/// The table of resources.
pub(crate) fn table() -> &'static ResourceTable {
    static TABLE: OnceLock<ResourceTable> = OnceLock::new();
    TABLE.get_or_init(|| ResourceTable::parse(include_str!("../../data/cloudformation.json")))
}

/// Messages spell members as properties.
pub(crate) fn naming() -> &'static StackNaming {
    static NAMING: OnceLock<StackNaming> = OnceLock::new();
    NAMING.get_or_init(|| StackNaming(table()))
}
