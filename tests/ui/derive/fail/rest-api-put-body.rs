//! Made from the examples of the rule `rest-api-put-body`.

use apigw_model::{Input, PutRestApi};

#[derive(Input)]
#[apigw(
    operation = PutRestApi,
    rest_api_id = "xrestapii",
    body = "{'key:value}",
)]
struct Mine0 {}

fn main() {
    let _: PutRestApi = Mine0 {}.into();
}
