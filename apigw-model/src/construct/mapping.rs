//! Parameter mappings: the keys say what is set, the values where it comes from.

use super::text;

/// Where a parameter of the integration request comes from.
///
/// ```
/// use apigw_model::construct::Mapping;
///
/// assert_eq!(String::from(Mapping::header("X-Trace")), "method.request.header.X-Trace");
/// assert_eq!(String::from(Mapping::constant("v1")), "'v1'");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(String);

/// Which parameter of the integration request a mapping sets.
///
/// ```
/// use apigw_model::construct::RequestParameter;
///
/// assert_eq!(String::from(RequestParameter::path("id")), "integration.request.path.id");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestParameter(String);

/// Where a header of the method response comes from.
///
/// ```
/// use apigw_model::construct::ResponseMapping;
///
/// assert_eq!(String::from(ResponseMapping::body_path("location")), "integration.response.body.location");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseMapping(String);

/// Which header of the method response a mapping sets.
///
/// ```
/// use apigw_model::construct::ResponseParameter;
///
/// assert_eq!(String::from(ResponseParameter::header("Location")), "method.response.header.Location");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseParameter(String);

text!(Mapping);
text!(RequestParameter);
text!(ResponseMapping);
text!(ResponseParameter);

impl Mapping {
    /// A header of the method request.
    pub fn header(name: &str) -> Self {
        Self(format!("method.request.header.{name}"))
    }

    /// All values of a header of the method request.
    pub fn multi_value_header(name: &str) -> Self {
        Self(format!("method.request.multivalueheader.{name}"))
    }

    /// A query parameter of the method request.
    pub fn querystring(name: &str) -> Self {
        Self(format!("method.request.querystring.{name}"))
    }

    /// All values of a query parameter of the method request.
    pub fn multi_value_querystring(name: &str) -> Self {
        Self(format!("method.request.multivaluequerystring.{name}"))
    }

    /// A path parameter of the method request.
    pub fn path(name: &str) -> Self {
        Self(format!("method.request.path.{name}"))
    }

    /// The body of the method request.
    pub fn body() -> Self {
        Self("method.request.body".to_owned())
    }

    /// A part of the body of the method request, as a JSON path without the leading `$.`.
    pub fn body_path(json_path: &str) -> Self {
        Self(format!("method.request.body.{json_path}"))
    }

    /// A variable of `$context`, such as `requestId`.
    pub fn context(variable: &str) -> Self {
        Self(format!("context.{variable}"))
    }

    /// A stage variable.
    pub fn stage_variable(name: &str) -> Self {
        Self(format!("stageVariables.{name}"))
    }

    /// A constant. The single quotes that the service asks for are added.
    pub fn constant(text: &str) -> Self {
        Self(format!("'{text}'"))
    }
}

impl RequestParameter {
    /// A header.
    pub fn header(name: &str) -> Self {
        Self(format!("integration.request.header.{name}"))
    }

    /// A query parameter.
    pub fn querystring(name: &str) -> Self {
        Self(format!("integration.request.querystring.{name}"))
    }

    /// A `{name}` of the URI.
    pub fn path(name: &str) -> Self {
        Self(format!("integration.request.path.{name}"))
    }
}

impl ResponseMapping {
    /// A header of the integration response.
    pub fn header(name: &str) -> Self {
        Self(format!("integration.response.header.{name}"))
    }

    /// All values of a header of the integration response.
    pub fn multi_value_header(name: &str) -> Self {
        Self(format!("integration.response.multivalueheader.{name}"))
    }

    /// The body of the integration response.
    pub fn body() -> Self {
        Self("integration.response.body".to_owned())
    }

    /// A part of the body of the integration response, as a JSON path without the leading `$.`.
    pub fn body_path(json_path: &str) -> Self {
        Self(format!("integration.response.body.{json_path}"))
    }

    /// A variable of `$context`.
    pub fn context(variable: &str) -> Self {
        Self(format!("context.{variable}"))
    }

    /// A stage variable.
    pub fn stage_variable(name: &str) -> Self {
        Self(format!("stageVariables.{name}"))
    }

    /// A constant. The single quotes that the service asks for are added.
    pub fn constant(text: &str) -> Self {
        Self(format!("'{text}'"))
    }
}

impl ResponseParameter {
    /// A header of the method response.
    pub fn header(name: &str) -> Self {
        Self(format!("method.response.header.{name}"))
    }
}
