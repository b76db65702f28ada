//! Made from what the rules of `PutIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        cache_key_parameters: ["method.request.path.p"],
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        cache_key_parameters: ["method.request.path.p"],
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        cache_key_parameters: [],
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        cache_key_parameters: ["integration.request.path.p"],
        request_parameters: { "integration.request.path.p": "'x'" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        cache_key_parameters: ["method.request.path.p"],
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        connection_type: "VPC_LINK",
        connection_id: "abc123",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        connection_type: "VPC_LINK",
        connection_id: "${stageVariables.vpcLinkId}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        connection_type: "INTERNET",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        connection_type: "VPC_LINK",
        connection_id: "abc123",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::*:user/*",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::1:${stageVariables.role}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        credentials: "",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: { "integration.request.header.Authorization": "'a'" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
        request_parameters: { "integration.request.header.Accept": "'a'" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "ANY",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
        integration_http_method: "GET",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "GET",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "ANY",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{statusCode: 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_templates: { "application/json": "{}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        passthrough_behavior: "WHEN_NO_MATCH",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        passthrough_behavior: "WHEN_NO_TEMPLATES",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        passthrough_behavior: "NEVER",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations",
        response_transfer_mode: "STREAM",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:${stageVariables.f}/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        request_templates: {  },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_templates: { "application/json": "{}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${stageVariables.function}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: { "integration.request.header.A": "method.request.multivaluequerystring.a", "integration.request.header.B": "'b'", "integration.request.header.C": "method.request.body" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: { "integration.request.header.A": "method.request.header.A" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: { "integration.request.header.X-A": "'a'", "integration.request.querystring.b": "''", "integration.request.path.c": "'x,y=z\"'" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: {  },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: { "integration.request.header.X-$a._b": "'a'" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_parameters: { "integration.request.header.a": "method.request.path.x", "integration.request.header.b": "method.request.multivalueheader.y", "integration.request.header.c": "method.request.body.$.z", "integration.request.header.d": "context.requestId", "integration.request.header.e": "stageVariables.v", "integration.request.header.f": "''", "integration.request.header.g": "'Basic realm=\"x\"'", "integration.request.header.h": "method.request.body" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        response_transfer_mode: "STREAM",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        response_transfer_mode: "BUFFERED",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations",
        response_transfer_mode: "STREAM",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        response_transfer_mode: "STREAM",
        cache_key_parameters: [],
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        response_transfer_mode: "STREAM",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        content_handling: "CONVERT_TO_TEXT",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
        content_handling: "CONVERT_TO_TEXT",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        integration_target: "arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/name/1234567891011",
        connection_type: "VPC_LINK",
        connection_id: "${stageVariables.vpcLinkV2Id}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        integration_target: "arn:aws:elasticloadbalancing:us-east-2:111122223333:listener/app/name/1234567891011",
        connection_type: "VPC_LINK",
        connection_id: "${stageVariables.vpcLinkV2Id}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        integration_target: "arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/name/1234567891011",
        connection_type: "VPC_LINK",
        connection_id: "${stageVariables.vpcLinkV2Id}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_templates: { "application/json": "{}", "text/xml; charset=utf-8": "" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_templates: {  },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_templates: { "application/json": "{'foobar': 'bar}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{statusCode: 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        request_templates: { "a/b": "{}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        timeout_in_millis: 29000,
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations",
        timeout_in_millis: 60000,
        response_transfer_mode: "STREAM",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        timeout_in_millis: 29001,
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        timeout_in_millis: 900000,
        response_transfer_mode: "STREAM",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        timeout_in_millis: 50,
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        tls_config: {
            insecure_skip_verification: true,
        },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        tls_config: {
            insecure_skip_verification: false,
        },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws-cn:apigateway:cn-north-1:sqs:action/SendMessage",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://${stageVariables.host}/{a}?b={c}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "http://${stageVariables.host}",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
        uri: "nonsense",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={b}&Key={k}",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:il-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:moon-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws-eusc:apigateway:eusc-de-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/{id}?q={r}&s=${stageVariables.s}",
        request_parameters: { "integration.request.path.id": "'1'", "integration.request.path.r": "'1'" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com:8443/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com:443/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
        connection_type: "INTERNET",
    });
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
        connection_type: "VPC_LINK",
        connection_id: "abc",
    });
}
