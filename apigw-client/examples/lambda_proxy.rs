//! Puts a Lambda function behind a method, from a structure of the program's own.
//!
//! `cargo run -p apigw-client --example lambda_proxy --features stub`

use apigw_client::Client;
use apigw_client::stub::Stub;
use apigw_model::construct::IntegrationUri;
use apigw_model::{FromOutput as _, HttpMethod, Input, Integration, Output, PutIntegration};

/// What varies between the Lambda integrations of a program. The compiler checks the rest.
#[derive(Input)]
#[apigw(operation = PutIntegration, type = "AWS_PROXY", integration_http_method = "POST")]
struct LambdaProxy<'a> {
    rest_api_id: &'a str,
    resource_id: &'a str,
    http_method: HttpMethod,
    #[apigw(rename = uri)]
    function: IntegrationUri,
}

/// What the program needs of the reply.
#[derive(Debug, Output)]
#[apigw(operation = PutIntegration)]
struct Target {
    uri: String,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let function = IntegrationUri::lambda_arn("arn:aws:lambda:eu-central-1:123456789012:function:pets")?;
    let stub = Stub::new();
    let mut reply = Integration::default();
    reply.uri = Some(function.to_string());
    stub.expect::<PutIntegration>().when(|input| input.integration_http_method.is_some()).reply(&reply);

    let proxy = LambdaProxy { rest_api_id: "a1b2c3", resource_id: "root", http_method: HttpMethod::Any, function };
    let integration = Client::from_stub(&stub).send(&PutIntegration::from(proxy)).await?;
    let target = Target::from_output(integration)?;
    println!("ANY / calls {}", target.uri);

    stub.verify()?;
    Ok(())
}
