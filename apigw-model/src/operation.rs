//! What generated structures and operations promise to generic code.

use apigw_spec::value::{Members, ToValue};
use apigw_spec::{Operation as Facts, Shape};

use crate::sink::{Placeholder, Sink};

/// A generated structure: it has a shape, can be viewed member by member, and can be filled in.
///
/// Generic code (JSON, HTTP, skeletons, validation) needs no more than this; none of it is generated per structure.
///
/// ```
/// use apigw_model::{Structured, TlsConfig};
///
/// assert_eq!(TlsConfig::SHAPE.name(), "TlsConfig");
/// ```
pub trait Structured: Members + ToValue + Sink + Placeholder + Send + Sync + 'static {
    /// The shape that the structure was generated from.
    const SHAPE: &'static Shape;
}

/// An operation's input, named after the operation.
///
/// ```
/// use apigw_model::{GetRestApi, Operation};
///
/// assert_eq!(GetRestApi::OPERATION.method, "GET");
/// assert_eq!(GetRestApi::OPERATION.uri, "/restapis/{restApiId}");
/// ```
pub trait Operation: Structured {
    /// What the service answers with, [`Nothing`] if it answers with nothing.
    type Output: Structured;
    /// The errors that the model lists for the operation.
    type ErrorKind: ErrorKind;
    /// The operation's HTTP facts and shapes.
    const OPERATION: &'static Facts;
}

/// The errors that the model lists for an operation, flat to match on.
///
/// ```
/// use apigw_model::{ErrorKind as _, GetRestApi, Operation};
///
/// let kind = <GetRestApi as Operation>::ErrorKind::from_code("NotFoundException");
/// assert_eq!(format!("{kind:?}"), "NotFound");
/// ```
pub trait ErrorKind: std::fmt::Debug + Copy + Eq + Send + Sync + 'static {
    /// The kind for a code of the service, as it stands in `x-amzn-ErrorType` (`NotFoundException`).
    fn from_code(code: &str) -> Self;
}

/// What finishes a fluent call: a client puts itself at the end of a builder by implementing this.
///
/// ```
/// use apigw_model::{Finish, GetRestApi, Operation, get_rest_api};
///
/// /// A client that only records what is asked of it.
/// struct Names;
///
/// impl<I: Operation> Finish<I> for Names {
///     type Reply = &'static str;
///
///     fn finish(self, _input: I) -> Self::Reply {
///         I::OPERATION.name
///     }
/// }
///
/// let start: get_rest_api::Start<Names> = get_rest_api::Builder::start(Names);
/// assert_eq!(start.rest_api_id("a1b2c3d4e5").send(), "GetRestApi");
/// ```
pub trait Finish<I: Operation>: Sized {
    /// What `send` gives: a future, or a result.
    type Reply;
    /// Consumes the finished input.
    fn finish(self, input: I) -> Self::Reply;
}

/// An operation whose output comes in pages.
///
/// ```
/// use apigw_model::{GetRestApis, Paginated as _, RestApi, RestApis};
///
/// let page = RestApis::builder().items([RestApi::builder().name("pets").build()]).build();
/// assert_eq!(GetRestApis::items(page).len(), 1);
/// ```
pub trait Paginated: Operation + Clone {
    /// What the pages hold: the items of a list, or the entries of a map.
    type Item: Send + 'static;
    /// The items of a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// An operation whose output is a stream of bytes.
///
/// ```
/// use apigw_model::{GetExport, Streaming};
///
/// fn name<I: Streaming>() -> &'static str {
///     I::OPERATION.name
/// }
///
/// assert_eq!(name::<GetExport>(), "GetExport");
/// ```
pub trait Streaming: Operation {}

/// What finishes a fluent call by reading all pages; as [`Finish`].
///
/// ```
/// use apigw_model::{FinishPages, Paginated};
///
/// /// A client that counts the operations that it reads page by page.
/// struct Counter(u32);
///
/// impl<I: Paginated> FinishPages<I> for Counter {
///     type Pages = u32;
///
///     fn finish_pages(self, _input: I) -> Self::Pages {
///         self.0 + 1
///     }
/// }
///
/// let input = apigw_model::GetRestApis::builder().build();
/// assert_eq!(Counter(0).finish_pages(input), 1);
/// ```
pub trait FinishPages<I: Paginated>: Sized {
    /// What `paginate` gives.
    type Pages;
    /// Consumes the input of the first page.
    fn finish_pages(self, input: I) -> Self::Pages;
}

/// What finishes a fluent call by reading bytes as they arrive; as [`Finish`].
///
/// ```
/// use apigw_model::{FinishStream, Streaming};
///
/// /// A client that only records what is asked of it.
/// struct Names;
///
/// impl<I: Streaming> FinishStream<I> for Names {
///     type Stream = &'static str;
///
///     fn finish_stream(self, _input: I) -> Self::Stream {
///         I::OPERATION.name
///     }
/// }
///
/// let input =
///     apigw_model::GetExport::builder().rest_api_id("a1b2c3d4e5").stage_name("prod").export_type("oas30").build();
/// assert_eq!(Names.finish_stream(input), "GetExport");
/// ```
pub trait FinishStream<I: Streaming>: Sized {
    /// What `stream` gives: a future, or a result.
    type Stream;
    /// Consumes the finished input.
    fn finish_stream(self, input: I) -> Self::Stream;
}

/// The state of a builder's member that was given.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Set {}

/// The state of a builder's member that was not given yet.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Unset {}

/// The state of a builder's member that may have been given, by a setter or with a [`Base`]: what depends on it is left
/// to run time.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Maybe<B = Set>(std::marker::PhantomData<B>);

/// Where members are from that are in a value which is changed.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Base {}

/// The state of a builder's member that no setter was called for.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "this member is given already",
    label = "given before; remove one of the two calls"
)]
pub trait NotGiven {}

impl NotGiven for Unset {}
impl NotGiven for Maybe<Base> {}

/// A value of an enumeration together with what the compiler knows of it.
#[doc(hidden)]
pub trait Typed<T>: Into<T> {
    /// The constant's own type, or [`Set`] for a value that only run time knows.
    type State;
}

/// The shape of "nothing", which operations without output answer with.
static NOTHING: Shape =
    Shape { id: "smithy.api#Unit", kind: apigw_spec::Kind::Structure(apigw_spec::Structure::EMPTY) };

/// The output of an operation that answers with nothing.
///
/// ```
/// use apigw_model::{DeleteRestApi, Nothing, Operation};
///
/// fn output<I: Operation<Output = Nothing>>(_input: &I) -> Nothing {
///     Nothing
/// }
///
/// assert_eq!(output(&DeleteRestApi::builder().rest_api_id("a1b2c3d4e5").build()), Nothing);
/// ```
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
