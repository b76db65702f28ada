//! Made from what the rules of `DeleteModel` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteModel, request};

fn main() {
    let _ = request!(DeleteModel {
        rest_api_id: "xrestapii",
        model_name: "Cat",
    });
}
