//! Reads what a Lambda function answers while it is still answering.
//!
//! `cargo run -p apigw-client --example response_stream --features event-stream,stub`

#![allow(missing_docs, unreachable_pub, reason = "a model without documentation generates none")]

use apigw_client::stub::Stub;
use apigw_client::{Call, Client, StreamedEvents};
use apigw_model::{EventOutput, Finish, FinishEvents, Operation};

mod lambda {
    apigw_model::model!(path = "examples/models/lambda-stream.json");
}

use lambda::{
    InvokeResponseStreamUpdate, InvokeWithResponseStream, InvokeWithResponseStreamCompleteEvent,
    InvokeWithResponseStreamResponse, InvokeWithResponseStreamResponseEvent as Event,
};

#[derive(Clone)]
struct Lambda(Client);

apigw_client::client!(for Lambda, model = self::lambda, path = "examples/models/lambda-stream.json");

/// `send` waits for all events.
impl<I: Operation> Finish<I> for Lambda {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.0.send(&input)
    }
}

/// `stream` reads events as they arrive.
impl<I: EventOutput> FinishEvents<I> for Lambda {
    type Events = Call<I, StreamedEvents<I>>;

    fn finish_events(self, input: I) -> Self::Events {
        self.0.events(&input)
    }
}

/// What a function in this example answers.
fn answer() -> InvokeWithResponseStreamResponse {
    let chunk = |text: &str| Event::PayloadChunk(InvokeResponseStreamUpdate::builder().payload(text).build());
    let complete = InvokeWithResponseStreamCompleteEvent::builder().error_code("Runtime.Timeout").build();
    let events = [chunk("Once upon "), chunk("a time"), Event::InvokeComplete(complete)];
    InvokeWithResponseStreamResponse::builder().event_stream(events).executed_version("$LATEST").build()
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let stub = Stub::new();
    stub.expect::<InvokeWithResponseStream>().reply(&answer());
    let client = Lambda(Client::from_stub(&stub));

    let mut reply = client.invoke_with_response_stream().function_name("stories").payload("{}").stream().await?;
    println!("version {:?}", reply.output.executed_version);
    let (mut story, mut failure) = (Vec::new(), None);
    while let Some(event) = reply.events.next().await.transpose()? {
        match event {
            Event::PayloadChunk(chunk) => story.extend(chunk.payload.unwrap_or_default().into_bytes()),
            Event::InvokeComplete(end) => failure = end.error_code,
            // Another kind of event, which the model does not list.
            _ => {}
        }
    }

    println!("{} {failure:?}", String::from_utf8_lossy(&story));
    assert_eq!((&story[..], failure.as_deref()), (&b"Once upon a time"[..], Some("Runtime.Timeout")));
    stub.verify()?;
    Ok(())
}
