//! Many calls with aws-sdk-apigateway.

mod measure;

use aws_sdk_apigateway::types::IntegrationType;
use aws_sdk_apigateway::{Client, config};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;

/// Answers without a network.
#[derive(Debug, Clone)]
struct Canned;

impl HttpConnector for Canned {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let body = SdkBody::from(Bytes::from_static(include_bytes!("answer.json")));
        let answer = http::Response::builder().status(201).header("content-type", "application/json").body(body);
        HttpConnectorFuture::ready(Ok(HttpResponse::try_from(answer.expect("a response")).expect("a response")))
    }
}

impl HttpClient for Canned {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let shared = aws_config::load_from_env().await;
    let builder = config::Builder::from(&shared);
    let builder = if measure::is_canned() { builder.http_client(Canned) } else { builder };
    let client = Client::from_conf(builder.build());
    measure::run(move || {
        let client = client.clone();
        async move {
            let call = client
                .put_integration()
                .rest_api_id("1234123412")
                .resource_id("a1b2c3")
                .http_method("GET")
                .r#type(IntegrationType::Http)
                .integration_http_method("GET")
                .uri("https://domain.tld/path");
            let reply = call.send().await.expect("an answer");
            assert_eq!(reply.uri(), Some("https://domain.tld/path"));
        }
    })
    .await;
}
