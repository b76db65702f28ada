//! Made from the examples of the rule `method-authorizer-required`.

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "cognito_user_pools",
        authorizer_id: "",
    });
}
