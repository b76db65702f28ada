//! Made from the examples of the rule `authorizer-user-pools-are-arns`.

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "COGNITO_USER_POOLS",
        provider_arns: ["us-east-1_a"],
        identity_source: "method.request.header.Authorization",
    });
}
