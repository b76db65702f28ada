//! The commands: calls of operations, and the commands that the AWS CLI does not have. Everything but `dispatch` may be
//! imported here.

mod call;
mod check_api;
mod completions;
mod dry_run;
mod explain;
mod extra;
mod input_text;
mod lint;
mod lint_script;
mod lsp;
mod man;
mod offline;
mod render;
mod rules;
mod run;
mod schema;
mod skeleton;
mod spec;

pub(crate) use run::run;
