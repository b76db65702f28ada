//! Members of the wrong types: text for a number, a number for text, and a list for a map.

pub fn call(client: &apigw_client::Client) {
    let _ = client.put_integration().timeout_in_millis("29000");
    let _ = client.get_rest_api().rest_api_id(7);
    let _ = client.put_integration().request_templates(["application/json"]);
}

fn main() {}
