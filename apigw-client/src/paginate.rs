//! Reading all pages of an output, one after the other.

use std::collections::HashSet;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

use apigw_model::__private::{Scalar, Sink};
use apigw_model::{FinishPages, Operation, Paginated, Structured};
use apigw_spec::value::{Members, Value};
use futures_core::Stream;

use crate::call::future::Call;
use crate::client::Client;
use crate::error::Error;

/// The pages of an output, each read when it is polled.
///
/// ```no_run
/// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let mut pages = client.get_resources().rest_api_id("x").paginate().page_size(500);
/// while let Some(page) = pages.next().await {
///     println!("{} resources", page?.items.map_or(0, |items| items.len()));
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is a [`Stream`] too, for the combinators of the `futures` crates.
#[must_use = "pages are read when they are polled"]
pub struct Pages<I: Paginated> {
    client: Client,
    state: PageState<I>,
    /// The tokens of the pages that were read.
    seen: HashSet<String>,
}

/// The result of polling for the next page or item.
type Next<I, T> = Poll<Option<Result<T, Error<<I as Operation>::ErrorKind>>>>;

enum PageState<I: Paginated> {
    /// The page of this input is the next to be read.
    Ready(I),
    /// A page is being read.
    Reading(I, Call<I>),
    /// There are no more pages.
    Done,
}

/// The items of all pages, read page by page when they are polled.
///
/// ```no_run
/// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let mut apis = client.get_rest_apis().paginate().items();
/// while let Some(api) = apis.next().await {
///     println!("{:?}", api?.name);
/// }
/// let keys = client.get_api_keys().paginate().items().collect().await?;
/// println!("{} keys", keys.len());
/// # Ok(())
/// # }
/// ```
#[must_use = "items are read when they are polled"]
pub struct Items<I: Paginated> {
    pages: Pages<I>,
    page: IntoIter<I::Item>,
}

impl Client {
    /// The pages of an output, starting with the page that the input names. Nothing is sent before the first is polled.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let input = apigw_model::GetRestApis::builder().build();
    /// let apis = client.paginate(input).items().collect().await?;
    /// println!("{} APIs", apis.len());
    /// # Ok(())
    /// # }
    /// ```
    pub fn paginate<I: Paginated>(&self, input: I) -> Pages<I> {
        Pages { client: self.clone(), state: PageState::Ready(input), seen: HashSet::new() }
    }
}

impl<I: Paginated> FinishPages<I> for Client {
    type Pages = Pages<I>;

    fn finish_pages(self, input: I) -> Pages<I> {
        self.paginate(input)
    }
}

impl<I: Paginated> Pages<I> {
    /// The maximum number of items of a page, if the operation has such a member. The service has a limit too.
    pub fn page_size(mut self, size: u32) -> Self {
        if let (PageState::Ready(input), Some(member)) =
            (&mut self.state, I::OPERATION.pagination.and_then(|p| p.page_size))
        {
            put(input, member, Scalar::Integer(size.into()));
        }
        self
    }

    /// The items of the pages instead of the pages.
    pub fn items(self) -> Items<I> {
        Items { pages: self, page: Vec::new().into_iter() }
    }

    /// The next page; `None` after the last, and after an error.
    ///
    /// # Errors
    ///
    /// Those of the operation, and [`Error::RepeatedPage`] if the service returns a page twice.
    pub async fn next(&mut self) -> Option<Result<I::Output, Error<I::ErrorKind>>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// All pages.
    ///
    /// # Errors
    ///
    /// Those of [`next`](Self::next); what was read before is dropped then.
    pub async fn collect(mut self) -> Result<Vec<I::Output>, Error<I::ErrorKind>> {
        let mut pages = Vec::new();
        while let Some(page) = self.next().await {
            pages.push(page?);
        }
        Ok(pages)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Next<I, I::Output> {
        let (mut input, mut call) = match std::mem::replace(&mut self.state, PageState::Done) {
            PageState::Done => return Poll::Ready(None),
            PageState::Reading(input, call) => (input, call),
            PageState::Ready(input) => {
                let call = self.client.send(&input);
                (input, call)
            }
        };
        let Poll::Ready(page) = Pin::new(&mut call).poll(cx) else {
            self.state = PageState::Reading(input, call);
            return Poll::Pending;
        };
        let page = page.and_then(|page| {
            if let Some((member, token)) = next::<I>(&page) {
                if !self.seen.insert(token.clone()) {
                    return Err(Error::RepeatedPage { token });
                }
                put(&mut input, member, Scalar::Text(&token));
                self.state = PageState::Ready(input);
            }
            Ok(page)
        });
        Poll::Ready(Some(page))
    }
}

/// The member that names a page, and the token of the page after this one.
fn next<I: Paginated>(page: &I::Output) -> Option<(&'static str, String)> {
    let pagination = I::OPERATION.pagination?;
    let index = index(I::OPERATION.output?.shape().members(), pagination.output_token)?;
    match Members::member(page, index, pagination.output_token) {
        Value::Text(token) if !token.is_empty() => Some((pagination.input_token, token.to_owned())),
        _ => None,
    }
}

fn put<I: Structured>(input: &mut I, name: &str, scalar: Scalar<'_>) {
    if let Some(place) = index(I::SHAPE.members(), name).and_then(|index| Sink::member(input, index)) {
        place.put(scalar);
    }
}

fn index(members: &[apigw_spec::Member], name: &str) -> Option<usize> {
    members.iter().position(|member| member.name == name)
}

impl<I: Paginated> Items<I> {
    /// The next item; `None` after the last, and after an error.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<I::Item, Error<I::ErrorKind>>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// All items.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::next`]; what was read before is dropped then.
    pub async fn collect(mut self) -> Result<Vec<I::Item>, Error<I::ErrorKind>> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Next<I, I::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll(cx)) {
                Some(Ok(page)) => self.page = I::items(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// Nothing in them is ever pinned: calls are boxed, and inputs and items are only moved.
impl<I: Paginated> Unpin for Pages<I> {}
impl<I: Paginated> Unpin for Items<I> {}

impl<I: Paginated> Stream for Pages<I> {
    type Item = Result<I::Output, Error<I::ErrorKind>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<I: Paginated> Stream for Items<I> {
    type Item = Result<I::Item, Error<I::ErrorKind>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<I: Paginated> fmt::Debug for Pages<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("operation", &I::OPERATION.name).finish_non_exhaustive()
    }
}

impl<I: Paginated> fmt::Debug for Items<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("operation", &I::OPERATION.name).finish_non_exhaustive()
    }
}
