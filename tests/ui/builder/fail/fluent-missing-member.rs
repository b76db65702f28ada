//! One required member is left out.

pub fn call(client: &apigw_client::Client) {
    let _ = client.put_integration().rest_api_id("a").resource_id("b").http_method("GET").send();
}

fn main() {}
