//! Made from the examples of the rule `authorizer-user-pools-required`.

use apigw_model::CreateAuthorizer;

fn main() {
    let _ = CreateAuthorizer::builder()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .provider_arns([])
        .identity_source("method.request.header.Authorization")
        .build();
}
