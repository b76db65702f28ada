//! Made from the examples of the rule `deployment-variable-name`.

use apigw_model::{CreateDeployment, request};

fn main() {
    let _ = request!(CreateDeployment {
        rest_api_id: "xrestapii",
        variables: { "a-b": "c" },
    });
}
