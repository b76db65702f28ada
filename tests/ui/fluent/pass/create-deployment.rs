//! Made from what the rules of `CreateDeployment` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .canary_settings(apigw_model::DeploymentCanarySettings::builder().percent_traffic(50.0).build())
        .stage_name("dev")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .stage_name("dev")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .canary_settings(apigw_model::DeploymentCanarySettings::builder().percent_traffic(50.0).build())
        .stage_name("dev")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .canary_settings(apigw_model::DeploymentCanarySettings::builder().percent_traffic(100.0).build())
        .stage_name("dev")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .stage_name("dev-1_a")
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .variables([("a_b", "c")])
        .send();
    let _ = client
        .create_deployment()
        .rest_api_id("xrestapii")
        .variables([("a", "https://example.com/?a=b")])
        .send();
}

fn main() {}
