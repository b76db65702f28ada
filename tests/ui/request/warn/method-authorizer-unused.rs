//! Made from the examples of the rule `method-authorizer-unused`.

#![deny(deprecated)]

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        authorizer_id: "a",
    });
}
