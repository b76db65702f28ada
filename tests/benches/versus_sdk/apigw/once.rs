//! What a user of apigw writes to make one call.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = apigw_client::Client::from_env()?;
    let reply = client
        .put_integration()
        .rest_api_id("1234123412")
        .resource_id("a1b2c3")
        .http_method("GET")
        .r#type("HTTP")
        .integration_http_method("GET")
        .uri("https://domain.tld/path")
        .send()
        .await?;
    println!("{:?}", reply.uri);
    Ok(())
}
