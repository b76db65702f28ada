//! Made from what the rules of `CreateResource` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("a")
        .path_part("x")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("a")
        .path_part("cats")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("b2")
        .path_part("x")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("r")
        .path_part("pets")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("a")
        .path_part("{id}")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("r")
        .path_part("cats")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("r")
        .path_part("a")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("r")
        .path_part("{a}")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("r")
        .path_part("{a+}")
        .send();
    let _ = client
        .create_resource()
        .rest_api_id("xrestapii")
        .parent_id("r")
        .path_part("a.b_c-d:e")
        .send();
}

fn main() {}
