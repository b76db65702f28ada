//! What a client without streams of events says to operations that have them.

#![allow(missing_docs, unreachable_pub, reason = "a model without documentation generates none")]

use apigw_client::Error;
use apigw_client::bind::BindError;

use crate::loopback::Loopback;

mod radio {
    apigw_model::model!(path = "../tests/models/radio.json");
}

#[tokio::test]
async fn the_error_names_the_feature() {
    let client = Loopback::start([]).client();
    let error = client.send(&radio::Listen::builder().station("x").build()).await.unwrap_err();
    assert!(matches!(error, Error::Bind(BindError::Unsupported { .. })));
    assert!(error.to_string().ends_with("enable the feature `event-stream` of `apigw-client`"), "{error}");
}
