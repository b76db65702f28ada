//! Made from the examples of the rule `vpc-link-target`.

use apigw_model::{CreateVpcLink, request};

fn main() {
    let _ = request!(CreateVpcLink {
        name: "link",
        target_arns: ["invalid-arn"],
    });
}
