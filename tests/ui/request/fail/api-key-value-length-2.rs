//! Made from the examples of the rule `api-key-value-length`.

use apigw_model::{CreateApiKey, request};

fn main() {
    let _ = request!(CreateApiKey {
        value: "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
    });
}
