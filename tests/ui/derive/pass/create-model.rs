//! Made from what the rules of `CreateModel` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateModel};

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet2",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "application/json",
    schema = "{}",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "text/plain",
)]
struct Mine6 {}

fn main() {
    let _: CreateModel = Mine0 {}.into();
    let _: CreateModel = Mine1 {}.into();
    let _: CreateModel = Mine2 {}.into();
    let _: CreateModel = Mine3 {}.into();
    let _: CreateModel = Mine4 {}.into();
    let _: CreateModel = Mine5 {}.into();
    let _: CreateModel = Mine6 {}.into();
}
