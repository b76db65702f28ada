//! Mapping expressions: which part of a request or response a parameter is taken from, and which it goes to.
//!
//! Source: API Gateway Developer Guide, "Parameter mapping source reference for REST APIs" and "Parameter mapping
//! examples"; the recorded answers "Invalid mapping expression specified: …" and "… Invalid mapping expression parameter
//! specified: …". Names are only looked at for being there: the documented class `[a-zA-Z0-9._$-]+` is narrower than
//! what users report as working, and is a predicate of its own,
//! [`Format::DocumentedParameterName`](super::Format::DocumentedParameterName).

mod key;
mod parts;
mod source;

pub use key::{
    GatewayResponseKey, IntegrationRequestKey, Location, MethodRequestParameter, MethodResponseHeader,
    gateway_response_key, integration_request_key, method_request_parameter, method_response_header,
};
pub use source::{
    CommonSource, Dollar, GatewayResponseSource, IntegrationResponseSource, MethodRequestSource,
    gateway_response_source, integration_response_source, method_request_source,
};

use super::error::{FormatError, FormatResult};
use super::text::first_other;

/// Whether an entry of `cacheKeyParameters` can be one: a parameter of the method's request, or a key of the
/// integration's. Both are recorded as accepted; undeclared ones get "Invalid cache key parameter specified".
pub(crate) fn check_cache_key(text: &str) -> FormatResult {
    let multiple = ["method.request.multivaluequerystring.", "method.request.multivalueheader."];
    if multiple.iter().any(|prefix| text.len() > prefix.len() && text.starts_with(prefix)) {
        return Ok(());
    }
    if text.starts_with("integration.") {
        integration_request_key(text).map(drop)
    } else {
        method_request_parameter(text).map(drop)
    }
}

/// Whether an expression refers to a parameter of the method's request, which the method then has to declare.
pub(crate) fn check_method_reference(text: &str) -> FormatResult {
    match method_request_source(text)?.declared_as() {
        Some(_) => Ok(()),
        None => Err(FormatError::new(0, "this is not a parameter of the method request")),
    }
}

/// Whether the name at the end of a key or expression is of the documented class `[a-zA-Z0-9._$-]+`. What has no such
/// name passes.
pub(crate) fn check_documented_name(text: &str) -> FormatResult {
    let name = key::any_name(text).or_else(|| source::any_name(text)).unwrap_or("");
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$' | '-');
    match first_other(name, allowed) {
        Some((at, wrong)) => Err(FormatError::new(
            text.len() - name.len() + at,
            format!("AWS does not document {wrong:?} in names; use letters, digits, `.`, `_`, `$` or `-`"),
        )),
        None => Ok(()),
    }
}

/// Whether a request key is not one of the headers that make every call fail with status 500 when they are mapped.
///
/// Source: recorded calls with `Content-Length` and `Transfer-Encoding` mapped, for every type of integration.
pub(crate) fn check_safe_header(text: &str) -> FormatResult {
    check_not_header(text, &["Content-Length", "Transfer-Encoding"])
}

/// Like [`check_safe_header`], for integrations of the types AWS and `AWS_PROXY`, which fail with more headers.
pub(crate) fn check_safe_aws_header(text: &str) -> FormatResult {
    let broken =
        ["Content-Length", "Transfer-Encoding", "Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE"];
    check_not_header(text, &broken)
}

/// Whether a static value does not read like a mapping expression, whose quotes were most likely not meant.
pub(crate) fn check_no_quoted_expression(text: &str) -> FormatResult {
    let Some(inner) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) else { return Ok(()) };
    let begins = [
        "method.request.",
        "integration.response.",
        "integration.request.",
        "context.",
        "stageVariables.",
        "$context.",
    ];
    let is_expression = inner.len() < 200 && !inner.contains(char::is_whitespace);
    if is_expression && begins.iter().any(|begin| inner.len() > begin.len() && inner.starts_with(begin)) {
        let message = format!("in quotes this is a literal text; to map the value, write `{inner}` without them");
        return Err(FormatError::new(0, message).with_replacement(inner.to_owned()));
    }
    Ok(())
}

fn check_not_header(text: &str, broken: &[&str]) -> FormatResult {
    let Ok(key) = integration_request_key(text) else { return Ok(()) };
    if key.location == Location::Header && broken.iter().any(|header| key.name.eq_ignore_ascii_case(header)) {
        let message = format!("every call fails with status 500 when `{}` is mapped; remove the mapping", key.name);
        return Err(FormatError::new(text.len() - key.name.len(), message));
    }
    Ok(())
}
