//! Made from what the rules of `UpdateRestApi` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .update_rest_api()
        .rest_api_id("xrestapii")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/endpointConfiguration/ipAddressType").value("ipv4").build()])
        .send();
    let _ = client
        .update_rest_api()
        .rest_api_id("xrestapii")
        .patch_operations([apigw_model::PatchOperation::builder().op("replace").path("/endpointConfiguration/ipAddressType").value("ipv4").build()])
        .send();
    let _ = client
        .update_rest_api()
        .rest_api_id("xrestapii")
        .patch_operations([apigw_model::PatchOperation::builder().op("add").path("/endpointConfiguration/vpcEndpointIds").value("vpce-1").build()])
        .send();
    let _ = client
        .update_rest_api()
        .rest_api_id("xrestapii")
        .patch_operations([apigw_model::PatchOperation::builder().op("add").path("/description").value("x").build()])
        .send();
}

fn main() {}
