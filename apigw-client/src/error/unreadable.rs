//! A response that cannot be read.

use std::fmt;

use crate::failure::write_request_id;

/// A response that cannot be read. Its body is not kept, since it may hold secrets.
///
/// ```
/// use apigw_client::{Client, Error, stub::Stub};
/// use apigw_model::GetAccount;
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<GetAccount>().respond(200, "<html>");
/// let error = Client::from_stub(&stub).get_account().send().await.unwrap_err();
/// assert!(matches!(error, Error::NotJson(unreadable) if unreadable.size == 6));
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unreadable {
    /// The HTTP status.
    pub status: u16,
    /// The content type, if the response has one.
    pub content_type: Option<String>,
    /// The size of the body in bytes.
    pub size: usize,
    /// Where reading the body stopped: line and column, both counted from one.
    pub position: (usize, usize),
    /// The request ID that the service assigned.
    pub request_id: Option<String>,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.position;
        write!(f, "status {}, {} bytes", self.status, self.size)?;
        if let Some(content_type) = &self.content_type {
            write!(f, " of {content_type}")?;
        }
        write!(f, ", line {line}, column {column}")?;
        write_request_id(f, self.request_id.as_deref())
    }
}
