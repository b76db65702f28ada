//! What API Gateway's variables have.
//!
//! Source: Developer Guide, "Variables for data transformations for API Gateway" and "Variables for access logging for
//! API Gateway". Of `$context` the guide says that more may be added, so an unknown member of it is only reported where
//! it looks like a mistyped known one.

use super::finding::{Finding, FindingKind};
use super::tree::{Member, Reference};
use crate::suggest;

const INPUT: [&str; 4] = ["body", "json", "params", "path"];

const UTIL: [&str; 6] = ["base64Decode", "base64Encode", "escapeJavaScript", "parseJson", "urlDecode", "urlEncode"];

/// What every Java object has, and what maps have. Real templates call some of it on every variable.
const EVERYWHERE: [&str; 18] = [
    "class",
    "clear",
    "containsKey",
    "containsValue",
    "entrySet",
    "equals",
    "get",
    "getClass",
    "hashCode",
    "isEmpty",
    "keySet",
    "length",
    "put",
    "putAll",
    "remove",
    "size",
    "toString",
    "values",
];

/// Members of `$context`, those of REST and web socket APIs and of access logs alike.
const CONTEXT: &[&str] = &[
    "accountId",
    "apiId",
    "authenticate",
    "authorize",
    "authorizer",
    "awsEndpointRequestId",
    "awsEndpointRequestId2",
    "connectedAt",
    "connectionId",
    "customDomain",
    "deploymentId",
    "disconnectReason",
    "disconnectStatusCode",
    "domainName",
    "domainPrefix",
    "endpointType",
    "error",
    "eventType",
    "extendedRequestId",
    "httpMethod",
    "identity",
    "integration",
    "integrationErrorMessage",
    "integrationLatency",
    "integrationStatus",
    "isCanaryRequest",
    "messageDirection",
    "messageId",
    "path",
    "protocol",
    "requestId",
    "requestOverride",
    "requestTime",
    "requestTimeEpoch",
    "resourceId",
    "resourcePath",
    "responseLatency",
    "responseLength",
    "responseOverride",
    "routeKey",
    "routeResponseSelectionExpression",
    "stage",
    "status",
    "tlsVersion",
    "cipherSuite",
    "version",
    "waf",
    "wafResponseCode",
    "webaclArn",
    "xrayTraceId",
];

const IDENTITY: &[&str] = &[
    "accessKey",
    "accountId",
    "apiKey",
    "apiKeyId",
    "caller",
    "clientCert",
    "cognitoAuthenticationProvider",
    "cognitoAuthenticationType",
    "cognitoIdentityId",
    "cognitoIdentityPoolId",
    "principalOrgId",
    "sourceIp",
    "user",
    "userAgent",
    "userArn",
    "vpcId",
    "vpceId",
];

const ERROR: &[&str] = &["message", "messageString", "responseType", "validationErrorString"];

const REQUEST_OVERRIDE: &[&str] = &["header", "path", "querystring"];

/// A member with a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) name: &'a str,
    pub(super) offset: usize,
}

/// What is wrong with the members of a reference, if it is one to a variable of API Gateway.
pub(super) fn unknown(variable: &str, first: Option<Named<'_>>, second: Option<Named<'_>>) -> Option<Finding> {
    let Named { name: first, offset } = first?;
    match variable {
        "input" => strictly("$input", first, offset, &INPUT),
        "util" => strictly("$util", first, offset, &UTIL),
        "context" => {
            let (parent, name, offset, known) = match (first, second) {
                ("identity", Some(Named { name, offset })) => ("$context.identity", name, offset, IDENTITY),
                ("error", Some(Named { name, offset })) => ("$context.error", name, offset, ERROR),
                ("requestOverride", Some(Named { name, offset })) => {
                    ("$context.requestOverride", name, offset, REQUEST_OVERRIDE)
                }
                _ => ("$context", first, offset, CONTEXT),
            };
            mistyped(parent, name, offset, known)
        }
        _ => None,
    }
}

/// What is wrong with the members of a reference that is kept.
pub(super) fn unknown_of(reference: &Reference<'_>) -> Option<Finding> {
    let mut members = reference.members.iter().map(named);
    unknown(reference.name, members.next().flatten(), members.next().flatten())
}

/// Whether a variable is one that API Gateway gives to every template.
pub(super) fn is_given(name: &str) -> bool {
    matches!(name, "input" | "util" | "context" | "stageVariables")
}

fn named<'a>(member: &Member<'a>) -> Option<Named<'a>> {
    match *member {
        Member::Property { name, offset } | Member::Method { name, offset, .. } => Some(Named { name, offset }),
        Member::Index(_) => None,
    }
}

fn strictly(parent: &str, name: &str, offset: usize, known: &[&str]) -> Option<Finding> {
    if known.contains(&name) || EVERYWHERE.contains(&name) {
        return None;
    }
    let message = if let Some(near) = suggest::nearest(name, known.iter().copied()) {
        format!("`{parent}` has no `{name}`; did you mean `{near}`?")
    } else {
        let known = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        format!("`{parent}` has no `{name}`; use one of {known}")
    };
    Some(Finding::new(FindingKind::UnknownMember, offset, name.len(), message))
}

fn mistyped(parent: &str, name: &str, offset: usize, known: &[&str]) -> Option<Finding> {
    if known.contains(&name) || EVERYWHERE.contains(&name) {
        return None;
    }
    let near = suggest::nearest(name, known.iter().copied())?;
    let message = format!("`{parent}` has no documented `{name}`; did you mean `{near}`?");
    Some(Finding::new(FindingKind::UnknownMember, offset, name.len(), message))
}
