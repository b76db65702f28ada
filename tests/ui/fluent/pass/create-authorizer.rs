//! Made from what the rules of `CreateAuthorizer` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::REQUEST)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.querystring.a,stageVariables.b")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::REQUEST)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth, context.stage")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::REQUEST)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .authorizer_result_ttl_in_seconds(0)
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .provider_arns(["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"])
        .identity_source("method.request.header.Authorization")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .authorizer_result_ttl_in_seconds(0)
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .authorizer_result_ttl_in_seconds(3600)
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/                 2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::REQUEST)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth, context.stage")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .provider_arns(["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"])
        .identity_source("method.request.header.Authorization")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .provider_arns(["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"])
        .identity_source("method.request.header.Authorization")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .provider_arns(["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"])
        .identity_source("method.request.header.Authorization")
        .send();
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .identity_source("method.request.header.Auth")
        .send();
}

fn main() {}
