//! Made from what the rules of `DeleteGatewayResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteGatewayResponse};

#[derive(Input)]
#[apigw(
    operation = DeleteGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = DeleteGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = DeleteGatewayResponse,
    rest_api_id = "xrestapii",
    response_type = "DEFAULT_4XX",
)]
struct Mine2 {}

fn main() {
    let _: DeleteGatewayResponse = Mine0 {}.into();
    let _: DeleteGatewayResponse = Mine1 {}.into();
    let _: DeleteGatewayResponse = Mine2 {}.into();
}
