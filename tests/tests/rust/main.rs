//! The Rust side across the packages: generated types, macros, and the client.

mod changed_macros;
mod changed_models;
mod check_cost;
mod clashing_names;
mod corpora;
mod custom_service;
mod entry_points;
mod every_operation;
mod expansions;
mod generated_types;
mod half_typed;
mod hygiene;
mod inferred_values;
mod other_services;
mod own_rules;
mod parity;
mod path_labels;
mod secrets;
mod serde;
mod server;
mod spec_upgrade;
mod waiters;
mod wrapped_macros;
