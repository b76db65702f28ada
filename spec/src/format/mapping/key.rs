//! The keys of parameter maps: where a value goes, and which parameters a method declares.

use std::fmt;

use super::parts::{check_name, name_after, word_and_name};
use crate::format::error::FormatError;
use crate::format::text::{cut, tail};

/// Where a parameter is in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// A variable of the path.
    Path,
    /// A parameter of the query.
    QueryString,
    /// A header.
    Header,
}

/// A key of an integration's `requestParameters`: `integration.request.{path|querystring|header}.{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntegrationRequestKey<'a> {
    /// Where the value goes.
    pub location: Location,
    /// The name of the parameter there.
    pub name: &'a str,
}

/// A key of a method's `requestParameters`: `method.request.{path|querystring|header}.{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodRequestParameter<'a> {
    /// Where the parameter is.
    pub location: Location,
    /// The name of the parameter there.
    pub name: &'a str,
}

/// A key of the `responseParameters` of a method response or an integration response: `method.response.header.{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodResponseHeader<'a> {
    /// The name of the header.
    pub name: &'a str,
}

/// A key of a gateway response's `responseParameters`: `gatewayresponse.{header|path|querystring}.{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GatewayResponseKey<'a> {
    /// Where the value goes.
    pub location: Location,
    /// The name of the parameter there.
    pub name: &'a str,
}

const INTEGRATION_REQUEST: &str = "integration.request.";
const METHOD_REQUEST: &str = "method.request.";
const METHOD_RESPONSE_HEADER: &str = "method.response.header.";
const GATEWAY_RESPONSE: &str = "gatewayresponse.";

/// Reads a key of an integration's `requestParameters`.
///
/// # Errors
/// Another form, an unknown location, a missing name.
pub fn integration_request_key(text: &str) -> Result<IntegrationRequestKey<'_>, FormatError> {
    located(text, INTEGRATION_REQUEST).map(|(location, name)| IntegrationRequestKey { location, name })
}

/// Reads a key of a method's `requestParameters`.
///
/// # Errors
/// Another form, an unknown location, a missing name.
pub fn method_request_parameter(text: &str) -> Result<MethodRequestParameter<'_>, FormatError> {
    located(text, METHOD_REQUEST).map(|(location, name)| MethodRequestParameter { location, name })
}

/// Reads a key of a response's `responseParameters`.
///
/// # Errors
/// Another form, a missing name.
pub fn method_response_header(text: &str) -> Result<MethodResponseHeader<'_>, FormatError> {
    name_after(text, METHOD_RESPONSE_HEADER).map(|name| MethodResponseHeader { name })
}

/// Reads a key of a gateway response's `responseParameters`.
///
/// # Errors
/// Another form, an unknown location, a missing name.
pub fn gateway_response_key(text: &str) -> Result<GatewayResponseKey<'_>, FormatError> {
    located(text, GATEWAY_RESPONSE).map(|(location, name)| GatewayResponseKey { location, name })
}

impl Location {
    /// The word for the location in a key.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::QueryString => "querystring",
            Self::Header => "header",
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for IntegrationRequestKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{INTEGRATION_REQUEST}{}.{}", self.location, self.name)
    }
}

impl fmt::Display for MethodRequestParameter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{METHOD_REQUEST}{}.{}", self.location, self.name)
    }
}

impl fmt::Display for MethodResponseHeader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{METHOD_RESPONSE_HEADER}{}", self.name)
    }
}

impl fmt::Display for GatewayResponseKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{GATEWAY_RESPONSE}{}.{}", self.location, self.name)
    }
}

/// The name at the end of whatever key `text` is.
pub(super) fn any_name(text: &str) -> Option<&str> {
    let keys = [INTEGRATION_REQUEST, METHOD_REQUEST, GATEWAY_RESPONSE];
    let located = |rest: &'_ str| {
        let (word, name) = cut(rest, b'.')?;
        LOCATIONS.map(Location::as_str).contains(&word).then_some(name.len())
    };
    let in_request = keys.iter().find_map(|prefix| located(text.strip_prefix(prefix)?));
    let length = in_request.or_else(|| text.strip_prefix(METHOD_RESPONSE_HEADER).map(str::len))?;
    Some(tail(text, text.len() - length)).filter(|name| check_name(name).is_ok())
}

const LOCATIONS: [Location; 3] = [Location::Path, Location::QueryString, Location::Header];

fn located<'a>(text: &'a str, prefix: &str) -> Result<(Location, &'a str), FormatError> {
    let (place, name) = word_and_name(text, prefix, &LOCATIONS.map(Location::as_str))?;
    Ok((LOCATIONS.get(place).copied().unwrap_or(Location::Header), name))
}
