//! Made from what the rules of `PutIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    cache_key_parameters = ["method.request.path.p"],
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    cache_key_parameters = ["method.request.path.p"],
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    cache_key_parameters = [],
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    cache_key_parameters = ["integration.request.path.p"],
    request_parameters = { "integration.request.path.p": "'x'" },
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    cache_key_parameters = ["method.request.path.p"],
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    connection_type = "VPC_LINK",
    connection_id = "abc123",
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    connection_type = "VPC_LINK",
    connection_id = "${stageVariables.vpcLinkId}",
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    connection_type = "INTERNET",
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    connection_type = "VPC_LINK",
    connection_id = "abc123",
)]
struct Mine9 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine10 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::*:user/*",
)]
struct Mine11 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::1:${stageVariables.role}",
)]
struct Mine12 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    credentials = "",
)]
struct Mine13 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine14 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine15 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine16 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine17 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = { "integration.request.header.Authorization": "'a'" },
)]
struct Mine18 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    request_parameters = { "integration.request.header.Accept": "'a'" },
)]
struct Mine19 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "ANY",
    uri = "https://example.com/",
)]
struct Mine20 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
    integration_http_method = "GET",
)]
struct Mine21 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine22 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
)]
struct Mine23 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
)]
struct Mine24 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine25 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine26 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine27 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "GET",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine28 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine29 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine30 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "ANY",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine31 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
)]
struct Mine32 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine33 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
)]
struct Mine34 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{statusCode: 200}" },
)]
struct Mine35 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = { "application/json": "{}" },
)]
struct Mine36 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    passthrough_behavior = "WHEN_NO_MATCH",
)]
struct Mine37 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    passthrough_behavior = "WHEN_NO_TEMPLATES",
)]
struct Mine38 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    passthrough_behavior = "NEVER",
)]
struct Mine39 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine40 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations",
    response_transfer_mode = "STREAM",
)]
struct Mine41 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:${stageVariables.f}/invocations",
)]
struct Mine42 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    request_templates = {  },
)]
struct Mine43 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = { "application/json": "{}" },
)]
struct Mine44 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine45 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${stageVariables.function}",
)]
struct Mine46 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine47 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = { "integration.request.header.A": "method.request.multivaluequerystring.a", "integration.request.header.B": "'b'", "integration.request.header.C": "method.request.body" },
)]
struct Mine48 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = { "integration.request.header.A": "method.request.header.A" },
)]
struct Mine49 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = { "integration.request.header.X-A": "'a'", "integration.request.querystring.b": "''", "integration.request.path.c": "'x,y=z\"'" },
)]
struct Mine50 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = {  },
)]
struct Mine51 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = { "integration.request.header.X-$a._b": "'a'" },
)]
struct Mine52 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_parameters = { "integration.request.header.a": "method.request.path.x", "integration.request.header.b": "method.request.multivalueheader.y", "integration.request.header.c": "method.request.body.$.z", "integration.request.header.d": "context.requestId", "integration.request.header.e": "stageVariables.v", "integration.request.header.f": "''", "integration.request.header.g": "'Basic realm=\"x\"'", "integration.request.header.h": "method.request.body" },
)]
struct Mine53 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    response_transfer_mode = "STREAM",
)]
struct Mine54 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    response_transfer_mode = "BUFFERED",
)]
struct Mine55 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations",
    response_transfer_mode = "STREAM",
)]
struct Mine56 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    response_transfer_mode = "STREAM",
    cache_key_parameters = [],
)]
struct Mine57 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    response_transfer_mode = "STREAM",
)]
struct Mine58 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    content_handling = "CONVERT_TO_TEXT",
)]
struct Mine59 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    content_handling = "CONVERT_TO_TEXT",
)]
struct Mine60 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    integration_target = "arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/name/1234567891011",
    connection_type = "VPC_LINK",
    connection_id = "${stageVariables.vpcLinkV2Id}",
)]
struct Mine61 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    integration_target = "arn:aws:elasticloadbalancing:us-east-2:111122223333:listener/app/name/1234567891011",
    connection_type = "VPC_LINK",
    connection_id = "${stageVariables.vpcLinkV2Id}",
)]
struct Mine62 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    integration_target = "arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/name/1234567891011",
    connection_type = "VPC_LINK",
    connection_id = "${stageVariables.vpcLinkV2Id}",
)]
struct Mine63 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = { "application/json": "{}", "text/xml; charset=utf-8": "" },
)]
struct Mine64 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = {  },
)]
struct Mine65 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = { "application/json": "{'foobar': 'bar}" },
)]
struct Mine66 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{statusCode: 200}" },
)]
struct Mine67 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = { "a/b": "{}" },
)]
struct Mine68 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    timeout_in_millis = 29000,
)]
struct Mine69 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations",
    timeout_in_millis = 60000,
    response_transfer_mode = "STREAM",
)]
struct Mine70 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    timeout_in_millis = 29001,
)]
struct Mine71 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    timeout_in_millis = 900000,
    response_transfer_mode = "STREAM",
)]
struct Mine72 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    timeout_in_millis = 50,
)]
struct Mine73 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine74 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    tls_config = {
            insecure_skip_verification: true,
        },
)]
struct Mine75 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    tls_config = {
            insecure_skip_verification: false,
        },
)]
struct Mine76 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws-cn:apigateway:cn-north-1:sqs:action/SendMessage",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine77 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine78 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://${stageVariables.host}/{a}?b={c}",
)]
struct Mine79 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "http://${stageVariables.host}",
)]
struct Mine80 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
    uri = "nonsense",
)]
struct Mine81 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={b}&Key={k}",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine82 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine83 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine84 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine85 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:il-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine86 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:moon-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine87 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws-eusc:apigateway:eusc-de-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine88 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/{id}?q={r}&s=${stageVariables.s}",
    request_parameters = { "integration.request.path.id": "'1'", "integration.request.path.r": "'1'" },
)]
struct Mine89 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com:8443/",
)]
struct Mine90 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com:443/",
)]
struct Mine91 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
)]
struct Mine92 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
)]
struct Mine93 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
    credentials = "arn:aws:iam::111111111111:role/role",
)]
struct Mine94 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
)]
struct Mine95 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
    connection_type = "INTERNET",
)]
struct Mine96 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    connection_type = "VPC_LINK",
    connection_id = "abc",
)]
struct Mine97 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
    let _: PutIntegration = Mine1 {}.into();
    let _: PutIntegration = Mine2 {}.into();
    let _: PutIntegration = Mine3 {}.into();
    let _: PutIntegration = Mine4 {}.into();
    let _: PutIntegration = Mine5 {}.into();
    let _: PutIntegration = Mine6 {}.into();
    let _: PutIntegration = Mine7 {}.into();
    let _: PutIntegration = Mine8 {}.into();
    let _: PutIntegration = Mine9 {}.into();
    let _: PutIntegration = Mine10 {}.into();
    let _: PutIntegration = Mine11 {}.into();
    let _: PutIntegration = Mine12 {}.into();
    let _: PutIntegration = Mine13 {}.into();
    let _: PutIntegration = Mine14 {}.into();
    let _: PutIntegration = Mine15 {}.into();
    let _: PutIntegration = Mine16 {}.into();
    let _: PutIntegration = Mine17 {}.into();
    let _: PutIntegration = Mine18 {}.into();
    let _: PutIntegration = Mine19 {}.into();
    let _: PutIntegration = Mine20 {}.into();
    let _: PutIntegration = Mine21 {}.into();
    let _: PutIntegration = Mine22 {}.into();
    let _: PutIntegration = Mine23 {}.into();
    let _: PutIntegration = Mine24 {}.into();
    let _: PutIntegration = Mine25 {}.into();
    let _: PutIntegration = Mine26 {}.into();
    let _: PutIntegration = Mine27 {}.into();
    let _: PutIntegration = Mine28 {}.into();
    let _: PutIntegration = Mine29 {}.into();
    let _: PutIntegration = Mine30 {}.into();
    let _: PutIntegration = Mine31 {}.into();
    let _: PutIntegration = Mine32 {}.into();
    let _: PutIntegration = Mine33 {}.into();
    let _: PutIntegration = Mine34 {}.into();
    let _: PutIntegration = Mine35 {}.into();
    let _: PutIntegration = Mine36 {}.into();
    let _: PutIntegration = Mine37 {}.into();
    let _: PutIntegration = Mine38 {}.into();
    let _: PutIntegration = Mine39 {}.into();
    let _: PutIntegration = Mine40 {}.into();
    let _: PutIntegration = Mine41 {}.into();
    let _: PutIntegration = Mine42 {}.into();
    let _: PutIntegration = Mine43 {}.into();
    let _: PutIntegration = Mine44 {}.into();
    let _: PutIntegration = Mine45 {}.into();
    let _: PutIntegration = Mine46 {}.into();
    let _: PutIntegration = Mine47 {}.into();
    let _: PutIntegration = Mine48 {}.into();
    let _: PutIntegration = Mine49 {}.into();
    let _: PutIntegration = Mine50 {}.into();
    let _: PutIntegration = Mine51 {}.into();
    let _: PutIntegration = Mine52 {}.into();
    let _: PutIntegration = Mine53 {}.into();
    let _: PutIntegration = Mine54 {}.into();
    let _: PutIntegration = Mine55 {}.into();
    let _: PutIntegration = Mine56 {}.into();
    let _: PutIntegration = Mine57 {}.into();
    let _: PutIntegration = Mine58 {}.into();
    let _: PutIntegration = Mine59 {}.into();
    let _: PutIntegration = Mine60 {}.into();
    let _: PutIntegration = Mine61 {}.into();
    let _: PutIntegration = Mine62 {}.into();
    let _: PutIntegration = Mine63 {}.into();
    let _: PutIntegration = Mine64 {}.into();
    let _: PutIntegration = Mine65 {}.into();
    let _: PutIntegration = Mine66 {}.into();
    let _: PutIntegration = Mine67 {}.into();
    let _: PutIntegration = Mine68 {}.into();
    let _: PutIntegration = Mine69 {}.into();
    let _: PutIntegration = Mine70 {}.into();
    let _: PutIntegration = Mine71 {}.into();
    let _: PutIntegration = Mine72 {}.into();
    let _: PutIntegration = Mine73 {}.into();
    let _: PutIntegration = Mine74 {}.into();
    let _: PutIntegration = Mine75 {}.into();
    let _: PutIntegration = Mine76 {}.into();
    let _: PutIntegration = Mine77 {}.into();
    let _: PutIntegration = Mine78 {}.into();
    let _: PutIntegration = Mine79 {}.into();
    let _: PutIntegration = Mine80 {}.into();
    let _: PutIntegration = Mine81 {}.into();
    let _: PutIntegration = Mine82 {}.into();
    let _: PutIntegration = Mine83 {}.into();
    let _: PutIntegration = Mine84 {}.into();
    let _: PutIntegration = Mine85 {}.into();
    let _: PutIntegration = Mine86 {}.into();
    let _: PutIntegration = Mine87 {}.into();
    let _: PutIntegration = Mine88 {}.into();
    let _: PutIntegration = Mine89 {}.into();
    let _: PutIntegration = Mine90 {}.into();
    let _: PutIntegration = Mine91 {}.into();
    let _: PutIntegration = Mine92 {}.into();
    let _: PutIntegration = Mine93 {}.into();
    let _: PutIntegration = Mine94 {}.into();
    let _: PutIntegration = Mine95 {}.into();
    let _: PutIntegration = Mine96 {}.into();
    let _: PutIntegration = Mine97 {}.into();
}
