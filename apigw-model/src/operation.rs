//! What generated structures and operations promise to generic code.

use apigw_spec::value::{Members, ToValue};
use apigw_spec::{Operation as Facts, Shape};

use crate::sink::{Placeholder, Sink};

/// A generated structure: it has a shape, can be viewed member by member, and can be filled in.
///
/// Generic code (JSON, HTTP, skeletons, validation) needs no more than this; none of it is generated per structure.
pub trait Structured: Members + ToValue + Sink + Placeholder + Send + Sync + 'static {
    /// The shape that the structure was generated from.
    const SHAPE: &'static Shape;
}

/// An operation's input, named after the operation.
pub trait Operation: Structured {
    /// What the service answers with, [`Nothing`] if it answers with nothing.
    type Output: Structured;
    /// The errors that the model lists for the operation.
    type ErrorKind: ErrorKind;
    /// The operation's HTTP facts and shapes.
    const OPERATION: &'static Facts;
}

/// The errors that the model lists for an operation, flat to match on.
pub trait ErrorKind: std::fmt::Debug + Copy + Eq + Send + Sync + 'static {
    /// The kind for a code of the service, as it stands in `x-amzn-ErrorType` (`NotFoundException`).
    fn from_code(code: &str) -> Self;
}

/// What finishes a fluent call: a client puts itself at the end of a builder by implementing this.
pub trait Finish<I: Operation>: Sized {
    /// What `send` gives: a future, or a result.
    type Reply;
    /// Consumes the finished input.
    fn finish(self, input: I) -> Self::Reply;
}

/// An operation whose output comes in pages.
pub trait Paginated: Operation + Clone {
    /// What the pages hold: the items of a list, or the entries of a map.
    type Item: Send + 'static;
    /// The items of a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// An operation whose output is a stream of bytes.
pub trait Streaming: Operation {}

/// What finishes a fluent call by reading all pages; as [`Finish`].
pub trait FinishPages<I: Paginated>: Sized {
    /// What `paginate` gives.
    type Pages;
    /// Consumes the input of the first page.
    fn finish_pages(self, input: I) -> Self::Pages;
}

/// What finishes a fluent call by reading bytes as they arrive; as [`Finish`].
pub trait FinishStream<I: Streaming>: Sized {
    /// What `stream` gives: a future, or a result.
    type Stream;
    /// Consumes the finished input.
    fn finish_stream(self, input: I) -> Self::Stream;
}

/// A member that an answer lacks although the caller's structure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingMember {
    structure: &'static str,
    member: &'static str,
}

impl MissingMember {
    #[doc(hidden)]
    pub const fn new(structure: &'static str, member: &'static str) -> Self {
        Self { structure, member }
    }

    /// The member's name in the model.
    pub const fn member(&self) -> &'static str {
        self.member
    }
}

impl std::fmt::Display for MissingMember {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the answer's `{}` lacks `{}`; make the field an `Option` if that may be",
            self.structure, self.member
        )
    }
}

impl std::error::Error for MissingMember {}

/// A structure that takes the members it names from an answer; `#[derive(Output)]` implements it.
pub trait FromOutput: Sized {
    /// The structure of the model that the members come from.
    type Source;

    /// Takes the members.
    ///
    /// # Errors
    ///
    /// If a member is absent that the structure does not hold as an `Option`.
    fn from_output(source: Self::Source) -> Result<Self, MissingMember>;
}

impl<T: Structured> FromOutput for T {
    type Source = Self;

    fn from_output(source: Self) -> Result<Self, MissingMember> {
        Ok(source)
    }
}

impl From<std::convert::Infallible> for MissingMember {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

/// The state of a builder's member that was given.
#[derive(Debug, Clone, Copy)]
pub enum Set {}

/// The state of a builder's member that was not given yet.
#[derive(Debug, Clone, Copy)]
pub enum Unset {}

/// The state of a builder's member that may have been given: what depends on it is left to run time.
#[derive(Debug, Clone, Copy)]
pub enum Maybe {}

/// A value of an enumeration together with what the compiler knows of it.
pub trait Typed<T>: Into<T> {
    /// The constant's own type, or [`Set`] for a value that only run time knows.
    type State;
}

/// The shape of "nothing", which operations without output answer with.
static NOTHING: Shape =
    Shape { id: "smithy.api#Unit", kind: apigw_spec::Kind::Structure(apigw_spec::Structure::EMPTY) };

/// The output of an operation that answers with nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nothing;

impl Members for Nothing {
    fn member(&self, _index: usize, _name: &str) -> apigw_spec::Value<'_> {
        apigw_spec::Value::Absent
    }
}

impl ToValue for Nothing {
    fn to_value(&self) -> apigw_spec::Value<'_> {
        apigw_spec::Value::Structure(self)
    }
}

impl Sink for Nothing {}

impl Placeholder for Nothing {
    fn placeholder() -> Self {
        Self
    }
}

impl Structured for Nothing {
    const SHAPE: &'static Shape = &NOTHING;
}
