//! A body of events that is made while it is sent.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::SystemTime;

use apigw_spec::Shape;
use apigw_spec::value::ToValue;
use aws_smithy_types::event_stream::Message;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body_util::BodyExt as _;
use hyper::body::{Body, Frame};

use crate::http::bind::BindError;
use crate::http::event::message;
use crate::http::frame::{Frames, Unwritten, write};
use crate::http::sign::chain::Chain;
use crate::http::transport::{self, ResponseFuture, TransportError};

/// The messages of events, in the order in which they are made.
pub(crate) struct Messages {
    /// None for an event that has no message.
    made: Pin<Box<dyn Stream<Item = Option<Message>> + Send>>,
    /// The member of the input that holds the events, for errors.
    member: &'static str,
}

/// The messages of the frames that are there, and then of a stream of events.
pub(crate) fn messages<E>(
    frames: Bytes,
    union: &'static Shape,
    member: &'static str,
    events: E,
) -> Result<Messages, BindError>
where
    E: Stream<Item: ToValue> + Send + 'static,
{
    let (mut frames, mut first) = (Frames::of(frames), VecDeque::new());
    while let Some(message) = frames.last().map_err(|_| BindError::InvalidEvent { member })? {
        first.push_back(message);
    }
    Ok(Messages { made: Box::pin(Encoded { first, events: Box::pin(events), union }), member })
}

struct Encoded<E> {
    first: VecDeque<Message>,
    events: Pin<Box<E>>,
    union: &'static Shape,
}

impl<E: Stream<Item: ToValue>> Stream for Encoded<E> {
    type Item = Option<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(message) = self.first.pop_front() {
            return Poll::Ready(Some(Some(message)));
        }
        let union = self.union;
        self.events.as_mut().poll_next(cx).map(|event| Some(message(union, event?.to_value())))
    }
}

/// The body. Events are signed one by one if there is a chain of signatures.
pub(crate) struct LiveBody {
    messages: Messages,
    chain: Option<Chain>,
    /// The time that signatures have.
    now: Box<dyn Fn() -> SystemTime + Send>,
    is_over: bool,
    unsent: Unsent,
}

/// Why an event could not be sent, once one could not. The body tells it, and whoever reads the response.
type Unsent = Arc<OnceLock<BindError>>;

impl LiveBody {
    pub(crate) fn new(messages: Messages, chain: Option<Chain>, now: impl Fn() -> SystemTime + Send + 'static) -> Self {
        Self { messages, chain, now: Box::new(now), is_over: false, unsent: Arc::default() }
    }

    /// The response to a request with this body. A connection breaks with its body and says no more than that: what broke
    /// the body is the error instead.
    pub(crate) fn explains(&self) -> impl FnOnce(ResponseFuture) -> ResponseFuture + use<> {
        let unsent = Arc::clone(&self.unsent);
        let explained = move |error| unsent.get().map_or(error, |unsent| TransportError::Unsent(*unsent));
        move |response| {
            Box::pin(async move {
                let response = response.await.map_err(&explained)?;
                Ok(response.map(|body| transport::Body::new(body.map_err(explained))))
            })
        }
    }

    /// The frame of an event; without one, the signed frame that ends the stream, if it is signed.
    fn written(&mut self, event: Option<&Message>) -> Result<Option<Frame<Bytes>>, Unwritten> {
        let message = match (&mut self.chain, event) {
            (Some(chain), event) => chain.sign(event, (self.now)()).map_err(|error| Unwritten(error.to_string()))?,
            (None, Some(event)) => event.clone(),
            (None, None) => return Ok(None),
        };

        let mut frame = BytesMut::new();
        write(&message, &mut frame)?;
        Ok(Some(Frame::data(frame.freeze())))
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
        self.messages.made.as_mut().poll_next(cx).map(|event| {
            self.is_over = event.is_none();
            let frame = match &event {
                Some(None) => None,
                Some(Some(event)) => self.written(Some(event)).ok(),
                None => self.written(None).ok(),
            };
            let frame = frame.ok_or_else(|| {
                self.is_over = true;
                let invalid = BindError::InvalidEvent { member: self.messages.member };
                TransportError::Unsent(*self.unsent.get_or_init(|| invalid))
            });
            frame.transpose()
        })
    }
}
