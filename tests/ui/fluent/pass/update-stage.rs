//! Made from what the rules of `UpdateStage` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations([apigw_model::PatchOperation::builder().op("copy").from("/canarySettings/deploymentId").path("/deploymentId").build()])
        .send();
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations([apigw_model::PatchOperation::builder().op("copy").from("/canarySettings/deploymentId").path("/deploymentId").build()])
        .send();
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations(Vec::<apigw_model::PatchOperation>::new())
        .send();
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations([apigw_model::PatchOperation::builder().op("remove").path("/accessLogSettings/destinationArn").build()])
        .send();
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations([apigw_model::PatchOperation::builder().op("remove").path("/accessLogSettings/destinationArn").build()])
        .send();
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations([apigw_model::PatchOperation::builder().op("remove").path("/accessLogSettings/format").build()])
        .send();
    let _ = client
        .update_stage()
        .rest_api_id("xrestapii")
        .stage_name("xstagenam")
        .patch_operations([apigw_model::PatchOperation::builder().op("remove").path("/accessLogSettings/format").build()])
        .send();
}

fn main() {}
