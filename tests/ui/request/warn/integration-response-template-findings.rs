//! Made from the examples of the rule `integration-response-template-findings`.

#![deny(deprecated)]

use apigw_model::{PutIntegrationResponse, request};

fn main() {
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_templates: { "application/json": "#foreach($x in $y) $x" },
    });
}
