//! Made from the examples of the rule `authorizer-identity-source-required`.

use apigw_model::CreateAuthorizer;

fn main() {
    let _ = CreateAuthorizer::builder()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .authorizer_uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations")
        .build();
}
