//! Made from the examples of the rule `stage-variable-name`.

use apigw_model::{CreateStage, request};

fn main() {
    let _ = request!(CreateStage {
        rest_api_id: "xrestapii",
        stage_name: "dev",
        deployment_id: "d",
        variables: { "a-b": "c" },
    });
}
