//! A stream of events that cannot be read further.

use std::fmt;

use crate::failure::write_request_id;

/// A stream of events that cannot be read further: a frame is damaged or too large, or an event does not fit the model.
/// The events before it are whole.
///
/// ```text
/// match events.next().await {
///     Some(Err(Error::BadEvent(bad))) => eprintln!("{}, request {:?}", bad.reason, bad.request_id),
///     other => …
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadEvent {
    /// What is wrong.
    pub reason: String,
    /// The HTTP status.
    pub status: u16,
    /// The request ID that the service assigned.
    pub request_id: Option<String>,
}

impl fmt::Display for BadEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the stream of events cannot be read further: {}; use the events before it, or call again",
            self.reason
        )?;
        write_request_id(f, self.request_id.as_deref())
    }
}
