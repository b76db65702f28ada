//! A typed call: the future of an operation's output.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use apigw_model::{ErrorKind as _, Operation, Structured};

use crate::call::answer::Answer;
use crate::call::exchange::Exchange;
use crate::call::interpret::{fill, fill_head};
#[cfg(feature = "preflight")]
use crate::call::preflight::Preflight;
use crate::call::stream::{StreamReply, Streamed};
use crate::error::{CallError, Error};

/// A typed call: the future of an operation's output. It starts when it is awaited; dropping it cancels the call, and
/// nothing is retried.
///
/// ```no_run
/// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let (account, apis) = (client.get_account().send(), client.get_rest_apis().send());
/// println!("{:?} {:?}", account.await?, apis.await?);
/// # Ok(())
/// # }
/// ```
#[must_use = "a call starts when it is awaited"]
pub struct Call<I: Operation, O = <I as Operation>::Output> {
    answer: Pin<Box<dyn Future<Output = Result<Answer, CallError>> + Send>>,
    read: fn(Answer) -> Result<O, CallError>,
    operation: PhantomData<fn() -> I>,
}

/// A call that is ready, with what has to be checked at the service before it.
pub(crate) struct Prepared {
    #[cfg(feature = "preflight")]
    pub(crate) preflight: Option<Preflight>,
    pub(crate) exchange: Exchange,
}

impl Prepared {
    /// Makes the call.
    pub(crate) async fn run(self) -> Result<Answer, CallError> {
        #[cfg(feature = "preflight")]
        if let Some(preflight) = self.preflight {
            // Boxed, so that calls without it are not larger for it.
            Box::pin(preflight.run()).await?;
        }
        self.exchange.run().await
    }
}

impl<I: Operation, O> Call<I, O> {
    pub(crate) fn new(prepared: Result<Prepared, CallError>, read: fn(Answer) -> Result<O, CallError>) -> Self {
        Self { answer: Box::pin(async move { prepared?.run().await }), read, operation: PhantomData }
    }
}

impl<I: Operation, O> Future for Call<I, O> {
    type Output = Result<O, Error<I::ErrorKind>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.answer.as_mut().poll(cx).map(|answer| {
            let output = answer.and_then(self.read);
            output.map_err(|error| error.explained(I::SHAPE).with_kind(I::ErrorKind::from_code))
        })
    }
}

impl<I: Operation, O> fmt::Debug for Call<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&I::OPERATION.name).finish()
    }
}

/// Reads an output that arrived whole.
pub(crate) fn read_whole<O: Structured>(answer: Answer) -> Result<O, CallError> {
    let reply = answer.into_reply();
    if !reply.is_success() {
        return Err(CallError::service(reply.into_failure()));
    }

    let mut output = O::placeholder();
    fill(&reply, O::SHAPE, &mut output)?;
    Ok(output)
}

/// Reads the head of an output whose bytes are read as they arrive.
pub(crate) fn read_stream<O: Structured>(answer: Answer) -> Result<Streamed<O>, CallError> {
    let StreamReply { status, headers, body } = answer.into_stream()?;
    let mut output = O::placeholder();
    fill_head(status, &headers, O::SHAPE, &mut output);
    Ok(Streamed { output, body })
}
