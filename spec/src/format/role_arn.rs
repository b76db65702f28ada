//! The credentials of an integration or authorizer: a role, the caller's own identity, or nothing.

use std::fmt;

use super::arn::{self, Arn};
use super::error::{FormatError, FormatResult};
use super::placeholder;

/// What the service acts as when it calls the integration.
///
/// Source: API Reference, `PutIntegration`, `credentials`; Developer Guide, "Use stage variables" for the holes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Credentials<'a> {
    /// The empty string: none. Recorded as accepted for HTTP integrations.
    None,
    /// `arn:aws:iam::*:user/*`: the identity of the caller is passed through.
    Caller(Arn<'a>),
    /// A role of IAM.
    Role(Arn<'a>),
    /// A string that the stage completes.
    Open(&'a str),
    /// Some other ARN. Nothing is recorded of the service's answer.
    Other(Arn<'a>),
}

/// Reads credentials.
///
/// # Errors
/// What is neither empty nor completed by a stage variable nor an ARN. Reported answer: "Invalid ARN specified in the
/// request" (for `NONE`).
pub(crate) fn parse(text: &str) -> Result<Credentials<'_>, FormatError> {
    if text.is_empty() {
        return Ok(Credentials::None);
    }
    if placeholder::has_stage_variable(text) {
        return Ok(Credentials::Open(text));
    }
    let arn = arn::parse(text).map_err(|error| FormatError::new(error.offset, MESSAGE))?;
    Ok(match arn {
        Arn { service: "iam", account: "*", resource: "user/*", .. } => Credentials::Caller(arn),
        Arn { service: "iam", resource, .. } if resource.starts_with("role/") => Credentials::Role(arn),
        _ => Credentials::Other(arn),
    })
}

/// Whether credentials have one of the documented forms.
pub(crate) fn check_documented(text: &str) -> FormatResult {
    match parse(text)? {
        Credentials::Other(_) if text.contains('\\') => {
            let at = text.find('\\').unwrap_or(0);
            Err(FormatError::new(at, "the backslashes in the AWS manual are markup; write `arn:aws:iam::*:user/*`"))
        }
        Credentials::Other(arn) => Err(FormatError::new(text.len() - arn.resource.len(), MESSAGE)),
        _ => Ok(()),
    }
}

const MESSAGE: &str = "these credentials are neither a role ARN nor the caller identity; write `arn:aws:iam::{account}:role/{name}` \
                       or `arn:aws:iam::*:user/*`";

impl fmt::Display for Credentials<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Caller(arn) | Self::Role(arn) | Self::Other(arn) => arn.fmt(f),
            Self::Open(text) => f.write_str(text),
        }
    }
}
