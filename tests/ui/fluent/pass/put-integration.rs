//! Made from what the rules of `PutIntegration` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .cache_key_parameters(["method.request.path.p"])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .cache_key_parameters(["method.request.path.p"])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .cache_key_parameters(Vec::<String>::new())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .cache_key_parameters(["integration.request.path.p"])
        .request_parameters([("integration.request.path.p", "'x'")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .cache_key_parameters(["method.request.path.p"])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .connection_type("VPC_LINK")
        .connection_id("abc123")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .connection_type("VPC_LINK")
        .connection_id("${stageVariables.vpcLinkId}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .connection_type("INTERNET")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .connection_type("VPC_LINK")
        .connection_id("abc123")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::*:user/*")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::1:${stageVariables.role}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .credentials("")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters([("integration.request.header.Authorization", "'a'")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .request_parameters([("integration.request.header.Accept", "'a'")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .integration_http_method("GET")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("GET")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("ANY")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{statusCode: 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_templates([("application/json", "{}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .passthrough_behavior("WHEN_NO_MATCH")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .passthrough_behavior("WHEN_NO_TEMPLATES")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .passthrough_behavior("NEVER")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations")
        .response_transfer_mode("STREAM")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:${stageVariables.f}/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .request_templates(Vec::<(String, String)>::new())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_templates([("application/json", "{}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${stageVariables.function}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters([("integration.request.header.A", "method.request.multivaluequerystring.a"), ("integration.request.header.B", "'b'"), ("integration.request.header.C", "method.request.body")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters([("integration.request.header.A", "method.request.header.A")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters([("integration.request.header.X-A", "'a'"), ("integration.request.querystring.b", "''"), ("integration.request.path.c", "'x,y=z\"'")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters(Vec::<(String, String)>::new())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters([("integration.request.header.X-$a._b", "'a'")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_parameters([("integration.request.header.a", "method.request.path.x"), ("integration.request.header.b", "method.request.multivalueheader.y"), ("integration.request.header.c", "method.request.body.$.z"), ("integration.request.header.d", "context.requestId"), ("integration.request.header.e", "stageVariables.v"), ("integration.request.header.f", "''"), ("integration.request.header.g", "'Basic realm=\"x\"'"), ("integration.request.header.h", "method.request.body")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .response_transfer_mode("STREAM")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .response_transfer_mode("BUFFERED")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations")
        .response_transfer_mode("STREAM")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .response_transfer_mode("STREAM")
        .cache_key_parameters(Vec::<String>::new())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .response_transfer_mode("STREAM")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .content_handling("CONVERT_TO_TEXT")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .content_handling("CONVERT_TO_TEXT")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .integration_target("arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/name/1234567891011")
        .connection_type("VPC_LINK")
        .connection_id("${stageVariables.vpcLinkV2Id}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .integration_target("arn:aws:elasticloadbalancing:us-east-2:111122223333:listener/app/name/1234567891011")
        .connection_type("VPC_LINK")
        .connection_id("${stageVariables.vpcLinkV2Id}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .integration_target("arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/name/1234567891011")
        .connection_type("VPC_LINK")
        .connection_id("${stageVariables.vpcLinkV2Id}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_templates([("application/json", "{}"), ("text/xml; charset=utf-8", "")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_templates(Vec::<(String, String)>::new())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_templates([("application/json", "{'foobar': 'bar}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{statusCode: 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .request_templates([("a/b", "{}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .timeout_in_millis(29000)
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/response-streaming-invocations")
        .timeout_in_millis(60000)
        .response_transfer_mode("STREAM")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .timeout_in_millis(29001)
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .timeout_in_millis(900000)
        .response_transfer_mode("STREAM")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .timeout_in_millis(50)
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .tls_config(apigw_model::TlsConfig::builder().insecure_skip_verification(true).build())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("https://example.com/")
        .tls_config(apigw_model::TlsConfig::builder().insecure_skip_verification(false).build())
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws-cn:apigateway:cn-north-1:sqs:action/SendMessage")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://${stageVariables.host}/{a}?b={c}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .uri("http://${stageVariables.host}")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .uri("nonsense")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={b}&Key={k}")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:il-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:moon-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws-eusc:apigateway:eusc-de-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/{id}?q={r}&s=${stageVariables.s}")
        .request_parameters([("integration.request.path.id", "'1'"), ("integration.request.path.r", "'1'")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com:8443/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com:443/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::MOCK)
        .request_templates([("application/json", "{\"statusCode\": 200}")])
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .connection_type("INTERNET")
        .send();
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .uri("https://example.com/")
        .connection_type("VPC_LINK")
        .connection_id("abc")
        .send();
}

fn main() {}
