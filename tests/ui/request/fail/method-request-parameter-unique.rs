//! Made from the examples of the rule `method-request-parameter-unique`.

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_parameters: { "method.request.path.id": true, "method.request.querystring.id": false },
    });
}
