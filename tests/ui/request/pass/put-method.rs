//! Made from what the rules of `PutMethod` must accept.

#![allow(deprecated)]

use apigw_model::{PutMethod, request};

fn main() {
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "none",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "AWS_IAM",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "CUSTOM",
        authorizer_id: "a",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "CUSTOM",
        authorizer_id: "a",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        authorizer_id: "b",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "CUSTOM",
        authorizer_id: "a",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "AWS_IAM",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "CUSTOM",
        authorizer_id: "a",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "ANY",
        authorization_type: "NONE",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_models: { "application/json": "Pet", "$default": "Empty" },
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_models: { "application/json": "Pet" },
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_parameters: { "method.request.path.id": true, "method.request.header.X-Y": false },
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_parameters: {  },
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_parameters: { "method.request.header.X-Y": true },
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_parameters: { "method.request.path.a.id": true, "method.request.querystring.b.id": false },
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_validator_id: "a",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        request_validator_id: "b",
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "COGNITO_USER_POOLS",
        authorizer_id: "a",
        authorization_scopes: ["a"],
    });
    let _ = request!(PutMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        authorization_type: "NONE",
        authorization_scopes: [],
    });
}
