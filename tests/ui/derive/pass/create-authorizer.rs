//! Made from what the rules of `CreateAuthorizer` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "REQUEST",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.querystring.a,stageVariables.b",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "REQUEST",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth, context.stage",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "REQUEST",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    authorizer_result_ttl_in_seconds = 0,
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    provider_arns = ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
    identity_source = "method.request.header.Authorization",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
    authorizer_result_ttl_in_seconds = 0,
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
    authorizer_result_ttl_in_seconds = 3600,
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/                 2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "REQUEST",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth, context.stage",
)]
struct Mine9 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
)]
struct Mine10 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    provider_arns = ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
    identity_source = "method.request.header.Authorization",
)]
struct Mine11 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    provider_arns = ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
    identity_source = "method.request.header.Authorization",
)]
struct Mine12 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    provider_arns = ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
    identity_source = "method.request.header.Authorization",
)]
struct Mine13 {}

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    identity_source = "method.request.header.Auth",
)]
struct Mine14 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
    let _: CreateAuthorizer = Mine1 {}.into();
    let _: CreateAuthorizer = Mine2 {}.into();
    let _: CreateAuthorizer = Mine3 {}.into();
    let _: CreateAuthorizer = Mine4 {}.into();
    let _: CreateAuthorizer = Mine5 {}.into();
    let _: CreateAuthorizer = Mine6 {}.into();
    let _: CreateAuthorizer = Mine7 {}.into();
    let _: CreateAuthorizer = Mine8 {}.into();
    let _: CreateAuthorizer = Mine9 {}.into();
    let _: CreateAuthorizer = Mine10 {}.into();
    let _: CreateAuthorizer = Mine11 {}.into();
    let _: CreateAuthorizer = Mine12 {}.into();
    let _: CreateAuthorizer = Mine13 {}.into();
    let _: CreateAuthorizer = Mine14 {}.into();
}
