//! The values of parameter maps: where a value comes from.

use std::fmt;

use super::key::Location;
use super::parts::{after_word, check_name, not_a_value, static_value, word_and_name};
use crate::format::error::FormatError;

/// A value of an integration's `requestParameters`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodRequestSource<'a> {
    /// `method.request.{path|querystring|header}.{name}`.
    Parameter(Location, &'a str),
    /// `method.request.{multivaluequerystring|multivalueheader}.{name}`; the location is that of the single value.
    MultiValueParameter(Location, &'a str),
    /// `method.request.body`, with a JSONPath after it or nothing.
    Body(&'a str),
    /// What every map may take.
    Common(CommonSource<'a>),
}

/// A value of an integration response's `responseParameters`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntegrationResponseSource<'a> {
    /// `integration.response.header.{name}`.
    Header(&'a str),
    /// `integration.response.multivalueheader.{name}`.
    MultiValueHeader(&'a str),
    /// `integration.response.body`, with a JSONPath after it or nothing.
    Body(&'a str),
    /// What every map may take.
    Common(CommonSource<'a>),
}

/// A value of a gateway response's `responseParameters`: what an integration's request may take, since no integration
/// response exists yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GatewayResponseSource<'a>(pub MethodRequestSource<'a>);

/// A value that every parameter map may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommonSource<'a> {
    /// `context.{variable}`. With a dollar sign before it too: the documentation of the OpenAPI extensions writes it so.
    Context(&'a str, Dollar),
    /// `stageVariables.{name}`, with or without a dollar sign as above.
    StageVariable(&'a str, Dollar),
    /// `'…'`: the text between the quotes.
    Static(&'a str),
}

/// Whether an expression is written with a dollar sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dollar {
    /// Without.
    Absent,
    /// With.
    Present,
}

const METHOD_REQUEST: &str = "method.request.";
const INTEGRATION_RESPONSE: &str = "integration.response.";

/// Reads a value of an integration's `requestParameters`.
///
/// # Errors
/// Any other form. Recorded answer: "Invalid mapping expression specified: …".
pub fn method_request_source(text: &str) -> Result<MethodRequestSource<'_>, FormatError> {
    let Some(rest) = text.strip_prefix(METHOD_REQUEST) else {
        return match common(text)? {
            Some(source) => Ok(MethodRequestSource::Common(source)),
            None => Err(not_a_value(text, "a `method.request.…`, `context.…` or `stageVariables.…` expression")),
        };
    };
    if let Some(path) = after_word(rest, "body") {
        return body(path, text).map(MethodRequestSource::Body);
    }
    let words = ["path", "querystring", "header", "multivaluequerystring", "multivalueheader", "body"];
    let (place, name) = word_and_name(text, METHOD_REQUEST, &words)?;
    Ok(match place {
        0 => MethodRequestSource::Parameter(Location::Path, name),
        1 => MethodRequestSource::Parameter(Location::QueryString, name),
        2 => MethodRequestSource::Parameter(Location::Header, name),
        3 => MethodRequestSource::MultiValueParameter(Location::QueryString, name),
        _ => MethodRequestSource::MultiValueParameter(Location::Header, name),
    })
}

/// Reads a value of an integration response's `responseParameters`.
///
/// # Errors
/// Any other form. Recorded answer: "Invalid mapping expression specified: …".
pub fn integration_response_source(text: &str) -> Result<IntegrationResponseSource<'_>, FormatError> {
    let Some(rest) = text.strip_prefix(INTEGRATION_RESPONSE) else {
        return match common(text)? {
            Some(source) => Ok(IntegrationResponseSource::Common(source)),
            None => Err(not_a_value(text, "an `integration.response.…`, `context.…` or `stageVariables.…` expression")),
        };
    };
    if let Some(path) = after_word(rest, "body") {
        return body(path, text).map(IntegrationResponseSource::Body);
    }
    let (place, name) = word_and_name(text, INTEGRATION_RESPONSE, &["header", "multivalueheader", "body"])?;
    Ok(match place {
        0 => IntegrationResponseSource::Header(name),
        _ => IntegrationResponseSource::MultiValueHeader(name),
    })
}

/// Reads a value of a gateway response's `responseParameters`.
///
/// # Errors
/// Any other form.
pub fn gateway_response_source(text: &str) -> Result<GatewayResponseSource<'_>, FormatError> {
    method_request_source(text).map(GatewayResponseSource)
}

impl<'a> MethodRequestSource<'a> {
    /// The name of the parameter or variable, if the source has one.
    pub fn name(&self) -> Option<&'a str> {
        match *self {
            Self::Parameter(_, name) | Self::MultiValueParameter(_, name) => Some(name),
            Self::Body(_) => None,
            Self::Common(source) => source.name(),
        }
    }

    /// The key under which the method has to declare the parameter, if the source is one. Several values of a parameter
    /// are declared like one.
    pub fn declared_as(&self) -> Option<String> {
        match self {
            Self::Parameter(location, name) | Self::MultiValueParameter(location, name) => {
                Some(format!("{METHOD_REQUEST}{location}.{name}"))
            }
            Self::Body(_) | Self::Common(_) => None,
        }
    }
}

impl<'a> IntegrationResponseSource<'a> {
    /// The name of the header or variable, if the source has one.
    pub fn name(&self) -> Option<&'a str> {
        match *self {
            Self::Header(name) | Self::MultiValueHeader(name) => Some(name),
            Self::Body(_) => None,
            Self::Common(source) => source.name(),
        }
    }
}

impl<'a> CommonSource<'a> {
    /// The name of the variable, if the source is one.
    pub fn name(&self) -> Option<&'a str> {
        match *self {
            Self::Context(name, _) | Self::StageVariable(name, _) => Some(name),
            Self::Static(_) => None,
        }
    }
}

impl fmt::Display for MethodRequestSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter(location, name) => write!(f, "{METHOD_REQUEST}{location}.{name}"),
            Self::MultiValueParameter(location, name) => write!(f, "{METHOD_REQUEST}multivalue{location}.{name}"),
            Self::Body(path) => write!(f, "{METHOD_REQUEST}body{path}"),
            Self::Common(source) => source.fmt(f),
        }
    }
}

impl fmt::Display for IntegrationResponseSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(name) => write!(f, "{INTEGRATION_RESPONSE}header.{name}"),
            Self::MultiValueHeader(name) => write!(f, "{INTEGRATION_RESPONSE}multivalueheader.{name}"),
            Self::Body(path) => write!(f, "{INTEGRATION_RESPONSE}body{path}"),
            Self::Common(source) => source.fmt(f),
        }
    }
}

impl fmt::Display for GatewayResponseSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for CommonSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Context(name, dollar) => write!(f, "{dollar}context.{name}"),
            Self::StageVariable(name, dollar) => write!(f, "{dollar}stageVariables.{name}"),
            Self::Static(text) => write!(f, "'{text}'"),
        }
    }
}

impl fmt::Display for Dollar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => "",
            Self::Present => "$",
        })
    }
}

/// The name at the end of whatever expression `text` is.
pub(super) fn any_name(text: &str) -> Option<&str> {
    let response = || integration_response_source(text).ok().and_then(|source| source.name());
    method_request_source(text).ok().and_then(|source| source.name()).or_else(response)
}

fn common(text: &str) -> Result<Option<CommonSource<'_>>, FormatError> {
    if let Some(value) = static_value(text) {
        return Ok(Some(CommonSource::Static(value)));
    }
    let (expression, dollar) = match text.strip_prefix('$') {
        Some(expression) => (expression, Dollar::Present),
        None => (text, Dollar::Absent),
    };
    let named = |name: &str| check_name(name).map_err(|error| error.shifted(text.len() - name.len()));
    if let Some(name) = expression.strip_prefix("context.") {
        return named(name).map(|()| Some(CommonSource::Context(name, dollar)));
    }
    if let Some(name) = expression.strip_prefix("stageVariables.") {
        return named(name).map(|()| Some(CommonSource::StageVariable(name, dollar)));
    }
    Ok(None)
}

/// The JSONPath after `body`, as written: nothing, or at least one character after its dot or bracket.
fn body<'a>(path: &'a str, text: &str) -> Result<&'a str, FormatError> {
    if path.len() == 1 {
        return Err(FormatError::new(text.len(), "the JSONPath after `body.` is missing; add it, or remove the dot"));
    }
    Ok(path)
}
