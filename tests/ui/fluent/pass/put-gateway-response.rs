//! Made from what the rules of `PutGatewayResponse` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .response_templates([("application/json", "{\"message\":$context.error.messageString}")])
        .send();
    let _ = client
        .put_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .response_parameters([("gatewayresponse.header.X", "'a'")])
        .send();
    let _ = client
        .put_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .status_code("404")
        .send();
    let _ = client
        .put_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .response_parameters([("gatewayresponse.header.X", "method.request.path.petId"), ("gatewayresponse.header.Y", "'a.b.c'"), ("gatewayresponse.header.Z", "method.request.querystring.q")])
        .send();
}

fn main() {}
