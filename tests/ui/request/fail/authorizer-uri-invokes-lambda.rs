//! Made from the examples of the rule `authorizer-uri-invokes-lambda`.

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:lambda:us-east-1:111111111111:function:auth",
        identity_source: "method.request.header.Auth",
    });
}
