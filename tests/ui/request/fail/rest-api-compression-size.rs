//! Made from the examples of the rule `rest-api-compression-size`.

use apigw_model::{CreateRestApi, request};

fn main() {
    let _ = request!(CreateRestApi {
        name: "xname",
        minimum_compression_size: -1,
    });
}
