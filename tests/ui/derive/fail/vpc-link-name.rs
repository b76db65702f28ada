//! Made from the examples of the rule `vpc-link-name`.

use apigw_model::{Input, CreateVpcLink};

#[derive(Input)]
#[apigw(
    operation = CreateVpcLink,
    name = "",
    target_arns = ["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"],
)]
struct Mine0 {}

fn main() {
    let _: CreateVpcLink = Mine0 {}.into();
}
