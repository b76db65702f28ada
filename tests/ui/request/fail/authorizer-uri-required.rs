//! Made from the examples of the rule `authorizer-uri-required`.

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        identity_source: "method.request.header.Auth",
    });
}
