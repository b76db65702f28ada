//! Made from what the rules of `TestInvokeMethod` must accept.

#![allow(deprecated)]

use apigw_model::{Input, TestInvokeMethod};

#[derive(Input)]
#[apigw(
    operation = TestInvokeMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = TestInvokeMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine1 {}

fn main() {
    let _: TestInvokeMethod = Mine0 {}.into();
    let _: TestInvokeMethod = Mine1 {}.into();
}
