//! Names, and other short strings whose grammar is a class of characters and a length.

use std::fmt;

use super::error::{FormatError, FormatResult};
use super::text::first_other;

/// The stage of an API in a usage plan: `{restApiId}:{stage}`.
///
/// Source: recorded answer "Invalid API Stage specified" to a malformed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ApiStage<'a> {
    /// The identifier of the API.
    pub rest_api_id: &'a str,
    /// The name of the stage.
    pub stage: &'a str,
}

/// Reads the stage of an API in a usage plan.
///
/// # Errors
/// A string without a colon, or with nothing on one side of it.
pub(crate) fn api_stage(text: &str) -> Result<ApiStage<'_>, FormatError> {
    match text.split_once(':') {
        Some((rest_api_id, stage)) if !rest_api_id.is_empty() && !stage.is_empty() => {
            Ok(ApiStage { rest_api_id, stage })
        }
        _ => {
            let at = text.find(':').map_or(text.len(), |colon| if colon == 0 { 0 } else { text.len() });
            Err(FormatError::new(at, format!("`{text}` is not a stage of an API; write `{{api id}}:{{stage}}`")))
        }
    }
}

impl fmt::Display for ApiStage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.rest_api_id, self.stage)
    }
}

/// A stage's name: letters, digits, `-` and `_`, at most 128.
///
/// Source: API Reference, `CreateStage`, `stageName`.
pub(crate) fn check_stage_name(text: &str) -> FormatResult {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    check_filled(text, "a stage name")?;
    check_class(text, "a stage name", allowed, "letters, digits, `-` or `_`")?;
    check_length(text, "a stage name", 128)
}

/// A stage variable's name: letters, digits and `_`, at most 64.
///
/// Source: API Reference, `CreateStage`, `variables`; Developer Guide, "API Gateway stage variables reference".
pub(crate) fn check_stage_variable_name(text: &str) -> FormatResult {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_';
    check_filled(text, "a stage variable name")?;
    check_class(text, "a stage variable name", allowed, "letters, digits or `_`")?;
    check_length(text, "a stage variable name", 64)
}

/// A stage variable's value: `[A-Za-z0-9-._~:/?#&=,]+`, at most 512.
///
/// Source: API Reference, `CreateStage`, `variables`; Developer Guide, "API Gateway stage variables reference".
pub(crate) fn check_stage_variable_value(text: &str) -> FormatResult {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#&=,".contains(c);
    check_filled(text, "a stage variable value")?;
    check_class(text, "a stage variable value", allowed, "letters, digits or `-._~:/?#&=,`")?;
    check_length(text, "a stage variable value", 512)
}

/// A stage variable's value as far as its refusal is certain: what neither the documentation nor AWS's own text allows.
///
/// Source: recorded answer "Invalid stage variable value of key key1. Please use values with alphanumeric characters and
/// the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','." The documentation has `~` and `#` instead of the
/// space.
pub(crate) fn check_possible_stage_variable_value(text: &str) -> FormatResult {
    let allowed = |c: char| c.is_ascii_alphanumeric() || " -._~:/?#&=,".contains(c);
    check_class(text, "a stage variable value", allowed, "letters, digits, spaces or `-._:/?&=,`")?;
    check_length(text, "a stage variable value", 512)
}

/// A key of method throttling in a usage plan: `{resource path}/{HTTP method}`.
///
/// Source: recorded answer "Invalid method {resourcePath: badkey,method: } specified".
pub(crate) fn check_throttle_key(text: &str) -> FormatResult {
    const METHODS: [&str; 9] = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY", "*"];
    let Some((path, method)) = text.rsplit_once('/') else {
        return Err(FormatError::new(text.len(), format!("`{text}` names no method; write `/pets/GET`")));
    };
    if METHODS.iter().any(|known| known.eq_ignore_ascii_case(method)) {
        return Ok(());
    }
    let at = text.len() - method.len();
    Err(FormatError::new(at, format!("`{method}` is no HTTP method; write `{path}/GET`, or `{text}/GET`")))
}

/// A tag's key: 1 to 128 characters, of which the first are not `aws:`.
///
/// Source: API Reference, `tags`: "The tag key can be up to 128 characters and must not start with `aws:`".
pub(crate) fn check_tag_key(text: &str) -> FormatResult {
    check_filled(text, "a tag key")?;
    if text.starts_with("aws:") {
        return Err(FormatError::new(0, "tag keys that begin with `aws:` belong to AWS; use another key"));
    }
    check_length(text, "a tag key", 128)
}

/// The URI of an object in Amazon S3.
///
/// Source: API Reference, `MutualTlsAuthenticationInput`, `truststoreUri`: "for example `s3://bucket-name/key-name`".
pub(crate) fn check_object_uri(text: &str) -> FormatResult {
    let Some(rest) = text.strip_prefix("s3://") else {
        let message = "this is no URI of an object in Amazon S3; write `s3://{bucket}/{key}`";
        return Err(FormatError::new(super::text::departs(text, "s3://"), message));
    };
    match rest.split_once('/') {
        Some((bucket, key)) if !bucket.is_empty() && !key.is_empty() => Ok(()),
        _ => Err(FormatError::new(text.len(), "the URI names no object; write `s3://{bucket}/{key}`")),
    }
}

/// A domain name as far as its characters go.
///
/// Source: RFC 1123; a `*` stands for one label.
pub(crate) fn check_domain_name(text: &str) -> FormatResult {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-.*".contains(c);
    check_class(text, "a domain name", allowed, "letters, digits, `-` and `.` only, without `https://`")
}

/// A domain name without the period of the root at its end.
///
/// Source: recorded answer "Trailing period should be omitted from domain name".
pub(crate) fn check_relative_domain_name(text: &str) -> FormatResult {
    match text.strip_suffix('.') {
        Some(rest) => {
            let error = FormatError::new(rest.len(), "a domain name cannot end with a period; remove it");
            Err(error.with_replacement(rest.to_owned()))
        }
        None => Ok(()),
    }
}

/// A model's name: letters and digits.
///
/// Source: API Reference, `CreateModel`, `name`: "must be alphanumeric"; recorded answer "Model name must be non-empty".
pub(crate) fn check_model_name(text: &str) -> FormatResult {
    check_filled(text, "a model name")?;
    check_class(text, "a model name", |c| c.is_ascii_alphanumeric(), "letters and digits")
}

/// The value of an API key: 20 to 128 characters.
///
/// Source: recorded answers "API Key value exceeds maximum size of 128 characters" and "… should be at least 20 …".
pub(crate) fn check_api_key_value(text: &str) -> FormatResult {
    if text.chars().nth(19).is_none() {
        return Err(FormatError::new(text.len(), "an API key has at least 20 characters; use a longer value"));
    }
    check_length(text, "an API key", 128)
}

/// The size of a mapping template: at most 300 KB.
///
/// Source: Developer Guide, "Quotas for configuring and running a REST API".
pub(crate) fn check_template_size(text: &str) -> FormatResult {
    let limit = 300 * 1024;
    if text.len() <= limit {
        return Ok(());
    }
    let at = (0..=limit).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    Err(FormatError::new(at, "a mapping template has at most 300 KB; shorten it"))
}

/// The type of a method's authorization, in any letter case: `none` is recorded as accepted and answered `NONE`.
pub(crate) fn check_authorization_type(text: &str) -> FormatResult {
    check_one_of(text, &["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"])
}

/// A type of authorization that needs an authorizer.
///
/// Source: recorded answer "Setting the authorization type to CUSTOM or `COGNITO_USER_POOLS` requires a valid
/// authorizer".
pub(crate) fn check_authorizer_authorization(text: &str) -> FormatResult {
    check_one_of(text, &AUTHORIZER_AUTHORIZATIONS)
}

/// See [`check_authorizer_authorization`].
pub(super) fn is_authorizer_authorization(text: &str) -> bool {
    AUTHORIZER_AUTHORIZATIONS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

const AUTHORIZER_AUTHORIZATIONS: [&str; 2] = ["CUSTOM", "COGNITO_USER_POOLS"];

/// The value of a patch of `/minimumCompressionSize`: a number of bytes from 0 to 10485760, or nothing, which turns
/// compression off. Recorded answer to others: "Invalid minimum compression size, must be between 0 and 10485760".
pub(crate) fn check_minimum_compression_size(text: &str) -> FormatResult {
    match text.trim().parse::<i64>() {
        Ok(0..=10_485_760) => Ok(()),
        _ if text.is_empty() => Ok(()),
        _ => Err(FormatError::new(0, format!("`{text}` is not a compression size; write a number from 0 to 10485760"))),
    }
}

/// A string without line breaks, except at its end.
///
/// Source: recorded answer "Access Log format must be single line".
pub(crate) fn check_single_line(text: &str) -> FormatResult {
    match text.trim_end().find('\n') {
        Some(at) => Err(FormatError::new(at, "this string has a line break; write it on one line")),
        None => Ok(()),
    }
}

/// A string that is not empty.
pub(crate) fn check_not_empty(text: &str) -> FormatResult {
    check_filled(text, "this text")
}

/// A string that is more than white space.
pub(crate) fn check_not_blank(text: &str) -> FormatResult {
    if text.trim().is_empty() {
        return Err(FormatError::new(text.len(), "this string cannot be blank; set a value or omit it"));
    }
    Ok(())
}

fn check_filled(text: &str, what: &str) -> FormatResult {
    if text.is_empty() {
        return Err(FormatError::new(0, format!("{what} cannot be empty; set a value or omit it")));
    }
    Ok(())
}

fn check_class(text: &str, what: &str, allowed: impl Fn(char) -> bool, class: &str) -> FormatResult {
    match first_other(text, allowed) {
        Some((at, wrong)) => Err(FormatError::new(at, format!("{what} cannot contain {wrong:?}; use {class}"))),
        None => Ok(()),
    }
}

fn check_length(text: &str, what: &str, most: usize) -> FormatResult {
    match text.char_indices().nth(most) {
        Some((at, _)) => Err(FormatError::new(at, format!("{what} has at most {most} characters; shorten it"))),
        None => Ok(()),
    }
}

fn check_one_of(text: &str, words: &[&str]) -> FormatResult {
    if words.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return Ok(());
    }
    let words = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    Err(FormatError::new(0, format!("`{text}` is not valid; use one of {words}")))
}
