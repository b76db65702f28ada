//! What exists: the objects of an account, in memory, and in a file if there is one.
//!
//! The objects are those that the service answers with, so that what was put is what is read.

mod api;
mod disk;
mod document;
mod ids;
mod journal;
mod page;
mod project;
mod record;
mod state;
mod tracked;

pub(crate) use api::{Api, Deployed, Snapshot};
pub(crate) use disk::Disk;
pub use disk::StoreError;
pub(crate) use ids::{Ids, day};
pub(crate) use page::page;
pub(crate) use project::{project, to_json};
pub(crate) use state::{Domain, Plan, State};
pub(crate) use tracked::Tracked;
