//! Made from the examples of the rule `vpc-link-target`.

use apigw_model::{Input, CreateVpcLink};

#[derive(Input)]
#[apigw(
    operation = CreateVpcLink,
    name = "link",
    target_arns = ["invalid-arn"],
)]
struct Mine0 {}

fn main() {
    let _: CreateVpcLink = Mine0 {}.into();
}
