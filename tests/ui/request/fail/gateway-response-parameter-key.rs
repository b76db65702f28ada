//! Made from the examples of the rule `gateway-response-parameter-key`.

use apigw_model::{PutGatewayResponse, request};

fn main() {
    let _ = request!(PutGatewayResponse {
        rest_api_id: "xrestapii",
        response_type: "DEFAULT_4XX",
        response_parameters: { "method.response.header.X": "'a'" },
    });
}
