//! Made from what the rules of `DeleteMethod` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .delete_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
    let _ = client
        .delete_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
}

fn main() {}
