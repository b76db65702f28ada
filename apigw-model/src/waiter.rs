//! Waiters: a builder whose end is not one call, but calls until something is done.

use apigw_spec::Waiter;

use crate::operation::{Finish, Operation};

/// What finishes a fluent call by calling until an answer says that something is done; as [`Finish`].
///
/// ```
/// use apigw_model::{FinishWait, GetRestApi, Operation, Waiting, get_rest_api};
/// use apigw_spec::Waiter;
///
/// /// A client that only records what is asked of it.
/// struct Names;
///
/// impl<I: Operation> FinishWait<I> for Names {
///     type Wait = (&'static str, &'static str);
///
///     fn finish_wait(self, _input: I, waiter: &'static Waiter) -> Self::Wait {
///         (I::OPERATION.name, waiter.name)
///     }
/// }
///
/// static DEPLOYED: Waiter = Waiter {
///     name: "ApiDeployed", operation: "GetRestApi", min_delay: 5, max_delay: 5, max_attempts: None, acceptors: &[],
/// };
/// let start: get_rest_api::Start<Waiting<Names>> = get_rest_api::Builder::start(Waiting::new(Names, &DEPLOYED));
/// assert_eq!(start.rest_api_id("a1b2c3d4e5").send(), ("GetRestApi", "ApiDeployed"));
/// ```
pub trait FinishWait<I: Operation>: Sized {
    /// What waiting gives: a future, or a result.
    type Wait;
    /// Consumes the input of every call.
    fn finish_wait(self, input: I, waiter: &'static Waiter) -> Self::Wait;
}

/// A client at the end of a builder whose calls wait; methods that `client!` generates begin with it.
///
/// ```
/// use apigw_model::Waiting;
/// use apigw_spec::Waiter;
///
/// static DONE: Waiter = Waiter {
///     name: "Done", operation: "Get", min_delay: 2, max_delay: 120, max_attempts: None, acceptors: &[],
/// };
/// let waiting = Waiting::new("a client", &DONE);
/// assert_eq!(format!("{waiting:?}"), r#"Waiting("Done")"#);
/// ```
#[derive(Clone)]
pub struct Waiting<F> {
    finish: F,
    waiter: &'static Waiter,
}

impl<F> Waiting<F> {
    /// A client that waits.
    pub const fn new(finish: F, waiter: &'static Waiter) -> Self {
        Self { finish, waiter }
    }
}

impl<F> std::fmt::Debug for Waiting<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Waiting").field(&self.waiter.name).finish()
    }
}

impl<I: Operation, F: FinishWait<I>> Finish<I> for Waiting<F> {
    type Reply = F::Wait;

    fn finish(self, input: I) -> Self::Reply {
        self.finish.finish_wait(input, self.waiter)
    }
}
