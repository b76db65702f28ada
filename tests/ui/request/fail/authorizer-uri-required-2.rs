//! Made from the examples of the rule `authorizer-uri-required`.

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "REQUEST",
        authorizer_uri: "",
        identity_source: "method.request.header.Auth, context.stage",
    });
}
