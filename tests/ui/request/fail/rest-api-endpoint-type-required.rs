//! Made from the examples of the rule `rest-api-endpoint-type-required`.

use apigw_model::{CreateRestApi, request};

fn main() {
    let _ = request!(CreateRestApi {
        name: "xname",
        endpoint_configuration: {
            types: [],
        },
    });
}
