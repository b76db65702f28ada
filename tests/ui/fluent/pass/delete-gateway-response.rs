//! Made from what the rules of `DeleteGatewayResponse` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .delete_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .send();
    let _ = client
        .delete_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .send();
    let _ = client
        .delete_gateway_response()
        .rest_api_id("xrestapii")
        .response_type("DEFAULT_4XX")
        .send();
}

fn main() {}
