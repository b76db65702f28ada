//! An output whose events are read as they arrive.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use apigw_model::__private::{Placeholder as _, Structured};
use apigw_model::{ErrorKind as _, EventOutput, Operation};
use futures_core::Stream;
use futures_core::stream::FusedStream;
use http::{HeaderMap, StatusCode};

use crate::call::answer::Answer;
use crate::call::event::{ReplyHead, arrived};
use crate::call::interpret::fill_head;
use crate::call::stream::{ByteStream, StreamReply};
use crate::error::{CallError, Error};
use crate::http::frame::Frames;

/// An operation's output whose events are read as they arrive.
///
/// ```text
/// let reply = client.invoke_with_response_stream().function_name("hello").stream().await?;
/// println!("{:?}", reply.output.executed_version);
/// ```
#[non_exhaustive]
pub struct StreamedEvents<I: EventOutput> {
    /// What the head of the reply says. The member that holds the events is empty.
    pub output: I::Output,
    /// The events.
    pub events: EventStream<I>,
}

impl<I: EventOutput> fmt::Debug for StreamedEvents<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamedEvents").field("events", &self.events).finish_non_exhaustive()
    }
}

/// Events as they arrive: a [`Stream`], or [`next`](Self::next). One event is held in memory at a time.
///
/// An event that the model does not list is `Unknown`. An error that the service sends in the stream is
/// [`Error::Service`], with the kind and the details of the modelled error; it, and anything else that breaks the stream,
/// is the last item. Each part must arrive within the client's read timeout, and nothing is retried once the first has.
///
/// ```text
/// while let Some(event) = reply.events.next().await.transpose()? {
///     match event {
///         InvokeWithResponseStreamResponseEvent::PayloadChunk(chunk) => print(chunk.payload),
///         InvokeWithResponseStreamResponseEvent::InvokeComplete(end) => println!("{:?}", end.error_code),
///         _ => {}
///     }
/// }
/// ```
pub struct EventStream<I: EventOutput> {
    body: ByteStream,
    frames: Frames,
    status: StatusCode,
    headers: HeaderMap,
    is_over: bool,
    operation: PhantomData<fn() -> I>,
}

impl<I: EventOutput> EventStream<I> {
    /// The next event; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<I::Event, Error<I::ErrorKind>>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The events that are whole and not taken yet: the first of them.
    fn ready(&mut self) -> Result<Option<I::Event>, CallError> {
        let head = ReplyHead { status: self.status, headers: &self.headers };
        while let Some(message) = self.frames.next().map_err(|error| head.bad_frame(&error))? {
            if let Some(arrived) = arrived(&message, I::Event::SHAPE, head)? {
                let mut event = I::Event::placeholder();
                arrived.read(&message, head, &mut event)?;
                return Ok(Some(event));
            }
        }
        Ok(None)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<I::Event>, CallError>> {
        loop {
            if let Some(event) = self.ready()? {
                return Poll::Ready(Ok(Some(event)));
            }
            match Pin::new(&mut self.body).poll_next(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(bytes)) => self.frames.push(bytes?),
                Poll::Ready(None) => {
                    let head = ReplyHead { status: self.status, headers: &self.headers };
                    return Poll::Ready(self.frames.last().map(|_| None).map_err(|error| head.bad_frame(&error)));
                }
            }
        }
    }
}

impl<I: EventOutput> Stream for EventStream<I> {
    type Item = Result<I::Event, Error<I::ErrorKind>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        self.poll(cx).map(|event| {
            self.is_over = !matches!(event, Ok(Some(_)));
            event.map_err(|error| error.explained(I::SHAPE).with_kind(I::ErrorKind::from_code)).transpose()
        })
    }
}

impl<I: EventOutput> FusedStream for EventStream<I> {
    fn is_terminated(&self) -> bool {
        self.is_over
    }
}

impl<I: EventOutput> Unpin for EventStream<I> {}

impl<I: EventOutput> fmt::Debug for EventStream<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("operation", &I::OPERATION.name).finish_non_exhaustive()
    }
}

/// Reads the head of an output whose events are read as they arrive.
pub(crate) fn read_events<I: EventOutput>(answer: Answer) -> Result<StreamedEvents<I>, CallError> {
    let StreamReply { status, headers, body } = answer.into_stream()?;
    let mut output = <I as Operation>::Output::placeholder();
    fill_head(status, &headers, <I::Output as Structured>::SHAPE, &mut output);
    let events =
        EventStream { body, frames: Frames::default(), status, headers, is_over: false, operation: PhantomData };
    Ok(StreamedEvents { output, events })
}
