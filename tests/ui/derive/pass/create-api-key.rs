//! Made from what the rules of `CreateApiKey` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateApiKey};

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
    description = "@125000 characters",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
    name = "@1024 characters",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
    value = "",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
)]
struct Mine4 {}

fn main() {
    let _: CreateApiKey = Mine0 {}.into();
    let _: CreateApiKey = Mine1 {}.into();
    let _: CreateApiKey = Mine2 {}.into();
    let _: CreateApiKey = Mine3 {}.into();
    let _: CreateApiKey = Mine4 {}.into();
}
