//! The reply to one attempt, as far as it was read.

use bytes::Bytes;

use crate::call::reply::Reply;
use crate::call::stream::StreamReply;
use crate::error::CallError;
use crate::failure::Failure;

/// How the body of a successful reply is read. The body of a failure is always read whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyMode {
    Whole,
    Stream,
}

/// The reply to one attempt.
pub(crate) enum Answer {
    /// Read whole.
    Whole(Reply),
    /// A success whose body is read as it arrives.
    Stream(StreamReply),
}

impl Answer {
    #[cfg(feature = "waiters")]
    pub(crate) fn status(&self) -> http::StatusCode {
        match self {
            Self::Whole(reply) => reply.status,
            Self::Stream(reply) => reply.status,
        }
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn request_id(&self) -> Option<&str> {
        match self {
            Self::Whole(reply) => reply.request_id(),
            Self::Stream(reply) => reply.request_id(),
        }
    }

    /// What the reply says about the failure; `None` if the call succeeded.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Whole(reply) => reply.failure(),
            Self::Stream(_) => None,
        }
    }

    /// The service's time, if the reply was read whole and has it.
    pub(crate) fn date(&self) -> Option<&str> {
        match self {
            Self::Whole(reply) => reply.header("date"),
            Self::Stream(_) => None,
        }
    }

    /// The reply to a call whose body was to be read whole.
    pub(crate) fn into_reply(self) -> Reply {
        match self {
            Self::Whole(reply) => reply,
            Self::Stream(reply) => Reply::new(reply.status, reply.headers, Bytes::new()),
        }
    }

    /// The reply to a call whose body was to be read as it arrives; a failure is an error.
    pub(crate) fn into_stream(self) -> Result<StreamReply, CallError> {
        match self {
            Self::Whole(reply) => Err(CallError::service(reply.into_failure())),
            Self::Stream(reply) => Ok(reply),
        }
    }
}
