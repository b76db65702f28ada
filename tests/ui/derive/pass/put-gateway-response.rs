//! Made from what the rules of `PutGatewayResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, PutGatewayResponse};

#[derive(Input)]
#[apigw(
    operation = PutGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
    response_templates = { "application/json": "{\"message\":$context.error.messageString}" },
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = PutGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
    response_parameters = { "gatewayresponse.header.X": "'a'" },
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = PutGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
    status_code = "404",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = PutGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
    response_parameters = { "gatewayresponse.header.X": "method.request.path.petId", "gatewayresponse.header.Y": "'a.b.c'", "gatewayresponse.header.Z": "method.request.querystring.q" },
)]
struct Mine3 {}

fn main() {
    let _: PutGatewayResponse = Mine0 {}.into();
    let _: PutGatewayResponse = Mine1 {}.into();
    let _: PutGatewayResponse = Mine2 {}.into();
    let _: PutGatewayResponse = Mine3 {}.into();
}
