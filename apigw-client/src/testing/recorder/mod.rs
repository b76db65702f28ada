//! Recording real traffic without its secrets, and replaying it without a server.
//!
//! A recording has a line of JSON for each answer. What signs a request is not kept: neither keys nor tokens nor
//! signatures. Members that the specification calls sensitive are replaced by `REDACTED`, in requests and in answers,
//! and so is their text where it shows up again. Bytes that are no JSON, such as an exported API, are kept as they are.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::fs::File;
//!
//! use apigw_client::Client;
//!
//! let client = Client::builder().record(File::create("tests/pets.jsonl")?).build()?;
//! client.get_rest_api().rest_api_id("a1b2c3").send().await?;
//!
//! let client = Client::from_recording(File::open("tests/pets.jsonl")?)?;
//! client.get_rest_api().rest_api_id("a1b2c3").send().await?;
//! # Ok(())
//! # }
//! ```

mod entry;
mod redact;
mod replayer;

use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use http::Request;
use http_body_util::BodyExt as _;

use crate::http::transport::{ResponseFuture, Transport, TransportError};
use crate::testing::canned_response::CannedResponse;
use entry::Entry;
pub use replayer::{RecordingError, Replayer};

/// Where a recording is written to.
pub(crate) type Sink = Arc<Mutex<dyn Write + Send>>;

/// A transport that writes down what goes through another one.
pub(crate) struct Recorder {
    inner: Arc<dyn Transport>,
    sink: Sink,
    /// Why the recording could not be written, after which nothing more is sent.
    lost: Arc<OnceLock<String>>,
}

impl Recorder {
    pub(crate) fn new(inner: Arc<dyn Transport>, sink: Sink) -> Self {
        Self { inner, sink, lost: Arc::default() }
    }
}

impl Transport for Recorder {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        if let Some(reason) = self.lost.get() {
            let reason = format!("the recording cannot be written: {reason}");
            return Box::pin(async { Err(TransportError::Connect(reason.into())) });
        }
        let sent = request.clone();
        let answer = self.inner.send(request);
        let (sink, lost) = (Arc::clone(&self.sink), Arc::clone(&self.lost));
        Box::pin(async move {
            let (head, body) = answer.await?.into_parts();
            let body = body.collect().await?.to_bytes();
            let answer = CannedResponse { status: head.status, headers: head.headers, body };
            if let Err(error) = write(&sink, &Entry::of(&sent, &answer)) {
                // The service did what was asked: an error here would make the client ask again.
                lost.get_or_init(|| error.to_string());
            }
            Ok(answer.into_response())
        })
    }
}

/// Writes a line at once, so that lines of calls at the same time do not mix.
fn write(sink: &Sink, entry: &Entry) -> io::Result<()> {
    let line = format!("{}\n", entry.to_json());
    let mut sink = sink.lock().unwrap_or_else(PoisonError::into_inner);
    sink.write_all(line.as_bytes())?;
    sink.flush()
}
