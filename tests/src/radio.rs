//! A service with streams of events of every kind, `models/radio.json`, which is what `models/radio.service-2.json`
//! becomes when it is imported.

#![allow(missing_docs, reason = "what is generated from a model without documentation has none")]

use apigw_client::stub::Stub;
use apigw_client::{Client, Error};

apigw_model::model!(path = "models/radio.json");

/// What ends a stream that does not end well.
pub type Wrong = Error<listen::ErrorKind>;

/// Reads a body as it is read while it arrives: the events, and the error that ends them.
///
/// # Panics
///
/// If the call fails before the body is read.
pub fn heard(body: &[u8]) -> (Vec<Signal>, Option<Wrong>) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(async {
        let stub = Stub::new();
        stub.expect::<Listen>().respond(200, body.to_vec());
        let reply = Client::from_stub(&stub).events(&Listen::builder().station("x").build()).await;
        let mut reply = reply.expect("the head of an answer");
        let mut events = Vec::new();
        loop {
            match reply.events.next().await {
                Some(Ok(event)) => events.push(event),
                Some(Err(error)) => return (events, Some(error)),
                None => return (events, None),
            }
        }
    })
}
