//! Requests as people write them, all of them sound.

use std::collections::BTreeMap;

use apigw_model::{
    ConnectionType, CreateAuthorizer, IntegrationType, PatchOperation, PutIntegration, PutIntegrationResponse,
    PutMethod, UpdateStage, Validate,
};

/// A request by a name for it.
pub(crate) struct Typical {
    /// What it does.
    pub(crate) name: &'static str,
    /// The request.
    pub(crate) request: Box<dyn Validate>,
}

/// The requests.
pub(crate) fn requests() -> Vec<Typical> {
    let requests: [(&'static str, Box<dyn Validate>); 8] = [
        ("MOCK with a template", Box::new(mock())),
        ("Lambda proxy", Box::new(lambda())),
        ("HTTP proxy through a VPC link with placeholders", Box::new(http())),
        ("SQS with mappings and a template", Box::new(sqs())),
        ("method with an authorizer", Box::new(method())),
        ("integration response with headers and a template", Box::new(response())),
        ("authorizer", Box::new(authorizer())),
        ("stage update", Box::new(stage())),
    ];
    requests.into_iter().map(|(name, request)| Typical { name, request }).collect()
}

fn map(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn mock() -> PutIntegration {
    PutIntegration::builder()
        .rest_api_id("a1b2c3d4e5")
        .resource_id("abc123")
        .http_method("OPTIONS")
        .r#type(IntegrationType::Mock)
        .request_templates(map(&[("application/json", "{\"statusCode\": 200}")]))
        .passthrough_behavior("WHEN_NO_MATCH")
        .build()
}

fn lambda() -> PutIntegration {
    PutIntegration::builder()
        .rest_api_id("a1b2c3d4e5")
        .resource_id("abc123")
        .http_method("ANY")
        .r#type(IntegrationType::AwsProxy)
        .integration_http_method("POST")
        .uri(
            "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/\
             arn:aws:lambda:us-west-2:123456789012:function:pets:${stageVariables.alias}/invocations",
        )
        .timeout_in_millis(10_000)
        .build()
}

fn http() -> PutIntegration {
    PutIntegration::builder()
        .rest_api_id("a1b2c3d4e5")
        .resource_id("abc123")
        .http_method("GET")
        .r#type(IntegrationType::HttpProxy)
        .integration_http_method("GET")
        .connection_type(ConnectionType::VpcLink)
        .connection_id("${stageVariables.vpcLinkId}")
        .uri("https://pets.example.com/{kind}/{id}?verbose={verbose}")
        .request_parameters(map(&[
            ("integration.request.path.id", "method.request.path.id"),
            ("integration.request.path.kind", "method.request.path.kind"),
            ("integration.request.path.verbose", "'true'"),
        ]))
        .cache_key_parameters(vec!["method.request.path.id".to_owned(), "integration.request.path.kind".to_owned()])
        .build()
}

fn sqs() -> PutIntegration {
    let template = "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$'))\
                    #if($input.params('group') != \"\")&MessageGroupId=$input.params('group')#end";
    PutIntegration::builder()
        .rest_api_id("a1b2c3d4e5")
        .resource_id("abc123")
        .http_method("POST")
        .r#type(IntegrationType::Aws)
        .integration_http_method("POST")
        .credentials("arn:aws:iam::123456789012:role/send")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/123456789012/{queue}")
        .request_parameters(map(&[
            ("integration.request.header.Content-Type", "'application/x-www-form-urlencoded'"),
            ("integration.request.path.queue", "method.request.path.queue"),
            ("integration.request.querystring.trace", "context.extendedRequestId"),
        ]))
        .request_templates(map(&[("application/json", template)]))
        .passthrough_behavior("NEVER")
        .build()
}

fn method() -> PutMethod {
    PutMethod::builder()
        .rest_api_id("a1b2c3d4e5")
        .resource_id("abc123")
        .http_method("POST")
        .authorization_type("COGNITO_USER_POOLS")
        .authorizer_id("auth01")
        .authorization_scopes(vec!["pets/read".to_owned()])
        .request_parameters(BTreeMap::from([
            ("method.request.header.X-Trace".to_owned(), false),
            ("method.request.path.id".to_owned(), true),
            ("method.request.querystring.verbose".to_owned(), false),
        ]))
        .request_models(map(&[("application/json", "Pet")]))
        .build()
}

fn response() -> PutIntegrationResponse {
    PutIntegrationResponse::builder()
        .rest_api_id("a1b2c3d4e5")
        .resource_id("abc123")
        .http_method("POST")
        .status_code("400")
        .selection_pattern(".*\\[BadRequest\\].*|4\\d{2}")
        .response_parameters(map(&[
            ("method.response.header.Access-Control-Allow-Origin", "'*'"),
            ("method.response.header.X-Cause", "integration.response.body.errorType"),
        ]))
        .response_templates(map(&[(
            "application/json",
            "#set($error = $input.path('$.errorMessage'))\n{\"message\": \"$util.escapeJavaScript($error)\"}",
        )]))
        .build()
}

fn authorizer() -> CreateAuthorizer {
    CreateAuthorizer::builder()
        .rest_api_id("a1b2c3d4e5")
        .name("tokens")
        .r#type(apigw_model::AuthorizerType::Request)
        .authorizer_uri(
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
             arn:aws:lambda:us-east-1:123456789012:function:auth/invocations",
        )
        .identity_source("method.request.header.Authorization, context.stage")
        .authorizer_result_ttl_in_seconds(300)
        .build()
}

fn stage() -> UpdateStage {
    let replace = |path: &str, value: &str| {
        PatchOperation::builder().op(apigw_model::Op::Replace).path(path).value(value).build()
    };
    UpdateStage::builder()
        .rest_api_id("a1b2c3d4e5")
        .stage_name("prod")
        .patch_operations(vec![
            replace("/*/*/logging/loglevel", "INFO"),
            replace("/pets~1{id}/GET/caching/ttlInSeconds", "60"),
            replace("/variables/alias", "live"),
        ])
        .build()
}
