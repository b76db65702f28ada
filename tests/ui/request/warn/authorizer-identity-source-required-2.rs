//! Made from the examples of the rule `authorizer-identity-source-required`.

#![deny(deprecated)]

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "COGNITO_USER_POOLS",
        provider_arns: ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
    });
}
