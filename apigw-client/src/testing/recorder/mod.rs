//! Recording real traffic without its secrets, and replaying it without a server.
//!
//! A recording has one line of JSON for each response. It holds neither keys nor tokens nor signatures. What the
//! specification marks as secret is replaced by `REDACTED`, in requests and in responses, and so is it where it appears
//! again: API keys, stage variables, static values of request mappings, the queries of URIs, and what methods are tested with. Bodies that are not JSON, such as an exported API, are recorded as they are.
//! Streams of events are not recorded: a call of an operation that takes them or answers with them is an error.
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

use crate::http::bind::has_events;
#[cfg(feature = "event-stream")]
use crate::http::transport::Body;
use crate::http::transport::{ResponseFuture, Transport, TransportError, operation};
use crate::testing::canned_response::CannedResponse;
use entry::Entry;
pub use replayer::{RecordingError, Replayer};

/// The destination of a recording.
pub(crate) type Sink = Arc<Mutex<dyn Write + Send>>;

/// A transport that records what another one sends and receives.
pub(crate) struct Recorder {
    inner: Arc<dyn Transport>,
    sink: Sink,
    /// Why the recording could not be written. Nothing more is sent then.
    lost: Arc<OnceLock<String>>,
}

impl Recorder {
    pub(crate) fn new(inner: Arc<dyn Transport>, sink: Sink) -> Self {
        Self { inner, sink, lost: Arc::default() }
    }
}

impl Transport for Recorder {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        // In frames, which are signed and have checksums, secrets could not be replaced.
        if operation(&request).is_some_and(has_events) {
            return Box::pin(async { Err(TransportError::NotRecorded) });
        }
        if let Some(reason) = self.lost.get() {
            let reason = format!("cannot write the recording: {reason}");
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
                // The service executed the request: an error here would make the client retry it.
                lost.get_or_init(|| error.to_string());
            }
            Ok(answer.into_response())
        })
    }

    #[cfg(feature = "event-stream")]
    fn exchange(&self, _: Request<Body>) -> ResponseFuture {
        Box::pin(async { Err(TransportError::NotRecorded) })
    }
}

/// Writes a line at once, so that the lines of concurrent calls do not mix.
fn write(sink: &Sink, entry: &Entry) -> io::Result<()> {
    let line = format!("{}\n", entry.to_json());
    let mut sink = sink.lock().unwrap_or_else(PoisonError::into_inner);
    sink.write_all(line.as_bytes())?;
    sink.flush()
}
