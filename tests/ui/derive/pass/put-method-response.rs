//! Made from what the rules of `PutMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, PutMethodResponse};

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_models = { "application/json": "Empty" },
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_models = { "application/json": "Empty" },
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X": false },
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X-Y": true },
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine5 {}

fn main() {
    let _: PutMethodResponse = Mine0 {}.into();
    let _: PutMethodResponse = Mine1 {}.into();
    let _: PutMethodResponse = Mine2 {}.into();
    let _: PutMethodResponse = Mine3 {}.into();
    let _: PutMethodResponse = Mine4 {}.into();
    let _: PutMethodResponse = Mine5 {}.into();
}
