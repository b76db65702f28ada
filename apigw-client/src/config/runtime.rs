//! The Tokio runtime that waiting, the default transport and programs for credentials need.

use tokio::runtime::Handle;

use crate::config::config_error::ConfigError;

/// Whether a runtime drives the task that asks. Tokio does not tell whether its timers and its I/O are enabled.
pub(crate) fn require_runtime() -> Result<(), ConfigError> {
    Handle::try_current().map(drop).map_err(|_| ConfigError::NoRuntime)
}
