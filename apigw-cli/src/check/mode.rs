//! What findings do to a request.

use apigw_client::Environment;

use crate::failure::Failure;
use crate::syntax::globals::Globals;

/// What errors among the findings do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// They block the request.
    Error,
    /// They are reported, and the request is sent.
    Warn,
    /// The rules are not checked.
    Off,
}

impl Mode {
    /// The mode that the command line or `APIGW_VALIDATE` sets. By default errors block requests to AWS; at other endpoints,
    /// whose service may accept more or less than AWS's, they are reported only.
    pub(crate) fn new(globals: &Globals, is_aws: impl FnOnce() -> bool) -> Result<Self, Failure> {
        if globals.skips_rules {
            return Ok(Self::Off);
        }
        match Environment::process().get("APIGW_VALIDATE").as_deref() {
            Some("error") => Ok(Self::Error),
            Some("warn") => Ok(Self::Warn),
            Some("off") => Ok(Self::Off),
            Some(other) if !other.is_empty() => Err(Failure::general(format!(
                "Unknown APIGW_VALIDATE value: {other}, valid values are error, warn and off"
            ))),
            _ => Ok(if is_aws() { Self::Error } else { Self::Warn }),
        }
    }
}
