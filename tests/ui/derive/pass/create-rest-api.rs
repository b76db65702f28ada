//! Made from what the rules of `CreateRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    minimum_compression_size = 0,
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    description = "a",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["EDGE"],
        },
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
        },
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["REGIONAL"],
        },
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["PRIVATE"],
            ip_address_type: "dualstack",
        },
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["PRIVATE"],
        },
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["EDGE"],
            ip_address_type: "ipv4",
        },
)]
struct Mine9 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["PRIVATE"],
            vpc_endpoint_ids: ["vpce-1"],
        },
)]
struct Mine10 {}

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["REGIONAL"],
            vpc_endpoint_ids: [],
        },
)]
struct Mine11 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
    let _: CreateRestApi = Mine1 {}.into();
    let _: CreateRestApi = Mine2 {}.into();
    let _: CreateRestApi = Mine3 {}.into();
    let _: CreateRestApi = Mine4 {}.into();
    let _: CreateRestApi = Mine5 {}.into();
    let _: CreateRestApi = Mine6 {}.into();
    let _: CreateRestApi = Mine7 {}.into();
    let _: CreateRestApi = Mine8 {}.into();
    let _: CreateRestApi = Mine9 {}.into();
    let _: CreateRestApi = Mine10 {}.into();
    let _: CreateRestApi = Mine11 {}.into();
}
