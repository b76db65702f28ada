//! Made from the examples of the rule `rest-api-vpc-endpoints-private`.

#![deny(deprecated)]

use apigw_model::{CreateRestApi, request};

fn main() {
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["REGIONAL"],
            vpc_endpoint_ids: ["vpce-1"],
        },
    });
}
