//! Made from the examples of the rule `rest-api-import-body`.

use apigw_model::{Input, ImportRestApi};

#[derive(Input)]
#[apigw(
    operation = ImportRestApi,
    body = "{'key:value}",
)]
struct Mine0 {}

fn main() {
    let _: ImportRestApi = Mine0 {}.into();
}
