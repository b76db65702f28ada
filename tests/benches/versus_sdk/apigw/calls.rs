//! Many calls with apigw.

mod measure;

use apigw_client::Client;
use apigw_client::transport::{Body, ResponseFuture, Transport};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};

/// Answers without a network.
struct Canned;

impl Transport for Canned {
    fn send(&self, _: http::Request<Bytes>) -> ResponseFuture {
        let body = Full::new(Bytes::from_static(include_bytes!("answer.json")));
        let body = Body::new(body.map_err(|never| match never {}));
        let answer = http::Response::builder().status(201).header("content-type", "application/json").body(body);
        Box::pin(async { Ok(answer.expect("a response")) })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let builder = Client::builder();
    let builder = if measure::is_canned() { builder.transport(Canned) } else { builder };
    let client = builder.build().expect("a client");
    measure::run(move || {
        let client = client.clone();
        async move {
            let call = client
                .put_integration()
                .rest_api_id("1234123412")
                .resource_id("a1b2c3")
                .http_method("GET")
                .r#type("HTTP")
                .integration_http_method("GET")
                .uri("https://domain.tld/path");
            let reply = call.send().await.expect("an answer");
            assert_eq!(reply.uri.as_deref(), Some("https://domain.tld/path"));
        }
    })
    .await;
}
