//! What exists: the objects of an account, in memory.
//!
//! The objects are those that the service answers with, so that what was put is what is read.

mod api;
mod ids;
mod page;
mod project;
mod state;

pub(crate) use api::{Api, Deployed, Snapshot};
pub(crate) use ids::{Ids, day};
pub(crate) use page::page;
pub(crate) use project::{project, to_json};
pub(crate) use state::{Domain, Plan, State};
