//! Calls that end before their response: the types of gateway responses.

use std::fmt;

use crate::http::{Headers, Response};

/// Why a call ends before its response, by the type of gateway response that answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// No resource, or no method of it.
    MissingAuthenticationToken,
    /// The body does not fit its model.
    BadRequestBody,
    /// Required parameters are missing: their names.
    BadRequestParameters(Vec<String>),
    /// A mapping looks into a body that is not JSON.
    InvalidJson,
    /// No template for the media type, where one is needed.
    UnsupportedMediaType,
    /// The API is set up wrongly: what the log says.
    Configuration(String),
    /// The function did not answer as a proxy integration needs: what the log says.
    MalformedProxyResponse(String),
    /// The backend cannot be reached.
    IntegrationFailure,
    /// The backend did not answer in time.
    IntegrationTimeout,
    /// The authorizer denies the call; whether by a statement of its policy.
    AccessDenied(bool),
    /// The authorizer does not know the caller.
    Unauthorized,
    /// The token of the caller is no longer valid.
    TokenExpired,
    /// The authorizer fails, or its answer is none.
    AuthorizerConfiguration,
    /// The call has no API key that is in a usage plan of the stage.
    InvalidApiKey,
    /// There are too many calls.
    Throttled,
    /// The quota of the usage plan is used up.
    QuotaExceeded,
    /// The body of the request is too long.
    RequestTooLarge,
}

impl Fault {
    /// The status code of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::MissingAuthenticationToken | Self::AccessDenied(_) | Self::InvalidApiKey => 403,
            Self::BadRequestBody | Self::BadRequestParameters(_) | Self::InvalidJson => 400,
            Self::UnsupportedMediaType => 415,
            Self::Configuration(_) | Self::AuthorizerConfiguration => 500,
            Self::MalformedProxyResponse(_) => 502,
            Self::IntegrationFailure | Self::IntegrationTimeout => 504,
            Self::Unauthorized | Self::TokenExpired => 401,
            Self::Throttled | Self::QuotaExceeded => 429,
            Self::RequestTooLarge => 413,
        }
    }

    /// The type of gateway response that answers it.
    pub fn response_type(&self) -> &'static str {
        match self {
            Self::MissingAuthenticationToken => "MISSING_AUTHENTICATION_TOKEN",
            Self::BadRequestBody | Self::InvalidJson => "BAD_REQUEST_BODY",
            Self::BadRequestParameters(_) => "BAD_REQUEST_PARAMETERS",
            Self::UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
            Self::Configuration(_) => "API_CONFIGURATION_ERROR",
            Self::MalformedProxyResponse(_) => "DEFAULT_5XX",
            Self::IntegrationFailure => "INTEGRATION_FAILURE",
            Self::IntegrationTimeout => "INTEGRATION_TIMEOUT",
            Self::AccessDenied(_) => "ACCESS_DENIED",
            Self::Unauthorized | Self::TokenExpired => "UNAUTHORIZED",
            Self::InvalidApiKey => "INVALID_API_KEY",
            Self::Throttled => "THROTTLED",
            Self::QuotaExceeded => "QUOTA_EXCEEDED",
            Self::RequestTooLarge => "REQUEST_TOO_LARGE",
            Self::AuthorizerConfiguration => "AUTHORIZER_CONFIGURATION_ERROR",
        }
    }

    /// What `$context.error.message` gives.
    pub fn message(&self) -> String {
        let text = match self {
            Self::MissingAuthenticationToken => "Missing Authentication Token",
            Self::BadRequestBody => "Invalid request body",
            Self::BadRequestParameters(names) => {
                return format!("Missing required request parameters: [{}]", names.join(", "));
            }
            Self::InvalidJson => "Invalid JSON in request body",
            Self::UnsupportedMediaType => "Unsupported Media Type",
            Self::Configuration(_) | Self::MalformedProxyResponse(_) => "Internal server error",
            Self::IntegrationFailure => "Network error communicating with endpoint",
            Self::IntegrationTimeout => "Endpoint request timed out",
            Self::Unauthorized => "Unauthorized",
            Self::TokenExpired => "The incoming token has expired",
            Self::InvalidApiKey => "Forbidden",
            Self::Throttled => "Too Many Requests",
            Self::QuotaExceeded => "Limit Exceeded",
            Self::RequestTooLarge => "Request Too Long",
            Self::AccessDenied(false) => "User is not authorized to access this resource",
            Self::AccessDenied(true) => "User is not authorized to access this resource with an explicit deny",
            Self::AuthorizerConfiguration => "null",
        };
        text.to_owned()
    }

    /// The body of the default answer.
    fn body(&self) -> String {
        let message = self.message();
        match self {
            Self::AuthorizerConfiguration => "{\"message\":null}".to_owned(),
            Self::AccessDenied(_) => format!("{{\"Message\":\"{message}\"}}"),
            Self::MissingAuthenticationToken
            | Self::Unauthorized
            | Self::TokenExpired
            | Self::InvalidApiKey
            | Self::Throttled
            | Self::QuotaExceeded
            | Self::RequestTooLarge
            | Self::UnsupportedMediaType => {
                format!("{{\"message\":\"{message}\"}}")
            }
            _ => format!("{{\"message\": \"{message}\"}}"),
        }
    }

    /// The value of `x-amzn-ErrorType`.
    pub fn error_type(&self) -> &'static str {
        match self {
            Self::MissingAuthenticationToken => "MissingAuthenticationTokenException",
            Self::BadRequestBody | Self::BadRequestParameters(_) | Self::InvalidJson | Self::UnsupportedMediaType => {
                "BadRequestException"
            }
            Self::Configuration(_)
            | Self::MalformedProxyResponse(_)
            | Self::IntegrationFailure
            | Self::IntegrationTimeout => "InternalServerErrorException",
            Self::AccessDenied(_) => "AccessDeniedException",
            Self::Unauthorized | Self::TokenExpired => "UnauthorizedException",
            Self::InvalidApiKey => "ForbiddenException",
            Self::Throttled => "TooManyRequestsException",
            Self::QuotaExceeded => "LimitExceededException",
            Self::RequestTooLarge => "RequestTooLargeException",
            Self::AuthorizerConfiguration => "AuthorizerConfigurationException",
        }
    }

    /// What the log says, where it says more than the status.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Configuration(reason) => Some(format!("Execution failed due to configuration error: {reason}")),
            Self::MalformedProxyResponse(reason) => {
                Some(format!("Execution failed due to configuration error: {reason}"))
            }
            Self::IntegrationFailure => {
                Some("Execution failed due to a network error communicating with endpoint".to_owned())
            }
            Self::IntegrationTimeout => Some("Execution failed due to a timeout error".to_owned()),
            _ => None,
        }
    }

    /// The default gateway response.
    pub fn response(&self) -> Response {
        let headers = [("Content-Type", "application/json"), ("x-amzn-ErrorType", self.error_type())];
        Response {
            status: self.status(),
            headers: headers.into_iter().collect::<Headers>(),
            body: self.body().into_bytes(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "API Gateway answers with status {}: {}",
            self.status(),
            self.reason().unwrap_or_else(|| self.message())
        )
    }
}

impl std::error::Error for Fault {}
