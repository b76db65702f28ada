//! What integrations call: the network as the command line and the settings configure it.

use std::sync::Arc;

use apigw_local::{Backends, Outside};
use apigw_spec::Operation;

use crate::commands::local;
use crate::config::settings;
use crate::failure::Failure;
use crate::syntax::globals::Globals;
use crate::transport::client_config;

/// The backends of a call, with what stands for functions: `NAME=URL` or `NAME=COMMAND`.
pub(super) fn of_call(operation: &Operation, functions: &[String], globals: &Globals) -> Result<Backends, Failure> {
    // The endpoint of the command is that of the service, not of backends.
    let globals = Globals { endpoint_url: None, ..globals.clone() };
    let transport = client_config::builder(operation, &globals).build_transport().map_err(settings::failure)?;
    Ok(Backends::new(local::functions(functions)?.into(), Arc::new(Outside::new(transport))))
}
