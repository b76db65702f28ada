//! Made from what the rules of `CreateResource` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateResource};

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "a",
    path_part = "x",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "a",
    path_part = "cats",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "b2",
    path_part = "x",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "pets",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "a",
    path_part = "{id}",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "cats",
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "a",
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "{a}",
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "{a+}",
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "a.b_c-d:e",
)]
struct Mine9 {}

fn main() {
    let _: CreateResource = Mine0 {}.into();
    let _: CreateResource = Mine1 {}.into();
    let _: CreateResource = Mine2 {}.into();
    let _: CreateResource = Mine3 {}.into();
    let _: CreateResource = Mine4 {}.into();
    let _: CreateResource = Mine5 {}.into();
    let _: CreateResource = Mine6 {}.into();
    let _: CreateResource = Mine7 {}.into();
    let _: CreateResource = Mine8 {}.into();
    let _: CreateResource = Mine9 {}.into();
}
