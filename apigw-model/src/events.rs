//! What operations whose bodies are streams of events promise to generic code.

use crate::operation::{Operation, Structured};

/// An operation whose output is a stream of events: of values of a union.
///
/// ```text
/// async fn count<I: EventOutput>(mut events: apigw_client::EventStream<I>) -> Result<usize, apigw_client::Error<I::ErrorKind>> {
///     let mut count = 0;
///     while let Some(event) = events.next().await.transpose()? {
///         let _: I::Event = event;
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
pub trait EventOutput: Operation {
    /// The union that each event is.
    type Event: Structured;
}

/// An operation that takes a stream of events.
///
/// ```text
/// /// The events of a microphone, for whichever operation takes them.
/// fn spoken<I: EventInput<Event = AudioStream>>() -> impl futures_core::Stream<Item = AudioStream> { … }
/// ```
pub trait EventInput: Operation {
    /// The union that each event is.
    type Event: Structured;
}

/// What finishes a fluent call by reading events as they arrive; as [`Finish`](crate::Finish).
///
/// ```text
/// impl<I: EventOutput> FinishEvents<I> for Parcels {
///     type Events = Call<I, StreamedEvents<I>>;
///
///     fn finish_events(self, input: I) -> Self::Events {
///         self.0.events(&input)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not read events as they arrive",
    note = "`apigw_client::Client` does with its feature `event-stream`; a client of your own implements `FinishEvents`"
)]
pub trait FinishEvents<I: EventOutput>: Sized {
    /// What `stream` gives: a future, or a result.
    type Events;
    /// Consumes the finished input.
    fn finish_events(self, input: I) -> Self::Events;
}

/// What finishes a fluent call by sending the events `E` as they are made, and reading others as they arrive; as
/// [`Finish`](crate::Finish).
///
/// `Client::events_with` of `apigw_client` shows one that sends them; this one keeps them for a test:
///
/// ```
/// use apigw_model::{EventInput, EventOutput, FinishExchange};
///
/// struct Keeping;
///
/// impl<I, E> FinishExchange<I, E> for Keeping
/// where
///     I: EventInput + EventOutput,
///     E: Iterator<Item = <I as EventInput>::Event>,
/// {
///     type Exchange = (I, Vec<<I as EventInput>::Event>);
///
///     fn finish_exchange(self, input: I, events: E) -> Self::Exchange {
///         (input, events.collect())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not send a stream of events of type `{E}`",
    note = "`apigw_client::Client` does with its feature `event-stream`, for a `Stream` that is `Send` and owns what it uses; other clients take events as the list in the input, with `send`"
)]
pub trait FinishExchange<I: EventInput + EventOutput, E>: Sized {
    /// What `stream` gives: a future, or a result.
    type Exchange;
    /// Consumes the finished input and the events.
    fn finish_exchange(self, input: I, events: E) -> Self::Exchange;
}
