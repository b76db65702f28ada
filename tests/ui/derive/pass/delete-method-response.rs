//! Made from what the rules of `DeleteMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteMethodResponse};

#[derive(Input)]
#[apigw(
    operation = DeleteMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = DeleteMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = DeleteMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

fn main() {
    let _: DeleteMethodResponse = Mine0 {}.into();
    let _: DeleteMethodResponse = Mine1 {}.into();
    let _: DeleteMethodResponse = Mine2 {}.into();
}
