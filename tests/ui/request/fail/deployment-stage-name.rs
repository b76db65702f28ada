//! Made from the examples of the rule `deployment-stage-name`.

use apigw_model::{CreateDeployment, request};

fn main() {
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        stage_name: "a b",
    });
}
