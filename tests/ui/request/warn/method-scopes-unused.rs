//! Made from the examples of the rule `method-scopes-unused`.

#![deny(deprecated)]

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        authorization_scopes: ["a"],
    });
}
