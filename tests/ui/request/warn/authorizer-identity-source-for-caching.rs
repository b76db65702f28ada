//! Made from the examples of the rule `authorizer-identity-source-for-caching`.

#![deny(deprecated)]

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "REQUEST",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
    });
}
