//! Waiters: an operation that is called until its answer, or its error, says that something is done.

/// One waiter of an operation (Smithy `waitable`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiter {
    /// The name in the model (`FunctionActive`).
    pub name: &'static str,
    /// The name of the operation that is called.
    pub operation: &'static str,
    /// The least delay between two calls, in seconds.
    pub min_delay: u32,
    /// The greatest delay between two calls, in seconds: delays grow up to it.
    pub max_delay: u32,
    /// How many calls the model has a caller make, if it says so.
    pub max_attempts: Option<u32>,
    /// What ends the waiting, in order: the first that matches decides. Where none does, an answer means that the
    /// waiting continues, and an error ends it.
    pub acceptors: &'static [Acceptor],
}

/// What an answer has to be, and what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acceptor {
    /// What follows.
    pub state: WaiterState,
    /// What the answer has to be.
    pub matcher: AnswerMatcher,
}

/// What an acceptor makes of an answer that it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaiterState {
    /// What was waited for has happened.
    Success,
    /// It cannot happen any more.
    Failure,
    /// It has not happened yet.
    Retry,
}

/// What an answer has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerMatcher {
    /// An output, or any error if it is false.
    Success(bool),
    /// The error of this code.
    ErrorType(&'static str),
    /// An answer with this HTTP status, an output or an error.
    Status(u16),
    /// An output of which this holds.
    Output(PathTest),
    /// An output and its input, as `output` and `input`, of which this holds.
    InputOutput(PathTest),
}

/// What has to hold of the value at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathTest {
    /// The path, an expression of `JMESPath` over names of the model.
    pub path: &'static str,
    /// How the value is compared.
    pub comparator: Comparator,
    /// What it is compared with.
    pub expected: &'static str,
}

/// How a value is compared with the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// A string that is equal.
    StringEquals,
    /// A boolean that is equal.
    BooleanEquals,
    /// A list of one string or more, all of them equal.
    AllStringEquals,
    /// A list with a string that is equal.
    AnyStringEquals,
}
