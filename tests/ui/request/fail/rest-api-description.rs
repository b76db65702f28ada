//! Made from the examples of the rule `rest-api-description`.

use apigw_model::{CreateRestApi, request};

fn main() {
    let _ = request!(CreateRestApi {
        name: "xname",
        description: "",
    });
}
