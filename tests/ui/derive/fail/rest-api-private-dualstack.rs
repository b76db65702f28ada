//! Made from the examples of the rule `rest-api-private-dualstack`.

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["PRIVATE"],
            ip_address_type: "ipv4",
        },
)]
struct Mine0 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
}
