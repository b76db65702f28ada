//! Made from the examples of the rule `rest-api-private-dualstack`.

use apigw_model::{CreateRestApi, request};

fn main() {
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: ["PRIVATE"],
            ip_address_type: "ipv4",
        },
    });
}
