//! The closed list of formats, by the names that rules use.

use super::error::{Checked, FormatError};
use super::{
    arn, authorizer, content_type, http_url, integration_uri, java_regex, json_pointer, mapping, names, partition,
    placeholder, resource_path_part, role_arn, status_code, structured, velocity,
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
            pub fn check(self, text: &str) -> Checked {
                match self { $( Self::$variant => $check(text), )* }
            }
        }
    };
}

formats! {
    /// An `http://` or `https://` URL, with `{placeholders}` and stage variables after the scheme.
    HttpUrl "httpUrl" => |text| http_url::parse(text).map(drop);
    /// A URL whose port, if it is written as a number, is one that API Gateway connects to. Other strings pass.
    StandardPort "standardPort" => http_url::check_standard_port;
    /// A string that contains a stage variable, so that it cannot be checked before a stage fills it in.
    StageVariable "stageVariable" => stage_variable;
    /// An ARN: six fields, the partition beginning with `aws`.
    Arn "arn" => |text| arn::parse(text).map(drop);
    /// The ARN of a load balancer or listener, or what a stage may turn into one.
    LoadBalancerArn "loadBalancerArn" => arn::check_load_balancer;
    /// An ARN whose sixth field begins `path/` or `action/`.
    IntegrationUri "integrationUri" => |text| Ok(integration_uri::parse(text).map(drop)?);
    /// An integration URI whose third field is `apigateway`. What is no integration URI at all passes.
    ApiGatewayArn "apiGatewayArn" => integration_uri::check_api_gateway;
    /// An integration URI whose partition is that of its region. What is no integration URI at all passes.
    PartitionOfRegion "partitionOfRegion" => partition::check;
    /// An integration URI whose service is, or may become, Lambda.
    LambdaIntegrationUri "lambdaIntegrationUri" => integration_uri::check_lambda;
    /// An integration URI whose service is certainly not Lambda.
    NonLambdaIntegrationUri "nonLambdaIntegrationUri" => integration_uri::check_not_lambda;
    /// An integration URI that invokes a Lambda function, buffered or streamed, or may come to.
    LambdaInvocationUri "lambdaInvocationUri" => integration_uri::check_lambda_invocation;
    /// An integration URI that invokes a Lambda function and waits for the whole response, or may come to.
    BufferedInvocationUri "bufferedInvocationUri" => integration_uri::check_buffered_invocation;
    /// An integration URI that invokes a Lambda function and streams the response, or may come to.
    StreamingInvocationUri "streamingInvocationUri" => integration_uri::check_streaming_invocation;
    /// An integration URI that the type `AWS_PROXY` takes.
    ProxyIntegrationUri "proxyIntegrationUri" => integration_uri::check_proxy;
    /// The URI of a Lambda authorizer.
    AuthorizerUri "authorizerUri" => integration_uri::check_authorizer;
    /// Credentials: nothing, an ARN, or what a stage completes.
    RoleArn "roleArn" => |text| role_arn::parse(text).map(drop);
    /// Credentials of a documented form: nothing, a role of IAM, the caller's identity, or what a stage completes.
    DocumentedCredentials "documentedCredentials" => role_arn::check_documented;
    /// A key of an integration's request parameters.
    IntegrationRequestKey "integrationRequestKey" => |text| mapping::integration_request_key(text).map(drop);
    /// A value of an integration's request parameters.
    MethodRequestSource "methodRequestSource" => |text| mapping::method_request_source(text).map(drop);
    /// A value of an integration's request parameters that refers to a parameter of the method's request.
    MethodRequestReference "methodRequestReference" => mapping::check_method_reference;
    /// A key of a method's request parameters.
    MethodRequestParameter "methodRequestParameter" => |text| mapping::method_request_parameter(text).map(drop);
    /// A key of a method response's or integration response's response parameters.
    MethodResponseHeader "methodResponseHeader" => |text| mapping::method_response_header(text).map(drop);
    /// A value of an integration response's response parameters.
    IntegrationResponseSource "integrationResponseSource" => |text| mapping::integration_response_source(text).map(drop);
    /// A key of a gateway response's response parameters.
    GatewayResponseKey "gatewayResponseKey" => |text| mapping::gateway_response_key(text).map(drop);
    /// A value of a gateway response's response parameters.
    GatewayResponseSource "gatewayResponseSource" => |text| mapping::gateway_response_source(text).map(drop);
    /// An entry of an integration's cache key parameters.
    CacheKeyParameter "cacheKeyParameter" => mapping::check_cache_key;
    /// A mapping key or expression whose name is of the documented class. Other strings pass.
    DocumentedParameterName "documentedParameterName" => mapping::check_documented_name;
    /// A request key that is not a header whose mapping makes every call fail. Other strings pass.
    SafeHeaderKey "safeHeaderKey" => mapping::check_safe_header;
    /// A request key that is not a header whose mapping makes every call of a service fail. Other strings pass.
    SafeAwsHeaderKey "safeAwsHeaderKey" => mapping::check_safe_aws_header;
    /// A content type, or `$default`.
    ContentType "contentType" => |text| content_type::parse(text).map(drop);
    /// A patch path.
    JsonPointer "jsonPointer" => |text| json_pointer::parse(text).map(drop);
    /// A status code.
    StatusCode "statusCode" => |text| status_code::parse(text).map(drop);
    /// The status code of a documentation part: also `*` and blank.
    DocumentedStatusCode "documentedStatusCode" => |text| status_code::parse_documented(text).map(drop);
    /// A regular expression that Java is not certain to refuse.
    JavaRegex "javaRegex" => |text| java_regex::parse(text).map(drop);
    /// A mapping template in which no fault was found.
    VelocityTemplate "velocityTemplate" => velocity::check;
    /// A request template of a MOCK integration from which a status code can be read.
    MockRequestTemplate "mockRequestTemplate" => velocity::check_mock_request;
    /// A mapping template of at most 300 KB.
    TemplateSize "templateSize" => names::check_template_size;
    /// The path part of a resource.
    ResourcePathPart "resourcePathPart" => |text| resource_path_part::parse(text).map(drop);
    /// A path part that is a variable, greedy or not.
    VariablePathPart "variablePathPart" => resource_path_part::check_variable;
    /// A path part that is a greedy variable.
    GreedyPathPart "greedyPathPart" => resource_path_part::check_greedy;
    /// The name of a stage.
    StageName "stageName" => names::check_stage_name;
    /// The name of a stage variable.
    StageVariableName "stageVariableName" => names::check_stage_variable_name;
    /// The value of a stage variable.
    StageVariableValue "stageVariableValue" => names::check_stage_variable_value;
    /// The name of a model.
    ModelName "modelName" => names::check_model_name;
    /// The value of an API key.
    ApiKeyValue "apiKeyValue" => names::check_api_key_value;
    /// The stage of an API in a usage plan: `{restApiId}:{stage}`.
    ApiStage "apiStage" => |text| names::api_stage(text).map(drop);
    /// A method's type of authorization, in any letter case.
    AuthorizationType "authorizationType" => names::check_authorization_type;
    /// A type of authorization that needs an authorizer, in any letter case.
    AuthorizerAuthorization "authorizerAuthorization" => names::check_authorizer_authorization;
    /// The identity sources of an authorizer.
    IdentitySource "identitySource" => authorizer::check;
    /// The identity source of an authorizer that reads one header.
    TokenIdentitySource "tokenIdentitySource" => authorizer::check_token_source;
    /// The value of a patch of the minimum compression size.
    MinimumCompressionSize "minimumCompressionSize" => names::check_minimum_compression_size;
    /// A JSON or YAML document.
    StructuredDocument "structuredDocument" => structured::check;
    /// A string that is not empty.
    NotEmpty "notEmpty" => names::check_not_empty;
    /// A string that is more than white space.
    NotBlank "notBlank" => names::check_not_blank;
}

fn stage_variable(text: &str) -> Checked {
    if placeholder::has_stage_variable(text) {
        return Ok(());
    }
    Err(FormatError::new(text.len(), "there is no stage variable in this text; write `${stageVariables.name}`"))
}
