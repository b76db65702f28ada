//! Made from what the rules of `CreateVpcLink` must accept.

#![allow(deprecated)]

use apigw_model::{Input, CreateVpcLink};

#[derive(Input)]
#[apigw(
    operation = CreateVpcLink,
    name = "link",
    target_arns = ["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"],
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = CreateVpcLink,
    name = "link",
    target_arns = ["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"],
)]
struct Mine1 {}

fn main() {
    let _: CreateVpcLink = Mine0 {}.into();
    let _: CreateVpcLink = Mine1 {}.into();
}
