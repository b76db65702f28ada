//! Made from what the rules of `CreateStage` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .deployment_id("d")
        .canary_settings(apigw_model::CanarySettings::builder().deployment_id("d").build())
        .send();
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .deployment_id("d")
        .canary_settings(apigw_model::CanarySettings::builder().percent_traffic(40.0).build())
        .send();
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .deployment_id("d")
        .send();
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev-1_a")
        .deployment_id("d")
        .send();
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .deployment_id("d")
        .send();
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .deployment_id("d")
        .variables([("a_b", "c")])
        .send();
    let _ = client
        .create_stage()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .deployment_id("d")
        .variables([("a", "x")])
        .send();
}

fn main() {}
