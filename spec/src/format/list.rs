//! The closed list of formats, by the names that rules use.

use super::error::{FormatError, FormatResult};
use super::{
    arn, authorizer, content_type, documents, http_url, integration_uri, java_regex, json_pointer, mapping, names,
    partition, placeholder, resource_path_part, role_arn, status_code, structured, velocity,
};

impl Format {
    /// Whether `text` has the format. Where many sound requests have a string that has it not, the reason is not put into
    /// words.
    pub fn accepts(self, text: &str) -> bool {
        match self {
            Self::AuthorizerAuthorization => names::is_authorizer_authorization(text),
            Self::LambdaIntegrationUri => integration_uri::parse(text).is_ok_and(|uri| uri.may_be_lambda()),
            Self::LambdaInvocationUri => integration_uri::parse(text).is_ok_and(|uri| uri.may_invoke_function()),
            _ => self.check(text).is_ok(),
        }
    }
}

macro_rules! formats {
    ($( #[doc = $about:literal] $variant:ident $name:literal => $check:expr; )*) => {
        /// A format that rules can demand of a string, or make a condition of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Format { $( #[doc = $about] $variant, )* }

        impl Format {
            /// Every format, in the order of [`Self::NAMES`].
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];

            /// The names of the formats as rules write them.
            pub const NAMES: &'static [&'static str] = &[ $( $name, )* ];

            /// The name of the format as rules write it.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )* }
            }

            /// What the format is: a phrase, and in some cases a further sentence.
            pub const fn about(self) -> &'static str {
                match self { $( Self::$variant => $about.trim_ascii(), )* }
            }

            /// The format that rules call `name`.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $( $name => Some(Self::$variant), )* _ => None }
            }

            /// Whether `text` has the format.
            ///
            /// # Errors
            /// Why not, and where.
            pub fn check(self, text: &str) -> FormatResult {
                match self { $( Self::$variant => $check(text), )* }
            }
        }
    };
}

formats! {
    /// An `http://` or `https://` URL, with `{placeholders}` and stage variables after the scheme.
    HttpUrl "httpUrl" => http_url::check;
    /// A URL without a port, or with port 80, 443 or 1024 to 65535. A string that is not a URL passes.
    StandardPort "standardPort" => http_url::check_standard_port;
    /// A string with a stage variable, which cannot be checked before a stage supplies the value.
    StageVariable "stageVariable" => stage_variable;
    /// An ARN: six fields separated by colons, with a partition that begins with `aws`.
    Arn "arn" => |text| arn::parse(text).map(drop);
    /// The ARN of a load balancer or listener, or a string with a stage variable.
    LoadBalancerArn "loadBalancerArn" => arn::check_load_balancer;
    /// An ARN whose sixth field begins with `path/` or `action/`.
    IntegrationUri "integrationUri" => |text| Ok(integration_uri::parse(text).map(drop)?);
    /// An integration URI whose third field is `apigateway`. A string that is not an integration URI passes.
    ApiGatewayArn "apiGatewayArn" => integration_uri::check_api_gateway;
    /// An integration URI with the partition of its region. A string that is not an integration URI passes.
    PartitionOfRegion "partitionOfRegion" => partition::check;
    /// An integration URI whose service is or may be Lambda.
    LambdaIntegrationUri "lambdaIntegrationUri" => integration_uri::check_lambda;
    /// An integration URI of a service other than Lambda.
    NonLambdaIntegrationUri "nonLambdaIntegrationUri" => integration_uri::check_not_lambda;
    /// An integration URI that invokes or may invoke a Lambda function.
    LambdaInvocationUri "lambdaInvocationUri" => integration_uri::check_lambda_invocation;
    /// An integration URI that invokes a function without streaming: `…/2015-03-31/functions/{ARN}/invocations`.
    BufferedInvocationUri "bufferedInvocationUri" => integration_uri::check_buffered_invocation;
    /// An integration URI that streams: `…/2021-11-15/functions/{ARN}/response-streaming-invocations`.
    StreamingInvocationUri "streamingInvocationUri" => integration_uri::check_streaming_invocation;
    /// An integration URI that the type `AWS_PROXY` supports.
    ProxyIntegrationUri "proxyIntegrationUri" => integration_uri::check_proxy;
    /// An invocation URI: `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{ARN}/invocations`.
    AuthorizerUri "authorizerUri" => integration_uri::check_authorizer;
    /// An ARN, an empty string, or a string with a stage variable.
    RoleArn "roleArn" => |text| role_arn::parse(text).map(drop);
    /// The ARN of an IAM role, `arn:aws:iam::*:user/*`, an empty string, or a string with a stage variable.
    DocumentedCredentials "documentedCredentials" => role_arn::check_documented;
    /// A string of the form `integration.request.{path|querystring|header}.NAME`.
    IntegrationRequestKey "integrationRequestKey" => |text| mapping::integration_request_key(text).map(drop);
    /// A mapping expression (`method.request.…`, `context.…`, `stageVariables.…`) or a static value in single quotes.
    MethodRequestSource "methodRequestSource" => |text| mapping::method_request_source(text).map(drop);
    /// A mapping expression of a method request parameter (`method.request.…`).
    MethodRequestReference "methodRequestReference" => mapping::check_method_reference;
    /// A string of the form `method.request.{path|querystring|header}.NAME`.
    MethodRequestParameter "methodRequestParameter" => |text| mapping::method_request_parameter(text).map(drop);
    /// A string of the form `method.response.header.NAME`.
    MethodResponseHeader "methodResponseHeader" => |text| mapping::method_response_header(text).map(drop);
    /// A mapping expression (`integration.response.…`, `context.…`, `stageVariables.…`) or a static value in single quotes.
    IntegrationResponseSource "integrationResponseSource" => |text| mapping::integration_response_source(text).map(drop);
    /// A string of the form `gatewayresponse.{header|path|querystring}.NAME`.
    GatewayResponseKey "gatewayResponseKey" => |text| mapping::gateway_response_key(text).map(drop);
    /// A mapping expression (`method.request.…`, `context.…`, `stageVariables.…`) or a static value in single quotes.
    GatewayResponseSource "gatewayResponseSource" => |text| mapping::gateway_response_source(text).map(drop);
    /// A `method.request.…` or `integration.request.…` parameter.
    CacheKeyParameter "cacheKeyParameter" => mapping::check_cache_key;
    /// A parameter whose name consists of letters, digits and `._$-`. Other strings pass.
    DocumentedParameterName "documentedParameterName" => mapping::check_documented_name;
    /// A key other than the headers `Content-Length` and `Transfer-Encoding`.
    SafeHeaderKey "safeHeaderKey" => mapping::check_safe_header;
    /// A key other than a header that makes every call of a service fail, such as `Authorization` or `TE`.
    SafeAwsHeaderKey "safeAwsHeaderKey" => mapping::check_safe_aws_header;
    /// A content type with a slash, or `$default`.
    ContentType "contentType" => |text| content_type::parse(text).map(drop);
    /// A patch path.
    JsonPointer "jsonPointer" => |text| json_pointer::parse(text).map(drop);
    /// A status code from 100 to 599.
    StatusCode "statusCode" => |text| status_code::parse(text).map(drop);
    /// A status code from 100 to 599, `*`, or a blank string.
    DocumentedStatusCode "documentedStatusCode" => |text| status_code::parse_documented(text).map(drop);
    /// A valid Java regular expression.
    JavaRegex "javaRegex" => |text| java_regex::parse(text).map(drop);
    /// A mapping template without errors.
    VelocityTemplate "velocityTemplate" => velocity::check;
    /// A request template that sets `statusCode`.
    MockRequestTemplate "mockRequestTemplate" => velocity::check_mock_request;
    /// A mapping template of at most 300 KB.
    TemplateSize "templateSize" => names::check_template_size;
    /// A path part: a literal segment, `{name}` or `{name+}`.
    ResourcePathPart "resourcePathPart" => |text| resource_path_part::parse(text).map(drop);
    /// A path part that is a variable, greedy or not.
    VariablePathPart "variablePathPart" => resource_path_part::check_variable;
    /// A path part that is a greedy variable.
    GreedyPathPart "greedyPathPart" => resource_path_part::check_greedy;
    /// A stage name: letters, digits, `-` and `_`, at most 128 characters.
    StageName "stageName" => names::check_stage_name;
    /// A stage variable name: letters, digits and `_`, at most 64 characters.
    StageVariableName "stageVariableName" => names::check_stage_variable_name;
    /// A stage variable value: letters, digits and `-._~:/?#&=,`, at most 512 characters.
    StageVariableValue "stageVariableValue" => names::check_stage_variable_value;
    /// A model name: letters and digits.
    ModelName "modelName" => names::check_model_name;
    /// An API key value: 20 to 128 characters.
    ApiKeyValue "apiKeyValue" => names::check_api_key_value;
    /// A stage of an API in the form `{restApiId}:{stage}`.
    ApiStage "apiStage" => |text| names::api_stage(text).map(drop);
    /// An authorization type: `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`, in any letter case.
    AuthorizationType "authorizationType" => names::check_authorization_type;
    /// An authorization type that needs an authorizer: `CUSTOM` or `COGNITO_USER_POOLS`, in any letter case.
    AuthorizerAuthorization "authorizerAuthorization" => names::check_authorizer_authorization;
    /// A comma-separated list of `method.request.…`, `context.…` and `stageVariables.…` expressions.
    IdentitySource "identitySource" => authorizer::check;
    /// A string of the form `method.request.header.NAME`.
    TokenIdentitySource "tokenIdentitySource" => authorizer::check_token_source;
    /// A number from 0 to 10485760, or an empty string.
    MinimumCompressionSize "minimumCompressionSize" => names::check_minimum_compression_size;
    /// A JSON or YAML document.
    StructuredDocument "structuredDocument" => structured::check;
    /// A JSON object.
    JsonObject "jsonObject" => documents::check_object;
    /// A policy: a JSON object with a `Statement`, or an empty string.
    PolicyDocument "policyDocument" => documents::check_policy;
    /// A JSON Schema whose types exist and whose references begin with `#` or are URLs.
    ModelSchema "modelSchema" => documents::check_model_schema;
    /// An OpenAPI document, which has `openapi` or `swagger` at its top.
    OpenApiDocument "openApiDocument" => documents::check_open_api;
    /// The JSON of an OpenAPI document, as far as the integrations in it have the right types.
    OpenApiIntegrations "openApiIntegrations" => documents::check_open_api_integrations;
    /// A CSV document whose first line has the columns `name` and `key`.
    ApiKeysDocument "apiKeysDocument" => documents::check_api_keys;
    /// A date, as in `2026-11-29`.
    Date "date" => documents::check_date;
    /// A key of method throttling: `{resource path}/{HTTP method}`.
    ThrottleKey "throttleKey" => names::check_throttle_key;
    /// A tag key: at most 128 characters, and not beginning with `aws:`.
    TagKey "tagKey" => names::check_tag_key;
    /// A URI of an object in Amazon S3: `s3://{bucket}/{key}`.
    ObjectUri "objectUri" => names::check_object_uri;
    /// A domain name without a period at its end.
    RelativeHostName "relativeHostName" => names::check_relative_domain_name;
    /// A domain name: letters, digits, `-`, `.` and `*`.
    HostName "hostName" => names::check_domain_name;
    /// A stage variable value that has no character that is neither documented nor in what the service answers.
    PossibleStageVariableValue "possibleStageVariableValue" => names::check_possible_stage_variable_value;
    /// A mapping expression, or a static value that does not read like one.
    NoQuotedExpression "noQuotedExpression" => mapping::check_no_quoted_expression;
    /// The URL or ARN of some integration, or a string with a stage variable at its beginning.
    AnyIntegrationUri "anyIntegrationUri" => integration_uri::check_any;
    /// A string without line breaks inside.
    SingleLine "singleLine" => names::check_single_line;
    /// A string that is not empty.
    NotEmpty "notEmpty" => names::check_not_empty;
    /// A string that does not consist of white space only.
    NotBlank "notBlank" => names::check_not_blank;
}

fn stage_variable(text: &str) -> FormatResult {
    if placeholder::has_stage_variable(text) {
        return Ok(());
    }
    Err(FormatError::new(text.len(), "this string contains no stage variable; write `${stageVariables.name}`"))
}
