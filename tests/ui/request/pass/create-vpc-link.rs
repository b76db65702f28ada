//! Made from what the rules of `CreateVpcLink` must accept.

#![allow(deprecated)]

use apigw_model::{CreateVpcLink, request};

fn main() {
    let _ = request!(CreateVpcLink {
        name: "link",
        target_arns: ["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"],
    });
    let _ = request!(CreateVpcLink {
        name: "link",
        target_arns: ["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"],
    });
}
