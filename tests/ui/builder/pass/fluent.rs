//! The fluent methods take members in any order, as text, as enumerations, as constants and as options.

use apigw_client::Client;
use apigw_model::{IntegrationType, integration_type};

pub async fn calls(client: &Client, uri: Option<String>) -> Result<(), Box<dyn std::error::Error>> {
    let mock = client.put_integration().r#type(integration_type::MOCK).http_method("GET");
    mock.resource_id("a").rest_api_id("b").send().await?;
    client.delete_stage().stage_name("a").rest_api_id("b").send().await?;
    let open = client.put_integration().rest_api_id("a").resource_id("b").http_method("GET");
    open.r#type(IntegrationType::Http).maybe_uri(uri).send().await?;
    let text = client.put_integration().rest_api_id("a").resource_id("b").http_method("GET").r#type("HTTP");
    text.send().await?;
    let constant = client.put_integration().rest_api_id("a").resource_id("b").http_method("GET");
    let constant = constant.r#type(integration_type::HTTP_PROXY).integration_http_method("GET");
    constant.uri("https://example.com").send().await?;
    let _ = client.get_export().rest_api_id("a").stage_name("b").export_type("oas30").stream().await?;
    Ok(())
}

fn main() {}
