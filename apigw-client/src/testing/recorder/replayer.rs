//! Replaying a recording.

use std::fmt;
use std::io::{self, BufRead as _, BufReader, Read};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::Request;

use crate::call::core::Hooks;
use crate::client::Client;
use crate::config::user_agent;
use crate::http::transport::{ResponseFuture, Transport};
use crate::settings::resolved::ClientSettings;
use crate::testing::canned_response::CannedResponse;
use crate::testing::recorder::entry::{Entry, RecordedRequest};

/// A transport that replays recorded responses.
///
/// ```no_run
/// use std::fs::File;
///
/// use apigw_client::{Client, recorder::Replayer};
///
/// let replayer = Replayer::read(File::open("tests/pets.jsonl")?)?;
/// let client = Client::builder().unsigned().endpoint_url("http://localhost").transport(replayer.clone()).build()?;
/// assert_eq!(replayer.left(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Each response is used once, to a request for the same operation with the same path, query and body; equal requests
/// get theirs in the order of the recording. A request without a recorded response ends with the error `UnexpectedCall`.
#[derive(Clone)]
pub struct Replayer {
    left: Arc<Mutex<Vec<Entry>>>,
}

/// Why a recording cannot be replayed.
///
/// ```
/// use apigw_client::recorder::Replayer;
///
/// let error = Replayer::read(&b"{}"[..]).unwrap_err();
/// assert_eq!(error.to_string(), "line 1 is not a line of a recording; record again");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum RecordingError {
    /// It cannot be read.
    Io(io::Error),
    /// A line is not a line of a recording.
    Line {
        /// The line, counted from one.
        line: usize,
    },
}

impl Replayer {
    /// Reads a whole recording.
    ///
    /// ```
    /// use apigw_client::recorder::Replayer;
    ///
    /// let replayer = Replayer::read(&b""[..])?;
    /// assert_eq!(replayer.left(), 0);
    /// assert!(Replayer::read(&b"no recording"[..]).is_err());
    /// # Ok::<(), apigw_client::recorder::RecordingError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is not a recording.
    pub fn read(recording: impl Read) -> Result<Self, RecordingError> {
        let mut left = Vec::new();
        for (index, line) in BufReader::new(recording).lines().enumerate() {
            let line = line.map_err(RecordingError::Io)?;
            if !line.trim().is_empty() {
                left.push(Entry::read(&line).ok_or(RecordingError::Line { line: index + 1 })?);
            }
        }
        Ok(Self { left: Arc::new(Mutex::new(left)) })
    }

    /// How many responses are left.
    pub fn left(&self) -> usize {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn answer(&self, request: &Request<Bytes>) -> CannedResponse {
        let (recorded, _) = RecordedRequest::of(request);
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let found = left.iter().position(|entry| entry.recorded == recorded);
        let answer = found.map(|index| left.remove(index)).and_then(|entry| entry.answer());
        answer.unwrap_or_else(|| {
            let message =
                format!("the recording has no response left for this call of `{}`; record it", recorded.operation);
            CannedResponse::error(501, "UnexpectedCall", &message)
        })
    }
}

impl Transport for Replayer {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        let answer = self.answer(&request).into_response();
        Box::pin(async move { Ok(answer) })
    }
}

impl Client {
    /// A client that replays a recording. Its calls are unsigned and not retried.
    ///
    /// # Errors
    ///
    /// If the recording cannot be read, or is not a recording.
    pub fn from_recording(recording: impl Read) -> Result<Self, RecordingError> {
        let replayer = Replayer::read(recording)?;
        Ok(Self::new(ClientSettings::of_double(), user_agent::default(), Arc::new(replayer), Hooks::default()))
    }
}

impl fmt::Debug for Replayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replayer").field("left", &self.left()).finish()
    }
}

impl fmt::Display for RecordingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "cannot read the recording: {error}"),
            Self::Line { line } => write!(f, "line {line} is not a line of a recording; record again"),
        }
    }
}

impl std::error::Error for RecordingError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Io(error) = self { Some(error) } else { None }
    }
}
