//! Replaying a recording.

use std::fmt;
use std::io::{self, BufRead as _, BufReader, Read};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::Request;

use crate::client::Client;
use crate::config::user_agent;
use crate::http::transport::{ResponseFuture, Transport};
use crate::settings::resolved::Settings;
use crate::testing::canned_response::CannedResponse;
use crate::testing::recorder::entry::{Entry, RecordedRequest};

/// A transport that answers as was recorded.
///
/// Each answer is given once, to a request for the same operation with the same path, query and body; equal requests
/// get theirs in the order of the recording. A request that nothing was recorded for is answered with the error
/// `UnexpectedCall`.
#[derive(Clone)]
pub struct Replayer {
    left: Arc<Mutex<Vec<Entry>>>,
}

/// Why a recording cannot be replayed.
#[derive(Debug)]
#[non_exhaustive]
pub enum RecordingError {
    /// It cannot be read.
    Io(io::Error),
    /// A line is not one of a recording.
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
    /// If it cannot be read, or is no recording.
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

    /// How many answers were not given yet.
    pub fn left(&self) -> usize {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn answer(&self, request: &Request<Bytes>) -> CannedResponse {
        let (request_record, _) = RecordedRequest::of(request);
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let found = left.iter().position(|entry| entry.request_record == request_record);
        let answer = found.map(|index| left.remove(index)).and_then(|entry| entry.answer());
        answer.unwrap_or_else(|| {
            let message =
                format!("the recording has no answer left for this call of `{}`; record it", request_record.operation);
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
    /// A client that is answered as was recorded. Its calls are unsigned and tried once.
    ///
    /// # Errors
    ///
    /// If the recording cannot be read, or is none.
    pub fn from_recording(recording: impl Read) -> Result<Self, RecordingError> {
        let replayer = Replayer::read(recording)?;
        Ok(Self::new(Settings::of_double(), user_agent::default(), Arc::new(replayer), None))
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
            Self::Io(error) => write!(f, "the recording cannot be read: {error}"),
            Self::Line { line } => write!(f, "line {line} is not one of a recording; record again"),
        }
    }
}

impl std::error::Error for RecordingError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Io(error) = self { Some(error) } else { None }
    }
}
