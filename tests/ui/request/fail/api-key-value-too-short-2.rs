//! Made from the examples of the rule `api-key-value-too-short`.

use apigw_model::{CreateApiKey, request};

fn main() {
    let _ = request!(CreateApiKey {
        value: "@19 characters",
    });
}
