//! Made from the examples of the rule `resource-path-part`.

use apigw_model::{CreateResource, request};

fn main() {
    let _ = request!(CreateResource {
        rest_api_id: "xrestapii",
        parent_id: "r",
        path_part: "a b",
    });
}
