//! Made from what the rules of `CreateStage` must accept.

#![allow(deprecated)]

use apigw_model::{CreateStage, request};

fn main() {
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
        canary_settings: {
            deployment_id: "d",
        },
    });
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
        canary_settings: {
            percent_traffic: 40.0,
        },
    });
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
    });
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev-1_a",
        deployment_id: "d",
    });
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
    });
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
        variables: { "a_b": "c" },
    });
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
        variables: { "a": "x" },
    });
}
