//! Made from the examples of the rule `authorizer-ttl`.

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
        authorizer_result_ttl_in_seconds: 3601,
    });
}
