//! What can follow the beginning of a string, so that a string of which the rest cannot be seen is refused only if no
//! rest makes it right.

use super::error::FormatResult;
use super::list::Format;

/// An invocation of a function, an action, and a path of another service, in the shortest forms that have every part.
const URIS: [&str; 3] = [
    "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations",
    "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/f/response-streaming-invocations",
    "arn:aws:apigateway:us-east-1:s.firehose:action/PutRecord",
];

const STAGE_VARIABLE: &str = "${stageVariables.x}";

const COMMON_SOURCES: [&str; 5] = ["'x'", "context.x", "$context.x", "stageVariables.x", "$stageVariables.x"];

const METHOD_SOURCES: [&str; 6] = [
    "method.request.path.x",
    "method.request.querystring.x",
    "method.request.header.x",
    "method.request.multivaluequerystring.x",
    "method.request.multivalueheader.x",
    "method.request.body.x",
];

const RESPONSE_SOURCES: [&str; 3] =
    ["integration.response.header.x", "integration.response.multivalueheader.x", "integration.response.body.x"];

const INTEGRATION_KEYS: [&str; 3] =
    ["integration.request.path.x", "integration.request.querystring.x", "integration.request.header.x"];

const METHOD_KEYS: [&str; 3] = ["method.request.path.x", "method.request.querystring.x", "method.request.header.x"];

const GATEWAY_KEYS: [&str; 3] = ["gatewayresponse.header.x", "gatewayresponse.path.x", "gatewayresponse.querystring.x"];

impl Format {
    /// Strings of the format that together have every form of it. Whatever has the format begins so that the end of one
    /// of them can follow; a property test of the grammars holds it. None for formats that are not checked partly.
    fn samples(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::HttpUrl | Self::StandardPort => &[&["https://u@host:443/x"]],
            Self::Arn
            | Self::ApiGatewayArn
            | Self::IntegrationUri
            | Self::LambdaIntegrationUri
            | Self::LambdaInvocationUri
            | Self::ProxyIntegrationUri
            | Self::BufferedInvocationUri
            | Self::StreamingInvocationUri
            | Self::AuthorizerUri => &[&URIS],
            Self::RoleArn => &[&["arn:aws:iam::111111111111:role/x", STAGE_VARIABLE]],
            Self::IntegrationRequestKey => &[&INTEGRATION_KEYS],
            Self::MethodRequestParameter => &[&METHOD_KEYS],
            Self::MethodResponseHeader => &[&["method.response.header.x"]],
            Self::GatewayResponseKey => &[&GATEWAY_KEYS],
            Self::CacheKeyParameter => &[&METHOD_SOURCES, &INTEGRATION_KEYS],
            Self::MethodRequestSource | Self::GatewayResponseSource | Self::IdentitySource => {
                &[&METHOD_SOURCES, &COMMON_SOURCES]
            }
            Self::MethodRequestReference => &[&METHOD_SOURCES],
            Self::IntegrationResponseSource => &[&RESPONSE_SOURCES, &COMMON_SOURCES],
            Self::StatusCode => &[&["100"]],
            Self::ResourcePathPart => &[&["{x+}", "{x}", "x"]],
            Self::StageName | Self::StageVariableName | Self::ModelName => &[&["x"]],
            Self::AuthorizationType => &[&["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"]],
            Self::AuthorizerAuthorization => &[&["CUSTOM", "COGNITO_USER_POOLS"]],
            _ => &[],
        }
    }

    /// Whether a string of which parts are known can be checked.
    pub(crate) fn can_check_partly(self) -> bool {
        !self.samples().is_empty()
    }

    /// Whether a string that begins with `text` can have the format.
    ///
    /// # Errors
    /// Why the beginning alone rules it out.
    pub(crate) fn check_beginning(self, text: &str) -> FormatResult {
        let can_end = |text: &str| {
            let mut samples = self.samples().iter().copied().flatten();
            samples.any(|sample| ends(sample).any(|end| self.accepts(&format!("{text}{end}"))))
        };
        // The text may end within a stage variable.
        let can_end_later = || ends(STAGE_VARIABLE).any(|end| can_end(&format!("{text}{end}")));
        if can_end(text) || (text.contains(['$', '{']) && can_end_later()) { Ok(()) } else { self.check(text) }
    }
}

/// The ends of a string, the whole and the empty one included.
fn ends(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts.filter_map(|at| text.get(at..))
}
