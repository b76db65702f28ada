//! Made from the examples of the rule `stage-name`.

use apigw_model::{CreateStage, request};

fn main() {
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "a b",
        deployment_id: "d",
    });
}
