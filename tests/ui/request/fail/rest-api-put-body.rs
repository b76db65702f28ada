//! Made from the examples of the rule `rest-api-put-body`.

use apigw_model::{PutRestApi, request};

fn main() {
    let _ = request!(PutRestApi {
        rest_api_id: "xrestapii",
        body: "{'key:value}",
    });
}
