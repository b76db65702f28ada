//! Made from what the rules of `PutMethod` must accept.

#![allow(deprecated)]

use apigw_model::{Input, PutMethod};

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "none",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "AWS_IAM",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "CUSTOM",
    authorizer_id = "a",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "CUSTOM",
    authorizer_id = "a",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    authorizer_id = "b",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "CUSTOM",
    authorizer_id = "a",
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "AWS_IAM",
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "CUSTOM",
    authorizer_id = "a",
)]
struct Mine9 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "ANY",
    authorization_type = "NONE",
)]
struct Mine10 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_models = { "application/json": "Pet", "$default": "Empty" },
)]
struct Mine11 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_models = { "application/json": "Pet" },
)]
struct Mine12 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_parameters = { "method.request.path.id": true, "method.request.header.X-Y": false },
)]
struct Mine13 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_parameters = {  },
)]
struct Mine14 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_parameters = { "method.request.header.X-Y": true },
)]
struct Mine15 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_parameters = { "method.request.path.a.id": true, "method.request.querystring.b.id": false },
)]
struct Mine16 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_validator_id = "a",
)]
struct Mine17 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_validator_id = "b",
)]
struct Mine18 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "COGNITO_USER_POOLS",
    authorizer_id = "a",
    authorization_scopes = ["a"],
)]
struct Mine19 {}

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    authorization_scopes = [],
)]
struct Mine20 {}

fn main() {
    let _: PutMethod = Mine0 {}.into();
    let _: PutMethod = Mine1 {}.into();
    let _: PutMethod = Mine2 {}.into();
    let _: PutMethod = Mine3 {}.into();
    let _: PutMethod = Mine4 {}.into();
    let _: PutMethod = Mine5 {}.into();
    let _: PutMethod = Mine6 {}.into();
    let _: PutMethod = Mine7 {}.into();
    let _: PutMethod = Mine8 {}.into();
    let _: PutMethod = Mine9 {}.into();
    let _: PutMethod = Mine10 {}.into();
    let _: PutMethod = Mine11 {}.into();
    let _: PutMethod = Mine12 {}.into();
    let _: PutMethod = Mine13 {}.into();
    let _: PutMethod = Mine14 {}.into();
    let _: PutMethod = Mine15 {}.into();
    let _: PutMethod = Mine16 {}.into();
    let _: PutMethod = Mine17 {}.into();
    let _: PutMethod = Mine18 {}.into();
    let _: PutMethod = Mine19 {}.into();
    let _: PutMethod = Mine20 {}.into();
}
