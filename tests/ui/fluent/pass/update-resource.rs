//! Made from what the rules of `UpdateResource` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("c")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/parentId").value("r").build(), apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("x").build()])
        .send();
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("c")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/parentId").value("r").build(), apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("x").build()])
        .send();
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("c")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/parentId").value("r").build(), apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("dogs").build()])
        .send();
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("a")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("pets").build()])
        .send();
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("b")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("{id}").build()])
        .send();
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("c")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("{id}").build()])
        .send();
    let _ = client
        .update_resource()
        .rest_api_id("xrestapii")
        .resource_id("a")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/pathPart").value("x").build()])
        .send();
}

fn main() {}
