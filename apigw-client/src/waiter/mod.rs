//! Waiters: an operation is called until its answer says that something is done.
//!
//! The methods of a client that `client!` generates for the waiters of a model begin here.

mod accept;
mod error;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;

use apigw_model::{ErrorKind as _, FinishWait, Operation};
use apigw_spec::Waiter;
use apigw_spec::waiter::WaiterState;
use tokio::time::{Instant, sleep};

use crate::call::future::read_whole;
use crate::client::Client;
use crate::config::runtime::require_runtime;
use crate::error::{CallError, Error};
use accept::{Acceptors, Observed, named};
pub use error::WaitError;

/// How long is waited where neither the caller nor the model says so.
const LONGEST: Duration = Duration::from_mins(5);

/// Calls that are made until one says that something is done. They begin when it is awaited, and end with the output that
/// says so: none, if it is an error, such as that of an object that is to be gone.
///
/// Between two calls it waits as long as the model says. It gives up after the number of calls that the model names, else
/// after five minutes, unless [`within`](Self::within) says how long it may take.
///
/// ```no_run
/// use apigw_client::{Client, Wait};
/// use apigw_model::{FinishWait as _, GetRestApi};
/// use apigw_spec::Waiter;
/// use apigw_spec::waiter::{Acceptor, Comparator, AnswerMatcher, PathTest, WaiterState};
///
/// // `client!` writes such a table, and a method that uses it, for each waiter of a model.
/// static NAMED: Waiter = Waiter {
///     name: "ApiNamed", operation: "GetRestApi", min_delay: 2, max_delay: 30, max_attempts: None,
///     acceptors: &[Acceptor {
///         state: WaiterState::Success,
///         matcher: AnswerMatcher::Output(PathTest { path: "name", comparator: Comparator::StringEquals, expected: "pets" }),
///     }],
/// };
/// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
/// let input = GetRestApi::builder().rest_api_id("a1b2c3").build();
/// let wait: Wait<GetRestApi> = client.finish_wait(input, &NAMED);
/// let api = wait.within(std::time::Duration::from_secs(60)).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is called until it is awaited"]
pub struct Wait<I> {
    client: Client,
    input: I,
    waiter: &'static Waiter,
    limit: Option<Duration>,
}

/// The output that said that it is done; none if it was an error, such as that of an object that is gone.
type Waited<I> = Result<Option<<I as Operation>::Output>, WaitError<<I as Operation>::ErrorKind>>;

impl<I: Operation> Wait<I> {
    /// How long it may take: no call begins later. It counts instead of the number of calls that the model names.
    pub fn within(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    async fn run(self) -> Waited<I> {
        let name = self.waiter.name;
        let wrong_path = |reason| WaitError::Path { waiter: name, reason };
        let acceptors = Acceptors::new(self.waiter).map_err(wrong_path)?;
        let input = named(&self.input);
        let begin = Instant::now();
        let mut attempt = 1;
        loop {
            let (state, outcome) = self.call(&acceptors, &input).await;
            let outcome = outcome.map_err(|error| error.with_kind(I::ErrorKind::from_code));
            match (state.map_err(wrong_path)?, outcome) {
                (Some(WaiterState::Success), outcome) => return Ok(outcome.ok()),
                (Some(WaiterState::Failure), Ok(_)) => return Err(WaitError::Failed { waiter: name }),
                (Some(WaiterState::Failure) | None, Err(error)) => return Err(WaitError::Call(error)),
                (Some(WaiterState::Retry) | None, _) => {}
            }

            let Some(delay) = self.delay(attempt, begin.elapsed()) else {
                return Err(WaitError::TimedOut { waiter: name, calls: attempt });
            };
            require_runtime().map_err(|error| WaitError::Call(Error::from(error)))?;
            sleep(delay).await;
            attempt = attempt.saturating_add(1);
        }
    }

    /// Makes one call, and has it looked at.
    async fn call(
        &self,
        acceptors: &Acceptors,
        input: &serde_json::Value,
    ) -> (Result<Option<WaiterState>, String>, Result<I::Output, CallError>) {
        let answer = self.client.answer(&self.input).await;
        let status = answer.as_ref().ok().map(|answer| answer.status().as_u16());
        let output = answer.and_then(read_whole);
        let observed = Observed { status, outcome: output.as_ref().map(named), input };
        (acceptors.state(&observed), output)
    }

    /// The delay before the next call; `None` if there is to be none.
    fn delay(&self, attempt: u32, elapsed: Duration) -> Option<Duration> {
        let Waiter { min_delay, max_delay, max_attempts, .. } = *self.waiter;
        let grown = 2_u32.checked_pow(attempt.saturating_sub(1)).and_then(|factor| min_delay.checked_mul(factor));
        let delay = Duration::from_secs(grown.map_or(max_delay, |delay| delay.min(max_delay)).into());
        let may_continue = match (self.limit, max_attempts) {
            (None, Some(max)) => attempt < max,
            (limit, _) => elapsed + delay <= limit.unwrap_or(LONGEST),
        };
        may_continue.then_some(delay)
    }
}

impl<I: Operation> IntoFuture for Wait<I> {
    type Output = Waited<I>;
    type IntoFuture = Pin<Box<dyn Future<Output = Waited<I>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl<I: Operation> FinishWait<I> for Client {
    type Wait = Wait<I>;

    fn finish_wait(self, input: I, waiter: &'static Waiter) -> Wait<I> {
        Wait { client: self, input, waiter, limit: None }
    }
}

impl<I: Operation> fmt::Debug for Wait<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Wait").field(&self.waiter.name).finish()
    }
}
