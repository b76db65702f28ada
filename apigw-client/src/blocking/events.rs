//! Outputs whose events are read as they arrive, blocking on each.

use std::fmt;
use std::iter::FusedIterator;

use apigw_model::{EventOutput, FinishEvents};

use crate::blocking::{Client, next_item};
use crate::call::events;
use crate::error::Error;

/// An operation's output whose events are read as they arrive.
///
/// ```text
/// let reply = client.invoke_with_response_stream().function_name("hello").stream()?;
/// for event in reply.events {
///     println!("{:?}", event?);
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct StreamedEvents<I: EventOutput> {
    /// What the head of the reply says. The member that holds the events is empty.
    pub output: I::Output,
    /// The events.
    pub events: Events<I>,
}

/// Events as they arrive, an iterator that blocks on each. As for [`EventStream`](crate::EventStream), an error is the
/// last item.
///
/// ```text
/// let all = reply.events.collect::<Result<Vec<_>, _>>()?;
/// ```
#[must_use = "events are read when they are polled"]
pub struct Events<I: EventOutput> {
    /// Nothing once it could not wait.
    client: Option<Client>,
    events: events::EventStream<I>,
}

impl Client {
    /// Calls an operation whose output is a stream of events, and reads them as they arrive. Events that the operation
    /// takes are those of the input.
    ///
    /// # Errors
    ///
    /// Those of the operation, and [`ConfigError::AsyncContext`](crate::ConfigError::AsyncContext).
    pub fn events<I: EventOutput>(&self, input: &I) -> Result<StreamedEvents<I>, Error<I::ErrorKind>> {
        let events::StreamedEvents { output, events } = self.wait(|| self.inner.events(input))??;
        Ok(StreamedEvents { output, events: Events { client: Some(self.clone()), events } })
    }
}

impl<I: EventOutput> FinishEvents<I> for Client {
    type Events = Result<StreamedEvents<I>, Error<I::ErrorKind>>;

    fn finish_events(self, input: I) -> Self::Events {
        self.events(&input)
    }
}

impl<I: EventOutput> Iterator for Events<I> {
    type Item = Result<I::Event, Error<I::ErrorKind>>;

    fn next(&mut self) -> Option<Self::Item> {
        let events = &mut self.events;
        next_item(&mut self.client, || events.next())
    }
}

impl<I: EventOutput> FusedIterator for Events<I> {}

impl<I: EventOutput> fmt::Debug for Events<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("operation", &I::OPERATION.name).finish_non_exhaustive()
    }
}
