//! The commands: calls of operations, and the commands that the AWS CLI does not have. Everything but `dispatch` may be
//! imported here.

mod botocore;
mod call;
mod check_api;
mod completions;
mod dry_run;
mod explain;
mod extra;
mod finding_kinds;
mod input_text;
mod lint;
mod lint_script;
#[cfg(feature = "local")]
mod local;
mod lsp;
mod man;
#[cfg(feature = "local")]
mod offline;
mod operations;
mod render;
mod rules;
mod run;
mod schema;
mod skeleton;
mod spec;
#[cfg(feature = "local")]
mod try_call;
#[cfg(not(feature = "local"))]
mod without_local;

pub(crate) use run::run;
#[cfg(not(feature = "local"))]
use without_local::{local, offline, try_call};
