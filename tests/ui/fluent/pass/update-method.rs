//! Made from what the rules of `UpdateMethod` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .update_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/authorizationType").value("CUSTOM").build(), apigw_model::PatchOperation::builder().op("replace").path("/authorizerId").value("a").build()])
        .send();
    let _ = client
        .update_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/authorizationType").value("CUSTOM").build()])
        .send();
    let _ = client
        .update_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/authorizationType").value("CUSTOM").build()])
        .send();
    let _ = client
        .update_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/authorizationType").value("NONE").build()])
        .send();
    let _ = client
        .update_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
    let _ = client
        .update_method()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .send();
}

fn main() {}
