//! Where an authorizer finds what identifies the caller.
//!
//! Source: API Reference, `CreateAuthorizer`, `identitySource`.

use std::fmt;

use super::mapping::{self, CommonSource, Location, MethodRequestSource};
use super::{Checked, FormatError};

/// The identity sources of an authorizer, separated by commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentitySource<'a> {
    text: &'a str,
    sources: Vec<MethodRequestSource<'a>>,
}

/// Reads the identity sources of an authorizer: `method.request.{header|querystring}.{name}`, `context.{variable}` or
/// `stageVariables.{name}`, separated by commas. Blank ones and white space around them pass, and so does the empty
/// text.
///
/// # Errors
/// Any other expression.
pub fn identity_source(text: &str) -> Result<IdentitySource<'_>, FormatError> {
    let mut sources = Vec::new();
    let mut at = 0;
    for part in text.split(',') {
        let expression = part.trim();
        let expression_at = at + part.len() - part.trim_start().len();
        at += part.len() + 1;
        if expression.is_empty() {
            continue;
        }
        let wrong = || {
            let message = format!(
                "`{expression}` does not identify a caller; write `method.request.header.{{name}}`, \
                 `method.request.querystring.{{name}}`, `context.{{variable}}` or `stageVariables.{{name}}`"
            );
            FormatError::new(expression_at, message)
        };
        match mapping::method_request_source(expression) {
            Ok(MethodRequestSource::Body(_) | MethodRequestSource::Common(CommonSource::Static(_))) | Err(_) => {
                return Err(wrong());
            }
            Ok(source) => sources.push(source),
        }
    }
    Ok(IdentitySource { text, sources })
}

impl<'a> IdentitySource<'a> {
    /// The sources, in order.
    pub fn sources(&self) -> &[MethodRequestSource<'a>] {
        &self.sources
    }
}

impl fmt::Display for IdentitySource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// Whether the identity source is one header, as authorizers of the types TOKEN and `COGNITO_USER_POOLS` need.
pub(crate) fn check_token_source(text: &str) -> Checked {
    let header = |source: &MethodRequestSource<'_>| {
        matches!(
            source,
            MethodRequestSource::Parameter(Location::Header, _)
                | MethodRequestSource::MultiValueParameter(Location::Header, _)
        )
    };
    match identity_source(text)?.sources() {
        [source] if header(source) => Ok(()),
        _ => Err(FormatError::new(0, "this authorizer reads one header; write `method.request.header.{name}`")),
    }
}
