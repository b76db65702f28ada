//! Made from what the rules of `DeleteMethod` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteMethod};

#[derive(Input)]
#[apigw(
    operation = DeleteMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = DeleteMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine1 {}

fn main() {
    let _: DeleteMethod = Mine0 {}.into();
    let _: DeleteMethod = Mine1 {}.into();
}
