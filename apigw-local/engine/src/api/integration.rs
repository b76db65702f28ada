//! The integration of a method.

use std::fmt;
use std::time::Duration;

use indexmap::IndexMap;
use serde_json::Value;

/// An integration, with its responses.
///
/// ```
/// use apigw_engine::api::Integration;
/// use serde_json::json;
///
/// let integration = Integration::from_json(&json!({
///     "type": "MOCK",
///     "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
/// }))?;
/// # assert_eq!(integration.request_templates.len(), 1);
/// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
/// ```
#[derive(Debug, Clone)]
pub struct Integration {
    /// What is called.
    pub kind: IntegrationType,
    /// The method of HTTP that is sent; without one, that of the caller.
    pub http_method: Option<String>,
    /// Where it is sent.
    pub uri: Option<String>,
    /// The parameter map of the request.
    pub request_parameters: IndexMap<String, String>,
    /// The templates of the request, by media type.
    pub request_templates: IndexMap<String, String>,
    /// What happens to a body that has no template.
    pub passthrough: Passthrough,
    /// What the body is converted to.
    pub content_handling: Option<ContentHandling>,
    /// How long the backend may take.
    pub timeout: Duration,
    /// The responses, in the order in which they are tried.
    pub responses: Vec<ResponseMapping>,
    /// What the service would not accept in the definition. Calls end with status 500.
    pub invalid: Option<InvalidDefinition>,
}

/// How long a backend may take by default.
const TIMEOUT: Duration = Duration::from_secs(29);

/// A response of an integration.
#[derive(Debug, Clone, Default)]
pub struct ResponseMapping {
    /// The status of the method's response.
    pub status: u16,
    /// The regular expression that the whole status or error message has to match. The default response has none.
    pub selection_pattern: Option<String>,
    /// The parameter map of the response.
    pub response_parameters: IndexMap<String, String>,
    /// The templates of the response, by media type.
    pub response_templates: IndexMap<String, String>,
    /// What the body is converted to.
    pub content_handling: Option<ContentHandling>,
    /// What the service would not accept in the definition. Calls of the integration end with status 500.
    pub invalid: Option<InvalidDefinition>,
}

/// What an integration calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntegrationType {
    /// A service of AWS, with templates and mappings.
    Aws,
    /// A function, which gets the request and gives the response.
    AwsProxy,
    /// An HTTP endpoint, with templates and mappings.
    Http,
    /// An HTTP endpoint, which gets the request and gives the response.
    HttpProxy,
    /// Nothing.
    Mock,
}

/// What happens to a body that has no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Passthrough {
    /// It is sent as it is.
    #[default]
    WhenNoMatch,
    /// It is sent as it is if there are no templates at all.
    WhenNoTemplates,
    /// The call is answered with status 415.
    Never,
}

/// What a body is converted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentHandling {
    /// Bytes.
    ToBinary,
    /// Text.
    ToText,
}

/// A definition that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidDefinition(String);

impl fmt::Display for InvalidDefinition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidDefinition {}

impl Integration {
    /// Reads an integration as the service's API has it: the members of a put-integration request, or of the
    /// integration in a get-method answer, whose responses are read with it.
    ///
    /// # Errors
    /// The type, the passthrough behavior or the content handling has none of its values.
    pub fn from_json(value: &Value) -> Result<Self, InvalidDefinition> {
        let kind = match text(value, "type").as_deref() {
            Some("AWS") => IntegrationType::Aws,
            Some("AWS_PROXY") => IntegrationType::AwsProxy,
            Some("HTTP") => IntegrationType::Http,
            Some("HTTP_PROXY") => IntegrationType::HttpProxy,
            Some("MOCK") => IntegrationType::Mock,
            other => return invalid("type", other, "AWS, AWS_PROXY, HTTP, HTTP_PROXY or MOCK"),
        };
        let passthrough = match text(value, "passthroughBehavior").as_deref() {
            None | Some("WHEN_NO_MATCH") => Passthrough::WhenNoMatch,
            Some("WHEN_NO_TEMPLATES") => Passthrough::WhenNoTemplates,
            Some("NEVER") => Passthrough::Never,
            other => return invalid("passthroughBehavior", other, "WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER"),
        };
        let responses = value.get("integrationResponses").and_then(Value::as_object);
        let responses = responses.into_iter().flat_map(|responses| responses.values());

        Ok(Self {
            kind,
            http_method: own_method(value),
            uri: text(value, "uri"),
            request_parameters: texts(value, "requestParameters"),
            request_templates: texts(value, "requestTemplates"),
            passthrough,
            content_handling: content_handling(value)?,
            timeout: value.get("timeoutInMillis").and_then(Value::as_u64).map_or(TIMEOUT, Duration::from_millis),
            responses: responses.map(ResponseMapping::from_json).collect::<Result<_, _>>()?,
            invalid: None,
        })
    }

    /// What the service would not accept in the integration or in its responses.
    pub(crate) fn first_invalid(&self) -> Option<&InvalidDefinition> {
        let of_responses = || self.responses.iter().find_map(|response| response.invalid.as_ref());
        self.invalid.as_ref().or_else(of_responses)
    }

    /// Reads an integration as [`from_json`](Self::from_json) does; if it cannot be read, its calls say so.
    #[cfg(feature = "model")]
    pub(super) fn from_json_or_invalid(value: &Value) -> Self {
        Self::from_json(value).unwrap_or_else(|invalid| Self {
            kind: IntegrationType::Mock,
            http_method: None,
            uri: None,
            request_parameters: IndexMap::new(),
            request_templates: IndexMap::new(),
            passthrough: Passthrough::default(),
            content_handling: None,
            timeout: TIMEOUT,
            responses: Vec::new(),
            invalid: Some(invalid),
        })
    }

    /// Adds a response.
    #[must_use]
    pub fn with_response(mut self, response: impl Into<ResponseMapping>) -> Self {
        self.responses.push(response.into());
        self
    }
}

impl ResponseMapping {
    /// Reads a response as the service's API has it.
    ///
    /// # Errors
    /// The status code is none, or the content handling has none of its values.
    pub fn from_json(value: &Value) -> Result<Self, InvalidDefinition> {
        let status = text(value, "statusCode");
        let Some(code) = status.as_deref().and_then(|status| status.parse().ok()) else {
            return invalid("statusCode", status.as_deref(), "a number such as 200");
        };
        Ok(Self {
            status: code,
            selection_pattern: text(value, "selectionPattern"),
            response_parameters: texts(value, "responseParameters"),
            response_templates: texts(value, "responseTemplates"),
            content_handling: content_handling(value)?,
            invalid: None,
        })
    }

    /// Reads a response as [`from_json`](Self::from_json) does; if it cannot be read, calls of its integration say so.
    #[cfg(feature = "model")]
    pub(super) fn from_json_or_invalid(value: &Value) -> Self {
        Self::from_json(value).unwrap_or_else(|invalid| Self { invalid: Some(invalid), ..Self::default() })
    }
}

/// The method of HTTP that is sent. In a request that names the resource, `httpMethod` is that of the caller.
fn own_method(value: &Value) -> Option<String> {
    let is_answer = value.get("resourceId").is_none();
    text(value, "integrationHttpMethod").or_else(|| text(value, "httpMethod").filter(|_| is_answer))
}

fn content_handling(value: &Value) -> Result<Option<ContentHandling>, InvalidDefinition> {
    match text(value, "contentHandling").as_deref() {
        None => Ok(None),
        Some("CONVERT_TO_BINARY") => Ok(Some(ContentHandling::ToBinary)),
        Some("CONVERT_TO_TEXT") => Ok(Some(ContentHandling::ToText)),
        other => invalid("contentHandling", other, "CONVERT_TO_BINARY or CONVERT_TO_TEXT"),
    }
}

pub(super) fn invalid<T>(member: &str, found: Option<&str>, expected: &str) -> Result<T, InvalidDefinition> {
    let found = found.map_or_else(|| "missing".to_owned(), |found| format!("{found:?}"));
    Err(InvalidDefinition(format!("`{member}` is {found}; write {expected}")))
}

pub(super) fn text(value: &Value, member: &str) -> Option<String> {
    value.get(member).and_then(Value::as_str).map(str::to_owned)
}

/// A map of strings; null stands for the empty string, as in the service's answers.
fn texts(value: &Value, member: &str) -> IndexMap<String, String> {
    let members = value.get(member).and_then(Value::as_object);
    let entry = |(name, value): (&String, &Value)| (name.clone(), value.as_str().unwrap_or("").to_owned());
    members.into_iter().flatten().map(entry).collect()
}
