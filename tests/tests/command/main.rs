//! The `apigw` command as a process: what it reads, sends, prints and returns.

mod configuration;
mod connections;
mod explain;
mod failures;
mod forecast;
mod given;
mod help_lines;
mod help_pages;
mod help_syntax;
mod hostile_text;
mod import_service;
mod limits;
mod lint;
mod lint_in_ci;
mod lint_repository;
mod lint_script;
mod local;
#[cfg(unix)]
mod local_crash;
mod local_server;
mod local_snapshot;
mod lost_quotes;
mod lsp;
mod network;
mod offline;
mod offline_api;
mod operations;
mod page;
#[cfg(unix)]
mod process_end;
mod put_integration_page;
mod secrets;
mod skeletons;
mod start_up;
mod try_call;
mod wire;
