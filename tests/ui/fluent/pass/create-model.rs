//! Made from what the rules of `CreateModel` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet")
        .content_type("application/json")
        .schema("{\"type\": \"object\"}")
        .send();
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet")
        .content_type("application/json")
        .schema("{\"type\": \"object\"}")
        .send();
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet2")
        .content_type("application/json")
        .schema("{\"type\": \"object\"}")
        .send();
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet")
        .content_type("application/json")
        .schema("{\"type\": \"object\"}")
        .send();
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet")
        .content_type("application/json")
        .schema("{}")
        .send();
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet")
        .content_type("application/json")
        .schema("{\"type\": \"object\"}")
        .send();
    let _ = client
        .create_model()
        .rest_api_id("xrestapii")
        .name("Pet")
        .content_type("text/plain")
        .send();
}

fn main() {}
