//! Reading all pages of an output, blocking on each.

use std::iter::FusedIterator;

use apigw_model::{FinishPages, Paginated};

use crate::blocking::{Client, next_item};
use crate::error::Error;
use crate::paginate;

/// The pages of an output, an iterator that blocks on each.
///
/// ```no_run
/// # fn example(client: apigw_client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// for page in client.get_resources().rest_api_id("x").paginate().page_size(500) {
///     println!("{} resources", page?.items.map_or(0, |items| items.len()));
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "pages are read when they are polled"]
pub struct Pages<I: Paginated> {
    /// Nothing once it could not wait.
    client: Option<Client>,
    pages: paginate::Pages<I>,
}

/// The items of all pages, an iterator that blocks on each page.
///
/// ```no_run
/// # fn example(client: apigw_client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let keys = client.get_api_keys().paginate().items().collect::<Result<Vec<_>, _>>()?;
/// println!("{} keys", keys.len());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "items are read when they are polled"]
pub struct Items<I: Paginated> {
    /// Nothing once it could not wait.
    client: Option<Client>,
    items: paginate::Items<I>,
}

impl Client {
    /// The pages of an output, starting with the page that the input names. Nothing is sent before the first is read.
    pub fn paginate<I: Paginated>(&self, input: I) -> Pages<I> {
        Pages { client: Some(self.clone()), pages: self.inner.paginate(input) }
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
    pub fn page_size(self, size: u32) -> Self {
        Self { client: self.client, pages: self.pages.page_size(size) }
    }

    /// The items of the pages instead of the pages.
    pub fn items(self) -> Items<I> {
        Items { client: self.client, items: self.pages.items() }
    }
}

impl<I: Paginated> Iterator for Pages<I> {
    type Item = Result<I::Output, Error<I::ErrorKind>>;

    fn next(&mut self) -> Option<Self::Item> {
        let pages = &mut self.pages;
        next_item(&mut self.client, || pages.next())
    }
}

impl<I: Paginated> Iterator for Items<I> {
    type Item = Result<I::Item, Error<I::ErrorKind>>;

    fn next(&mut self) -> Option<Self::Item> {
        let items = &mut self.items;
        next_item(&mut self.client, || items.next())
    }
}

impl<I: Paginated> FusedIterator for Pages<I> {}
impl<I: Paginated> FusedIterator for Items<I> {}
