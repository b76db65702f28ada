//! The frames of a stream of events: where each ends, and how one is written. What is in a frame is read and written by
//! `aws-smithy-eventstream`.

use std::fmt;

use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_types::event_stream::Message;
use bytes::{Buf as _, Bytes, BytesMut};

/// The size of what a frame begins with: the sizes of the frame and of its headers, and a checksum of both.
const PRELUDE: usize = 12;

/// The largest frame that the AWS tools take: headers, payload, and what is around them.
const MAX_FRAME: usize = (128 << 10) + (24 << 20) + PRELUDE + 4;

/// Why bytes are not a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadFrame {
    /// The sizes at its beginning and their checksum contradict each other.
    Prelude,
    /// It is larger than any frame may be.
    TooLarge(usize),
    /// Its checksum or its headers are wrong.
    Content(String),
    /// The bytes end before it does.
    Cut,
}

impl fmt::Display for BadFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prelude => f.write_str("the sizes of a frame do not have the checksum behind them"),
            Self::TooLarge(size) => write!(f, "a frame has {size} bytes, and {MAX_FRAME} are allowed"),
            Self::Content(reason) => write!(f, "a frame cannot be read: {reason}"),
            Self::Cut => f.write_str("it ends within a frame"),
        }
    }
}

/// The frames of bytes that come in parts. No more than one frame and one part is kept.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    buffer: BytesMut,
}

impl Frames {
    /// The frames in bytes that are there.
    pub(crate) fn of(bytes: Bytes) -> Self {
        Self { buffer: BytesMut::from(bytes) }
    }

    /// Adds the next part.
    pub(crate) fn push(&mut self, bytes: Bytes) {
        if self.buffer.is_empty() {
            self.buffer = BytesMut::from(bytes);
        } else {
            self.buffer.extend_from_slice(&bytes);
        }
    }

    /// The next frame; nothing if it is not there as a whole.
    pub(crate) fn next(&mut self) -> Result<Option<Message>, BadFrame> {
        let Some(size) = self.size()? else { return Ok(None) };
        if self.buffer.len() < size {
            return Ok(None);
        }
        let frame = self.buffer.split_to(size).freeze();
        read_message_from(frame).map(Some).map_err(|error| BadFrame::Content(error.to_string()))
    }

    /// All bytes are there: the next frame, if there is one.
    pub(crate) fn last(&mut self) -> Result<Option<Message>, BadFrame> {
        match self.next()? {
            None if !self.buffer.is_empty() => Err(BadFrame::Cut),
            frame => Ok(frame),
        }
    }

    /// The size of the next frame, if its beginning is there. It is believed only with its checksum: a wrong size would
    /// have bytes awaited that never come.
    fn size(&self) -> Result<Option<usize>, BadFrame> {
        let Some((sizes, mut checksum)) = self.buffer.get(..PRELUDE).and_then(|prelude| prelude.split_at_checked(8))
        else {
            return Ok(None);
        };
        if crc32fast::hash(sizes) != checksum.get_u32() {
            return Err(BadFrame::Prelude);
        }

        let mut sizes = sizes;
        let size = usize::try_from(sizes.get_u32()).unwrap_or(usize::MAX);
        if size > MAX_FRAME {
            return Err(BadFrame::TooLarge(size));
        }
        // A frame has a checksum at its end too.
        if size < PRELUDE + 4 { Err(BadFrame::Prelude) } else { Ok(Some(size)) }
    }
}

/// Writes a frame behind others. What has no room in one, such as a header of more than 32 KB, is an error.
pub(crate) fn write(message: &Message, out: &mut BytesMut) -> Result<(), Unwritten> {
    write_message_to(message, out).map_err(|error| Unwritten(error.to_string()))
}

/// Why a message has no room in a frame.
#[derive(Debug)]
pub(crate) struct Unwritten(pub(crate) String);

#[cfg(test)]
mod tests;
