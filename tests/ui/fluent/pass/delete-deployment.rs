//! Made from what the rules of `DeleteDeployment` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .delete_deployment()
        .rest_api_id("xrestapii")
        .deployment_id("d")
        .send();
}

fn main() {}
