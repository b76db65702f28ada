//! Made from what the rules of `ImportRestApi` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .import_rest_api()
        .body("{\"swagger\": \"2.0\"}")
        .send();
    let _ = client
        .import_rest_api()
        .body("openapi: 3.0.1\ninfo:\n  title: \"a\"\n")
        .send();
}

fn main() {}
