//! Made from the examples of the rule `authorizer-identity-source-required`.

use apigw_model::CreateAuthorizer;

fn main() {
    let _ = CreateAuthorizer::builder()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .provider_arns(["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"])
        .build();
}
