//! Made from what the rules of `DeleteDeployment` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteDeployment, request};

fn main() {
    let _ = request!(DeleteDeployment {
        rest_api_id: "xrestapii",
        deployment_id: "d",
    });
}
