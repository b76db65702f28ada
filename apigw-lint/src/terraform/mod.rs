//! Terraform: configurations, and plans as JSON.
//!
//! ```text
//! plan ─► resources with what is unknown before they are made, tied together by the references of the configuration
//! files of a module ─► expressions evaluated as far as they are known ─► resources
//! ```
//!
//! The table in `data/terraform.json` says which resource becomes which request.

mod configuration;
mod expression;
mod module;
mod plan;

use std::sync::OnceLock;

use crate::stack::{ResourceTable, StackNaming};

pub(crate) use module::{TerraformModule, is_configuration, looks_like_configuration};
pub(crate) use plan::{TerraformPlan, is_plan};

/// The table of resources.
pub(crate) fn table() -> &'static ResourceTable {
    static TABLE: OnceLock<ResourceTable> = OnceLock::new();
    TABLE.get_or_init(|| ResourceTable::parse(include_str!("../../data/terraform.json")))
}

/// Messages spell members as arguments.
pub(crate) fn naming() -> &'static StackNaming {
    static NAMING: OnceLock<StackNaming> = OnceLock::new();
    NAMING.get_or_init(|| StackNaming(table()))
}
