//! Made from what the rules of `CreateDeployment` must accept.

#![allow(deprecated)]

use apigw_model::{CreateDeployment, request};

fn main() {
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        canary_settings: {
            percent_traffic: 50.0,
        },
        stage_name: "dev",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        stage_name: "dev",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        canary_settings: {
            percent_traffic: 50.0,
        },
        stage_name: "dev",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        canary_settings: {
            percent_traffic: 100.0,
        },
        stage_name: "dev",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        stage_name: "dev-1_a",
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        variables: { "a_b": "c" },
    });
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        variables: { "a": "https://example.com/?a=b" },
    });
}
