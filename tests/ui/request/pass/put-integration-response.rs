//! Made from what the rules of `PutIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{PutIntegrationResponse, request};

fn main() {
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_templates: { "application/json": "" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X": "'a'" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: {  },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X": "'a'" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.Y": "'a'" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X-Y": "'*'" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X-Y": "'a'" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.a": "'*'", "method.response.header.b": "integration.response.header.X", "method.response.header.c": "integration.response.multivalueheader.X", "method.response.header.d": "integration.response.body", "method.response.header.e": "integration.response.body.type", "method.response.header.f": "context.requestId", "method.response.header.g": "stageVariables.x" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        selection_pattern: "",
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        selection_pattern: ".*four hundred.*",
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        selection_pattern: "4\\d{2}",
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_templates: { "application/json": "#set($r = $input.path('$'))\n{ }" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_templates: { "a/b": "{}" },
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
