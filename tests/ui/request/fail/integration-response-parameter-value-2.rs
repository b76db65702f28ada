//! Made from the examples of the rule `integration-response-parameter-value`.

use apigw_model::{PutIntegrationResponse, request};

fn main() {
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X": "method.request.header.X" },
    });
}
