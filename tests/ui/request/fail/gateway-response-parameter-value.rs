//! Made from the examples of the rule `gateway-response-parameter-value`.

use apigw_model::{PutGatewayResponse, request};

fn main() {
    let _ = request!(PutGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
        response_parameters: { "gatewayresponse.header.X": "plain" },
    });
}
