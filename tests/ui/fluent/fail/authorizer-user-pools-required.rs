//! Made from the examples of the rule `authorizer-user-pools-required`.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::COGNITO_USER_POOLS)
        .identity_source("method.request.header.Authorization")
        .send();
}

fn main() {}
