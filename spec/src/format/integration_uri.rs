//! The URI of an AWS or `AWS_PROXY` integration: an ARN of `apigateway` that names an action or a path of a service.
//!
//! `arn:aws:apigateway:{region}:{subdomain.service|service}:{path|action}/{service_api}`
//! (API Reference, `PutIntegration`, `uri`). A service field, path or action may be completed by stage variables, and
//! then every predicate here gives the text the benefit of the doubt.

use std::fmt;

use super::arn::{self, Arn};
use super::error::{FormatError, FormatResult};
use super::placeholder;
use super::text::{cut, head, tail};

/// An integration's ARN, checked as far as API Gateway checks it for every service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IntegrationUri<'a> {
    text: &'a str,
    arn: Arn<'a>,
}

/// How the sixth field addresses the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Addressing {
    /// `path/…`: a path of the service's API.
    Path,
    /// `action/…`: an action of the service's API, with its parameters.
    Action,
    /// A stage variable decides.
    StageVariable,
}

/// A Lambda function to invoke: `path/{api_version}/functions/{function}/{invocation}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FunctionPath<'a> {
    /// The version of Lambda's API: `2015-03-31`, or `2021-11-15` for a streamed response.
    pub api_version: &'a str,
    /// The function: an ARN or a name, perhaps with a version or alias, perhaps completed by stage variables.
    pub function: &'a str,
    /// The last segment: `invocations` or `response-streaming-invocations`; empty if the path stops at the function.
    pub invocation: &'a str,
}

/// Which of its two checks a string failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IntegrationUriErrorKind {
    /// Not an ARN at all. Recorded answer: "Invalid ARN specified in the request".
    NotAnArn,
    /// An ARN whose sixth field does not begin `path/` or `action/`. Recorded answer: "AWS ARN for integration must
    /// contain path or action".
    NoPathOrAction,
}

/// Why a string is not an integration's URI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IntegrationUriError {
    /// Which check failed.
    pub kind: IntegrationUriErrorKind,
    /// What is wrong, and where.
    pub error: FormatError,
}

/// Reads an integration's URI.
///
/// # Errors
/// What is not an ARN, and an ARN whose sixth field begins neither `path` nor `action` nor with a stage variable. The
/// third field is not looked at here, see [`IntegrationUri::is_api_gateway`].
pub(crate) fn parse(text: &str) -> Result<IntegrationUri<'_>, IntegrationUriError> {
    let failed = |kind, error| IntegrationUriError { kind, error };
    let arn = arn::parse(text).map_err(|error| failed(IntegrationUriErrorKind::NotAnArn, error))?;
    if addressing(arn.resource).is_none() {
        let error = FormatError::new(text.len() - arn.resource.len(), no_path_or_action(&arn));
        let error = match invoking(&arn).filter(|_| arn.resource.starts_with("function:")) {
            Some(uri) => error.with_replacement(uri),
            None => error,
        };
        return Err(failed(IntegrationUriErrorKind::NoPathOrAction, error));
    }
    Ok(IntegrationUri { text, arn })
}

impl<'a> IntegrationUri<'a> {
    /// The partition: `aws`, `aws-cn`, `aws-us-gov`, …
    pub(crate) fn partition(&self) -> &'a str {
        self.arn.partition
    }

    /// Whether the third field is `apigateway`, as documented. Nothing is recorded of other values.
    pub(crate) fn is_api_gateway(&self) -> bool {
        self.arn.service == "apigateway" || placeholder::has_stage_variable(self.arn.service)
    }

    /// The region of the API.
    pub(crate) fn region(&self) -> &'a str {
        self.arn.region
    }

    /// The integrated service: the fifth field after its last dot.
    pub(crate) fn service(&self) -> &'a str {
        self.split_service().1
    }

    /// Whether a path or an action is named.
    pub(crate) fn addressing(&self) -> Addressing {
        addressing(self.arn.resource).unwrap_or(Addressing::StageVariable)
    }

    /// The path or action: the sixth field after its first slash.
    pub(crate) fn service_api(&self) -> &'a str {
        cut(self.arn.resource, b'/').map_or("", |(_, api)| api)
    }

    /// Whether the integrated service is Lambda.
    pub(crate) fn is_lambda(&self) -> bool {
        self.service().eq_ignore_ascii_case("lambda")
    }

    /// Whether the service can only be known when a stage fills in its variables.
    pub(crate) fn is_service_open(&self) -> bool {
        self.service().contains('{')
    }

    /// The Lambda function the URI invokes, if it is of that form. Slashes may be doubled and segments padded with
    /// white space, as in recorded requests.
    pub(crate) fn function(&self) -> Option<FunctionPath<'a>> {
        if !(self.is_lambda() && self.addressing() == Addressing::Path) {
            return None;
        }
        let (api_version, rest) = next_segment(self.service_api())?;
        let (functions, rest) = next_segment(rest)?;
        if functions != "functions" {
            return None;
        }
        let (function, invocation) = rest.rsplit_once('/').unwrap_or((rest, ""));
        Some(FunctionPath { api_version, function: function.trim_start_matches('/'), invocation: invocation.trim() })
    }

    /// Whether the URI invokes a Lambda function and waits for the whole response: `…/invocations`.
    pub(crate) fn is_lambda_invocation(&self) -> bool {
        self.function().is_some_and(|function| function.invocation == "invocations" && !function.function.is_empty())
    }

    /// Whether the URI invokes a Lambda function and streams the response: `…/response-streaming-invocations`.
    ///
    /// Source: Developer Guide, "Lambda proxy integration with payload response streaming".
    pub(crate) fn is_streaming_invocation(&self) -> bool {
        let streams = |function: FunctionPath<'_>| function.invocation == "response-streaming-invocations";
        self.function().is_some_and(|function| streams(function) && !function.function.is_empty())
    }

    /// Whether the integrated service is Lambda, or stage variables may make it so.
    pub(crate) fn may_be_lambda(&self) -> bool {
        self.is_lambda() || self.is_service_open()
    }

    /// Whether the URI invokes a Lambda function, buffered or streamed, or may come to do so.
    pub(crate) fn may_invoke_function(&self) -> bool {
        self.is_lambda_invocation() || self.is_streaming_invocation() || self.may_become_function() || may_invoke(self)
    }

    /// Whether stage variables may turn the URI into anything of the form that [`Self::function`] reads.
    fn may_become_function(&self) -> bool {
        let path = match self.addressing() {
            Addressing::Path => {
                let opening = self.service_api().trim_start_matches(|c: char| c == '/' || c.is_whitespace());
                let mut segments = opening.split('/');
                segments.next().is_some_and(placeholder::has_stage_variable)
                    || segments.next().is_some_and(placeholder::has_stage_variable)
            }
            Addressing::Action => false,
            Addressing::StageVariable => true,
        };
        (self.may_be_lambda() && path) || (self.is_service_open() && self.addressing() != Addressing::Action)
    }

    fn split_service(&self) -> (Option<&'a str>, &'a str) {
        let field = self.arn.account;
        // The dot of `${stageVariables.x}` does not end a subdomain.
        let from = field.rfind('}').unwrap_or(0);
        match tail(field, from).rfind('.') {
            Some(dot) => (Some(head(field, from + dot)), tail(field, from + dot + 1)),
            None => (None, field),
        }
    }

    fn service_offset(&self) -> usize {
        self.text.len() - self.arn.resource.len() - 1 - self.arn.account.len()
    }

    fn resource_offset(&self) -> usize {
        self.text.len() - self.arn.resource.len()
    }
}

impl fmt::Display for IntegrationUri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.arn.fmt(f)
    }
}

impl fmt::Display for IntegrationUriError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for IntegrationUriError {}

impl From<IntegrationUriError> for FormatError {
    fn from(error: IntegrationUriError) -> Self {
        error.error
    }
}

/// Whether a string can be the URI of an integration, whatever its type: a URL, or an ARN with a path or an action.
pub(crate) fn check_any(text: &str) -> FormatResult {
    if text.starts_with("arn:") {
        return Ok(parse(text).map(drop)?);
    }
    super::http_url::check(text)
}

/// Whether the third field is `apigateway`; other faults are not this predicate's.
pub(crate) fn check_api_gateway(text: &str) -> FormatResult {
    match parse(text) {
        Ok(uri) if !uri.is_api_gateway() => {
            let message = format!("`{}` is not `apigateway`; write `apigateway` in the third field", uri.arn.service);
            Err(FormatError::new("arn:".len() + uri.partition().len() + 1, message))
        }
        _ => Ok(()),
    }
}

/// Whether a well-formed URI's service is, or may become, Lambda.
pub(crate) fn check_lambda(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.may_be_lambda() {
        return Ok(());
    }
    Err(FormatError::new(uri.service_offset(), format!("the service is `{}`; it must be `lambda` here", uri.service())))
}

/// Whether a well-formed URI's service is certainly another than Lambda.
pub(crate) fn check_not_lambda(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.may_be_lambda() {
        return Err(FormatError::new(uri.service_offset(), "the service is or may be Lambda; use another service"));
    }
    Ok(())
}

/// Whether the URI invokes a Lambda function, buffered or streamed, or may come to do so.
pub(crate) fn check_lambda_invocation(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.may_invoke_function() { Ok(()) } else { Err(not_an_invocation(&uri)) }
}

/// Whether the URI invokes a Lambda function and waits for the whole response, or may come to do so.
pub(crate) fn check_buffered_invocation(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.is_lambda_invocation() || uri.may_become_function() || may_invoke(&uri) {
        return Ok(());
    }
    if uri.is_streaming_invocation() {
        let message = "this path streams the response; use `…/2015-03-31/functions/…/invocations`, or set the response \
                       transfer mode to `STREAM`";
        return Err(FormatError::new(uri.resource_offset(), message));
    }
    Err(not_an_invocation(&uri))
}

/// Whether the URI invokes a Lambda function and streams the response, or may come to do so.
pub(crate) fn check_streaming_invocation(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.is_streaming_invocation() || uri.may_become_function() || may_invoke(&uri) {
        return Ok(());
    }
    if uri.function().is_some() {
        let message = "this path does not stream; use `…/2021-11-15/functions/…/response-streaming-invocations`";
        return Err(FormatError::new(uri.resource_offset(), message));
    }
    Err(not_an_invocation(&uri))
}

/// Whether `AWS_PROXY` takes the URI: a path of Lambda's functions. Recorded answer to other services and other paths:
/// "Integrations of type '`AWS_PROXY`' currently only supports Lambda function and Firehose stream invocations." The
/// second half of that text has never been seen to hold; a Firehose URI passes unless it carries a Lambda path, which is
/// recorded as refused.
pub(crate) fn check_proxy(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.function().is_some() || uri.may_become_function() {
        return Ok(());
    }
    if uri.service().eq_ignore_ascii_case("firehose") && !uri.service_api().contains("/functions/") {
        return Ok(());
    }
    Err(not_an_invocation(&uri))
}

/// Whether a Lambda authorizer's URI is a path of Lambda's functions. Reported answer to others: "Authorizer URI should
/// be a valid API Gateway ARN that represents a Lambda function invocation."
pub(crate) fn check_authorizer(text: &str) -> FormatResult {
    let uri = parse(text)?;
    if uri.function().is_some() || uri.may_become_function() {
        return Ok(());
    }
    Err(not_an_invocation(&uri))
}

fn not_an_invocation(uri: &IntegrationUri<'_>) -> FormatError {
    if uri.is_lambda() {
        let message = "this path does not invoke a Lambda function; use \
                       `path/2015-03-31/functions/{function ARN}/invocations`";
        return FormatError::new(uri.resource_offset(), message);
    }
    let message = format!("`{}` cannot be invoked this way; only functions of `lambda` can", uri.service());
    FormatError::new(uri.service_offset(), message)
}

/// Whether a stage variable stands where the last segments of a function's path are.
fn may_invoke(uri: &IntegrationUri<'_>) -> bool {
    uri.function().is_some_and(|function| {
        placeholder::has_stage_variable(function.invocation)
            || (function.invocation.is_empty() && placeholder::has_stage_variable(function.function))
    })
}

/// The URI that invokes a function, whose ARN was written in its place.
fn invoking(arn: &Arn<'_>) -> Option<String> {
    let (partition, region) = (arn.partition, arn.region);
    (arn.service == "lambda")
        .then(|| format!("arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{arn}/invocations"))
}

fn addressing(resource: &str) -> Option<Addressing> {
    let word = cut(resource, b'/').map_or(resource, |(word, _)| word);
    match word {
        "path" => Some(Addressing::Path),
        "action" => Some(Addressing::Action),
        _ if resource.starts_with("${stageVariables.") => Some(Addressing::StageVariable),
        _ => None,
    }
}

fn no_path_or_action(arn: &Arn<'_>) -> String {
    match invoking(arn) {
        Some(uri) => format!("this is the ARN of a Lambda function, not an integration URI; write `{uri}`"),
        None => "the sixth field of an integration ARN must begin with `path/` or `action/`; append the path or action of the \
                 service"
            .to_owned(),
    }
}

/// The next segment of a path that is not blank, without its padding, and what comes after it.
fn next_segment(path: &str) -> Option<(&str, &str)> {
    let opening = path.trim_start_matches(|c: char| c == '/' || c.is_whitespace());
    let (segment, _) = cut(opening, b'/')?;
    Some((segment.trim(), tail(opening, segment.len() + 1)))
}
