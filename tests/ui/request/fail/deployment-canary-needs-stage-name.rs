//! Made from the examples of the rule `deployment-canary-needs-stage-name`.

use apigw_model::{CreateDeployment, request};

fn main() {
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        canary_settings: {
            percent_traffic: 50.0,
        },
    });
}
