//! Made from what the rules of `UpdateIntegration` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .update_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/uri").value("https://example.com").build()])
        .send();
    let _ = client
        .update_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/timeoutInMillis").value("1000").build()])
        .send();
    let _ = client
        .update_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
    let _ = client
        .update_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
    let _ = client
        .update_integration()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
}

fn main() {}
