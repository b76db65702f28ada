//! What goes to the log, in a program of its own: where another test makes the first use of a span while this one
//! subscribes, tracing can take it for one that nobody listens to.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is a test")]

#[expect(dead_code, reason = "the other tests use more of it")]
#[path = "../client/script.rs"]
mod script;

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::script::{Script, Step};

/// A log that is one text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0.lock().unwrap(), " {field}={value:?}").unwrap();
    }
}

impl Log {
    fn line(&self, name: &str) {
        write!(self.0.lock().unwrap(), "\n{name}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("apigw_client")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.line(span.metadata().name());
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.line("record");
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.line("event");
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test(start_paused = true)]
async fn calls_are_spans_with_attempts_and_without_secrets() {
    const SECRET: &str = "kept-to-myself-0123456789";
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    let body = r#"{"id": "k", "value": "kept-to-myself-0123456789"}"#;
    let answer = Step::Answer(201, &[("x-amzn-requestid", "r-1")], body);
    let script = Script::new(&[Step::Break, Step::Answer(503, &[("x-amzn-requestid", "r-0")], ""), answer]);
    let client = script.builder().build().unwrap();
    client.create_api_key().name("n").value(SECRET).send().await.unwrap();
    let text = log.0.lock().unwrap().clone();
    for expected in [
        "\napigw.call service=\"API Gateway\" operation=\"CreateApiKey\"",
        " attempt=1 error=\"interrupted\"",
        " attempt=2 status=503 request_id=\"r-0\"",
        " attempt=3 status=201 request_id=\"r-1\"",
        "\nrecord status=201",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    assert!(!text.contains(SECRET) && !text.contains("secret") && !text.contains("AKID"), "{text}");
}
