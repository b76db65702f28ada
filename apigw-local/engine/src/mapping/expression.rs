//! The expressions of parameter maps, as the rules read them.

use std::fmt;

use apigw_spec::format::mapping::{
    CommonSource, IntegrationResponseSource, Location, MethodRequestSource, integration_response_source,
    method_request_source,
};
use indexmap::IndexMap;

use super::context::Context;
use super::parameters::Parameters;
use crate::java::display::{push_json, push_text};
use crate::java::value::Value;
use crate::{json, jsonpath};

/// Why a parameter cannot be mapped.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingError {
    /// The expression has none of the forms.
    Expression(String),
    /// A part of the body is mapped, but the body is no JSON.
    Body,
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expression(message) => f.write_str(message),
            Self::Body => f.write_str("the body is not JSON; map it as a whole, or send JSON"),
        }
    }
}

impl std::error::Error for MappingError {}

/// Where the values of mapping expressions come from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The parameters of the method's request, or the headers of the backend's answer.
    pub parameters: &'a Parameters,
    /// The body of either.
    pub body: &'a str,
    /// The variables of the call.
    pub context: &'a Context,
    /// The variables of the stage.
    pub stage_variables: &'a IndexMap<String, String>,
}

/// Whose expressions are evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `method.request.…`, which fills the integration's request.
    MethodRequest,
    /// `integration.response.…`, which fills the method's response.
    BackendResponse,
}

impl Sources<'_> {
    /// The value of an expression; nothing if what it names is missing or empty, in which case the service maps nothing.
    ///
    /// # Errors
    /// The text is no expression, or it looks into a body that is not JSON.
    ///
    /// ```
    /// use apigw_engine::{Context, Parameters, Source, Sources};
    ///
    /// let parameters = Parameters::new().query("tag", "a").query("tag", "b");
    /// let sources = Sources { parameters: &parameters, body: "{}", context: &Context::default(), stage_variables: &Default::default() };
    /// let value = |text| sources.evaluate(Source::MethodRequest, text).unwrap();
    /// assert_eq!(value("method.request.querystring.tag").as_deref(), Some("b"));
    /// assert_eq!(value("method.request.multivaluequerystring.tag").as_deref(), Some("a,b"));
    /// assert_eq!(value("method.request.header.none"), None);
    /// assert_eq!(value("'fixed'").as_deref(), Some("fixed"));
    /// ```
    pub fn evaluate(&self, source: Source, expression: &str) -> Result<Option<String>, MappingError> {
        self.evaluate_all(source, expression).map(|values| {
            let joined = values.join(",");
            Some(joined).filter(|value| !value.is_empty())
        })
    }

    /// The values of an expression, one by one.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate).
    pub fn evaluate_all(&self, source: Source, expression: &str) -> Result<Vec<String>, MappingError> {
        let wrong = |error: apigw_spec::format::FormatError| MappingError::Expression(error.to_string());
        Ok(match source {
            Source::MethodRequest => match method_request_source(expression).map_err(wrong)? {
                MethodRequestSource::Parameter(location, name) => self.parameter(location, name, false),
                MethodRequestSource::MultiValueParameter(location, name) => self.parameter(location, name, true),
                MethodRequestSource::Body(path) => self.body(path)?,
                MethodRequestSource::Common(common) => self.common(common),
                #[allow(unreachable_patterns, reason = "the forms may grow")]
                _ => Vec::new(),
            },
            Source::BackendResponse => match integration_response_source(expression).map_err(wrong)? {
                IntegrationResponseSource::Header(name) => self.header(name, false),
                IntegrationResponseSource::MultiValueHeader(name) => self.header(name, true),
                IntegrationResponseSource::Body(path) => self.body(path)?,
                IntegrationResponseSource::Common(common) => self.common(common),
                #[allow(unreachable_patterns, reason = "the forms may grow")]
                _ => Vec::new(),
            },
        })
    }

    fn parameter(&self, location: Location, name: &str, all: bool) -> Vec<String> {
        match location {
            Location::Path => self.parameters.paths().get(name).cloned().into_iter().collect(),
            Location::QueryString => pick(self.parameters.queries().get(name), all),
            Location::Header => self.header(name, all),
            #[allow(unreachable_patterns, reason = "the locations may grow")]
            _ => Vec::new(),
        }
    }

    /// The values of a header, whose name is compared without case.
    fn header(&self, name: &str, all: bool) -> Vec<String> {
        let mut found = self.parameters.headers().iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        pick(found.next().map(|(_, values)| values), all)
    }

    fn common(&self, source: CommonSource<'_>) -> Vec<String> {
        let value = match source {
            CommonSource::Context(name, _) => self.context.get(name),
            CommonSource::StageVariable(name, _) => self.stage_variables.get(name).cloned(),
            CommonSource::Static(text) => Some(text.to_owned()),
            #[allow(unreachable_patterns, reason = "the forms may grow")]
            _ => None,
        };
        value.into_iter().collect()
    }

    fn body(&self, path: &str) -> Result<Vec<String>, MappingError> {
        if path.is_empty() {
            return Ok(vec![self.body.to_owned()]);
        }
        let body = if self.body.is_empty() { "{}" } else { self.body };
        let document = json::read(&body.into()).map_err(|_| MappingError::Body)?.value();
        let path = path.strip_prefix('.').unwrap_or(path);
        let value = jsonpath::read(path, &document).unwrap_or_default();
        let mut text = String::new();
        let printed = match &value {
            Value::Null => Ok(()),
            Value::Map(_) | Value::List(_) => push_json(&value, &mut text, &mut |_, _| Ok(())),
            value => push_text(value, &mut text, &mut |_, _| Ok(())),
        };
        Ok(if printed.is_ok() && !value.is_null() { vec![text] } else { Vec::new() })
    }
}

fn pick(values: Option<&Vec<String>>, all: bool) -> Vec<String> {
    let Some(values) = values else { return Vec::new() };
    if all { values.clone() } else { values.last().cloned().into_iter().collect() }
}
