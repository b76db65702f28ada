//! Made from what the rules of `PutMethodResponse` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_models([("application/json", "Empty")])
        .send();
    let _ = client
        .put_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_models([("application/json", "Empty")])
        .send();
    let _ = client
        .put_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.X", false)])
        .send();
    let _ = client
        .put_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.X-Y", true)])
        .send();
    let _ = client
        .put_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
    let _ = client
        .put_method_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
}

fn main() {}
