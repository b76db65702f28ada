//! Made from the examples of the rule `authorizer-uri-required`.

use apigw_model::CreateAuthorizer;

fn main() {
    let _ = CreateAuthorizer::builder()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .identity_source("method.request.header.Auth")
        .build();
}
