//! Where an authorizer finds what identifies the caller.
//!
//! Source: API Reference, `CreateAuthorizer`, `identitySource`.

use super::error::{FormatError, FormatResult};
use super::mapping::{self, CommonSource, Location, MethodRequestSource};

fn sources(text: &str) -> impl Iterator<Item = Result<MethodRequestSource<'_>, FormatError>> {
    let mut at = 0;
    text.split(',').filter_map(move |part| {
        let expression = part.trim();
        let expression_at = at + part.len() - part.trim_start().len();
        at += part.len() + 1;
        (!expression.is_empty()).then(|| source(expression).map_err(|error| error.shifted(expression_at)))
    })
}

fn source(expression: &str) -> Result<MethodRequestSource<'_>, FormatError> {
    match mapping::method_request_source(expression) {
        Ok(MethodRequestSource::Body(_) | MethodRequestSource::Common(CommonSource::Static(_))) | Err(_) => {
            let message = format!(
                "`{expression}` is not an identity source; use `method.request.header.{{name}}`, \
                 `method.request.querystring.{{name}}`, `context.{{variable}}` or `stageVariables.{{name}}`"
            );
            Err(FormatError::new(0, message))
        }
        Ok(source) => Ok(source),
    }
}

/// Whether a string lists identity sources.
pub(crate) fn check(text: &str) -> FormatResult {
    sources(text).try_for_each(|source| source.map(drop))
}

/// Whether the identity source is one header, as authorizers of the types TOKEN and `COGNITO_USER_POOLS` need.
pub(crate) fn check_token_source(text: &str) -> FormatResult {
    let (mut headers, mut others) = (0, 0);
    for source in sources(text) {
        match source? {
            MethodRequestSource::Parameter(Location::Header, _)
            | MethodRequestSource::MultiValueParameter(Location::Header, _) => headers += 1,
            _ => others += 1,
        }
    }
    if (headers, others) == (1, 0) {
        return Ok(());
    }
    Err(FormatError::new(0, "this authorizer reads one header; write `method.request.header.{name}`"))
}
