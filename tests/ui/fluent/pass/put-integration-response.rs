//! Made from what the rules of `PutIntegrationResponse` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_templates([("application/json", "")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.X", "'a'")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters(Vec::<(String, String)>::new())
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.X", "'a'")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.Y", "'a'")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.X-Y", "'*'")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.X-Y", "'a'")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_parameters([("method.response.header.a", "'*'"), ("method.response.header.b", "integration.response.header.X"), ("method.response.header.c", "integration.response.multivalueheader.X"), ("method.response.header.d", "integration.response.body"), ("method.response.header.e", "integration.response.body.type"), ("method.response.header.f", "context.requestId"), ("method.response.header.g", "stageVariables.x")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .selection_pattern("")
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .selection_pattern(".*four hundred.*")
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .selection_pattern("4\\d{2}")
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_templates([("application/json", "#set($r = $input.path('$'))\n{ }")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .response_templates([("a/b", "{}")])
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
    let _ = client
        .put_integration_response()
        .rest_api_id("xrestapii")
        .resource_id("xresource")
        .http_method("GET")
        .status_code("200")
        .send();
}

fn main() {}
