//! Made from what the rules of `CreateDeployment` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateDeployment};

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    canary_settings = {
            percent_traffic: 50.0,
        },
    stage_name = "dev",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    stage_name = "dev",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    canary_settings = {
            percent_traffic: 50.0,
        },
    stage_name = "dev",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    canary_settings = {
            percent_traffic: 100.0,
        },
    stage_name = "dev",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    stage_name = "dev-1_a",
)]
struct Mine9 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    variables = { "a_b": "c" },
)]
struct Mine10 {}

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    variables = { "a": "https://example.com/?a=b" },
)]
struct Mine11 {}

fn main() {
    let _: CreateDeployment = Mine0 {}.into();
    let _: CreateDeployment = Mine1 {}.into();
    let _: CreateDeployment = Mine2 {}.into();
    let _: CreateDeployment = Mine3 {}.into();
    let _: CreateDeployment = Mine4 {}.into();
    let _: CreateDeployment = Mine5 {}.into();
    let _: CreateDeployment = Mine6 {}.into();
    let _: CreateDeployment = Mine7 {}.into();
    let _: CreateDeployment = Mine8 {}.into();
    let _: CreateDeployment = Mine9 {}.into();
    let _: CreateDeployment = Mine10 {}.into();
    let _: CreateDeployment = Mine11 {}.into();
}
