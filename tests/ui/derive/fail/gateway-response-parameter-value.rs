//! Made from the examples of the rule `gateway-response-parameter-value`.

use apigw_model::{Input, PutGatewayResponse};

#[derive(Input)]
#[apigw(
    operation = PutGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
    response_parameters = { "gatewayresponse.header.X": "plain" },
)]
struct Mine0 {}

fn main() {
    let _: PutGatewayResponse = Mine0 {}.into();
}
