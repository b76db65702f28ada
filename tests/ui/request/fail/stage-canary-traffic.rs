//! Made from the examples of the rule `stage-canary-traffic`.

use apigw_model::{CreateStage, request};

fn main() {
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
        canary_settings: {
            percent_traffic: -1.0,
        },
    });
}
