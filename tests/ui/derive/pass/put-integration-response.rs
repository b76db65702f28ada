//! Made from what the rules of `PutIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, PutIntegrationResponse};

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_templates = { "application/json": "" },
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X": "'a'" },
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = {  },
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X": "'a'" },
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.Y": "'a'" },
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X-Y": "'*'" },
)]
struct Mine6 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X-Y": "'a'" },
)]
struct Mine7 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.a": "'*'", "method.response.header.b": "integration.response.header.X", "method.response.header.c": "integration.response.multivalueheader.X", "method.response.header.d": "integration.response.body", "method.response.header.e": "integration.response.body.type", "method.response.header.f": "context.requestId", "method.response.header.g": "stageVariables.x" },
)]
struct Mine8 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    selection_pattern = "",
)]
struct Mine9 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    selection_pattern = ".*four hundred.*",
)]
struct Mine10 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    selection_pattern = "4\\d{2}",
)]
struct Mine11 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_templates = { "application/json": "#set($r = $input.path('$'))\n{ }" },
)]
struct Mine12 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_templates = { "a/b": "{}" },
)]
struct Mine13 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine14 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine15 {}

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine16 {}

fn main() {
    let _: PutIntegrationResponse = Mine0 {}.into();
    let _: PutIntegrationResponse = Mine1 {}.into();
    let _: PutIntegrationResponse = Mine2 {}.into();
    let _: PutIntegrationResponse = Mine3 {}.into();
    let _: PutIntegrationResponse = Mine4 {}.into();
    let _: PutIntegrationResponse = Mine5 {}.into();
    let _: PutIntegrationResponse = Mine6 {}.into();
    let _: PutIntegrationResponse = Mine7 {}.into();
    let _: PutIntegrationResponse = Mine8 {}.into();
    let _: PutIntegrationResponse = Mine9 {}.into();
    let _: PutIntegrationResponse = Mine10 {}.into();
    let _: PutIntegrationResponse = Mine11 {}.into();
    let _: PutIntegrationResponse = Mine12 {}.into();
    let _: PutIntegrationResponse = Mine13 {}.into();
    let _: PutIntegrationResponse = Mine14 {}.into();
    let _: PutIntegrationResponse = Mine15 {}.into();
    let _: PutIntegrationResponse = Mine16 {}.into();
}
