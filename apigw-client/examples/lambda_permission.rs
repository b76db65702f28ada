//! Puts a Lambda function behind a method, and lets API Gateway invoke it: without the permission, the deployed method
//! answers with status 500.
//!
//! `cargo run -p apigw-client --example lambda_permission --features stub`

#![allow(missing_docs, unreachable_pub, reason = "a model without documentation generates none")]

use apigw_client::stub::Stub;
use apigw_client::{Call, Client};
use apigw_model::construct::IntegrationUri;
use apigw_model::{Finish, HttpMethod, Integration, IntegrationType, Operation, PutIntegration};

/// The operation of Lambda that is needed; the file has others.
mod lambda {
    apigw_model::model!(path = "examples/models/lambda.json", operations = [AddPermission]);
}

use lambda::{AddPermission, AddPermissionResponse};

/// A client of Lambda: the same connections and credentials, other methods.
#[derive(Clone)]
struct Lambda(Client);

apigw_client::client!(
    for Lambda, model = self::lambda, path = "examples/models/lambda.json", operations = [AddPermission]
);

impl<I: Operation> Finish<I> for Lambda {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.0.send(&input)
    }
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let stub = Stub::new();
    stub.expect::<PutIntegration>().reply(&Integration::default());
    let permits = |input: &AddPermission| input.source_arn.as_deref().is_some_and(|arn| arn.ends_with("/*/*/pets"));
    stub.expect::<AddPermission>().when(permits).reply(&AddPermissionResponse::default());

    let client = Client::from_stub(&stub);
    let (api, resource) = ("a1b2c3", "d4e5f6");
    let function = "arn:aws:lambda:eu-central-1:123456789012:function:pets";
    let put = client.put_integration().rest_api_id(api).resource_id(resource).http_method(HttpMethod::Any);
    let put = put.r#type(IntegrationType::AwsProxy).integration_http_method("POST");
    put.uri(IntegrationUri::lambda_arn(function)?.to_string()).send().await?;

    let add = Lambda(client).add_permission().function_name(function).statement_id("api-gateway");
    let add = add.action("lambda:InvokeFunction").principal("apigateway.amazonaws.com");
    add.source_arn(format!("arn:aws:execute-api:eu-central-1:123456789012:{api}/*/*/pets")).send().await?;
    println!("ANY /pets calls {function}");

    stub.verify()?;
    Ok(())
}
