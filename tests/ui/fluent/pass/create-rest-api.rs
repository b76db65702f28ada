//! Made from what the rules of `CreateRestApi` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_rest_api()
        .name("xname")
        .minimum_compression_size(0)
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .description("a")
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["EDGE"]).build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["REGIONAL"]).build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["PRIVATE"]).ip_address_type("dualstack").build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["PRIVATE"]).build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["EDGE"]).ip_address_type("ipv4").build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["PRIVATE"]).vpc_endpoint_ids(["vpce-1"]).build())
        .send();
    let _ = client
        .create_rest_api()
        .name("xname")
        .endpoint_configuration(apigw_model::EndpointConfiguration::builder().types(["REGIONAL"]).vpc_endpoint_ids(Vec::<String>::new()).build())
        .send();
}

fn main() {}
