//! Made from what the rules of `PutRestApi` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_rest_api()
        .rest_api_id("xrestapii")
        .body("{\"swagger\": \"2.0\"}")
        .send();
    let _ = client
        .put_rest_api()
        .rest_api_id("xrestapii")
        .body("openapi: 3.0.1\ninfo:\n  title: \"a\"\n")
        .send();
}

fn main() {}
