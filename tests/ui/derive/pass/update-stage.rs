//! Made from what the rules of `UpdateStage` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateStage};

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [{
            op: "copy",
            from: "/canarySettings/deploymentId",
            path: "/deploymentId",
        }],
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [{
            op: "copy",
            from: "/canarySettings/deploymentId",
            path: "/deploymentId",
        }],
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [],
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [{
            op: "remove",
            path: "/accessLogSettings/destinationArn",
        }],
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [{
            op: "remove",
            path: "/accessLogSettings/destinationArn",
        }],
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [{
            op: "remove",
            path: "/accessLogSettings/format",
        }],
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = UpdateStage,
    rest_api_id = "xrestapii",
    stage_name = "xstagenam",
    patch_operations = [{
            op: "remove",
            path: "/accessLogSettings/format",
        }],
)]
struct Mine6 {}

fn main() {
    let _: UpdateStage = Mine0 {}.into();
    let _: UpdateStage = Mine1 {}.into();
    let _: UpdateStage = Mine2 {}.into();
    let _: UpdateStage = Mine3 {}.into();
    let _: UpdateStage = Mine4 {}.into();
    let _: UpdateStage = Mine5 {}.into();
    let _: UpdateStage = Mine6 {}.into();
}
