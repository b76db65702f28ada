//! Made from what the rules of `GetIntegration` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .get_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
    let _ = client
        .get_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
    let _ = client
        .get_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
}

fn main() {}
