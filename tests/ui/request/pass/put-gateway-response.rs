//! Made from what the rules of `PutGatewayResponse` must accept.

#![allow(deprecated)]

use apigw_model::{PutGatewayResponse, request};

fn main() {
    let _ = request!(PutGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
        response_templates: { "application/json": "{\"message\":$context.error.messageString}" },
    });
    let _ = request!(PutGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
        response_parameters: { "gatewayresponse.header.X": "'a'" },
    });
    let _ = request!(PutGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
        status_code: "404",
    });
    let _ = request!(PutGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
        response_parameters: { "gatewayresponse.header.X": "method.request.path.petId", "gatewayresponse.header.Y": "'a.b.c'", "gatewayresponse.header.Z": "method.request.querystring.q" },
    });
}
