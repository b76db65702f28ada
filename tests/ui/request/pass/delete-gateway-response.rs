//! Made from what the rules of `DeleteGatewayResponse` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteGatewayResponse, request};

fn main() {
    let _ = request!(DeleteGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
    });
    let _ = request!(DeleteGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
    });
    let _ = request!(DeleteGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
    });
}
