//! Made from the examples of the rule `method-known`.

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "WRONG",
        authorization_type: "NONE",
    });
}
