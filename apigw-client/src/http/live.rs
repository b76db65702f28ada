//! A body of events that is made while it is sent.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::SystemTime;

use apigw_spec::Shape;
use apigw_spec::value::ToValue;
use aws_smithy_types::event_stream::Message;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use hyper::body::{Body, Frame};

use crate::http::bind::BindError;
use crate::http::event::message;
use crate::http::frame::{Frames, write};
use crate::http::sign::chain::Chain;
use crate::http::transport::{BoxError, TransportError};

/// The messages of events, in the order in which they are made.
pub(crate) type Messages = Pin<Box<dyn Stream<Item = Result<Message, BindError>> + Send>>;

/// The messages of the frames that are there, and then of a stream of events.
pub(crate) fn messages<E>(frames: Bytes, union: &'static Shape, member: &'static str, events: E) -> Messages
where
    E: Stream<Item: ToValue> + Send + 'static,
{
    let (mut frames, mut first) = (Frames::of(frames), VecDeque::new());
    // Binding wrote the frames.
    while let Ok(Some(message)) = frames.next() {
        first.push_back(message);
    }
    Box::pin(Encoded { first, events: Box::pin(events), union, member })
}

struct Encoded<E> {
    first: VecDeque<Message>,
    events: Pin<Box<E>>,
    union: &'static Shape,
    /// The member of the input that holds the events, for errors.
    member: &'static str,
}

impl<E: Stream<Item: ToValue>> Stream for Encoded<E> {
    type Item = Result<Message, BindError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(message) = self.first.pop_front() {
            return Poll::Ready(Some(Ok(message)));
        }
        let invalid = BindError::InvalidEvent { member: self.member };
        let union = self.union;
        let event = self.events.as_mut().poll_next(cx);
        event.map(|event| Some(message(union, event?.to_value()).ok_or(invalid)))
    }
}

/// The body. Events are signed one by one if there is a chain of signatures.
pub(crate) struct LiveBody {
    pub(crate) messages: Messages,
    pub(crate) chain: Option<Chain>,
    /// The time that signatures have.
    pub(crate) now: Box<dyn Fn() -> SystemTime + Send>,
    pub(crate) is_over: bool,
}

impl LiveBody {
    /// The frame of an event; without one, the signed frame that ends the stream, if it is signed.
    fn frame(&mut self, event: Option<&Message>) -> Option<Result<Frame<Bytes>, TransportError>> {
        let signed = self.chain.as_mut().map(|chain| chain.sign(event, (self.now)()));
        let message = match (signed, event) {
            (Some(Ok(signed)), _) => signed,
            (Some(Err(error)), _) => return Some(Err(self.fail(Box::new(error)))),
            (None, event) => event?.clone(),
        };

        let mut frame = BytesMut::new();
        Some(match write(&message, &mut frame) {
            Ok(()) => Ok(Frame::data(frame.freeze())),
            Err(error) => Err(self.fail(error.0.into())),
        })
    }

    fn fail(&mut self, error: BoxError) -> TransportError {
        self.is_over = true;
        TransportError::Broken(error)
    }
}

impl Body for LiveBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        self.messages.as_mut().poll_next(cx).map(|message| match message {
            Some(Ok(message)) => self.frame(Some(&message)),
            Some(Err(error)) => Some(Err(self.fail(Box::new(error)))),
            None => {
                self.is_over = true;
                self.frame(None)
            }
        })
    }
}
