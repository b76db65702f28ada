//! Made from the examples of the rule `authorizer-uri-required`.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_authorizer()
        .rest_api_id("xrestapii")
        .name("xname")
        .r#type(apigw_model::authorizer_type::TOKEN)
        .identity_source("method.request.header.Auth")
        .send();
}

fn main() {}
