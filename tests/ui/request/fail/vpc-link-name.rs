//! Made from the examples of the rule `vpc-link-name`.

use apigw_model::{CreateVpcLink, request};

fn main() {
    let _ = request!(CreateVpcLink {
        name: "",
        target_arns: ["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"],
    });
}
