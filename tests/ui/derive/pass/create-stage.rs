//! Made from what the rules of `CreateStage` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateStage};

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
    canary_settings = {
            deployment_id: "d",
        },
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
    canary_settings = {
            percent_traffic: 40.0,
        },
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev-1_a",
    deployment_id = "d",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
    variables = { "a_b": "c" },
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
    variables = { "a": "x" },
)]
struct Mine6 {}

fn main() {
    let _: CreateStage = Mine0 {}.into();
    let _: CreateStage = Mine1 {}.into();
    let _: CreateStage = Mine2 {}.into();
    let _: CreateStage = Mine3 {}.into();
    let _: CreateStage = Mine4 {}.into();
    let _: CreateStage = Mine5 {}.into();
    let _: CreateStage = Mine6 {}.into();
}
