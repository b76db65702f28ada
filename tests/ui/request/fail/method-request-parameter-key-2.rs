//! Made from the examples of the rule `method-request-parameter-key`.

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_parameters: { "method.request.body.x": true },
    });
}
