//! Made from what the rules of `DeleteMethodResponse` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .delete_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
    let _ = client
        .delete_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
    let _ = client
        .delete_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
}

fn main() {}
