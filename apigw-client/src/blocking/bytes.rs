//! Replies whose body is read as it arrives, as a reader.

use std::io::{self, Read};

use apigw_model::{FinishStream, Streaming};
use bytes::{Buf as _, Bytes};

use crate::blocking::Client;
use crate::call::stream::{self, ByteStream};
use crate::error::Error;

/// An operation's output whose bytes are read as they arrive.
///
/// ```
/// use apigw_client::{Client, blocking, stub::Stub};
/// use apigw_model::GetExport;
///
/// let stub = Stub::new();
/// stub.expect::<GetExport>().respond(200, r#"{"openapi": "3.0.1"}"#);
///
/// let client = blocking::Client::new(Client::from_stub(&stub))?;
/// let export = client.get_export().rest_api_id("a1b2c3").stage_name("prod").export_type("oas30").stream()?;
/// assert_eq!(export.output.content_type.as_deref(), Some("application/json"));
/// assert_eq!(export.body.remaining(), Some(20));
/// assert_eq!(std::io::read_to_string(export.body)?, r#"{"openapi": "3.0.1"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Streamed<O> {
    /// The output, without the member that holds the bytes.
    pub output: O,
    /// The bytes.
    pub body: ByteReader,
}

/// Bytes as they arrive. A failure after the first bytes is not retried: the caller may have used them.
///
/// ```no_run
/// # fn example(client: apigw_client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let mut export = client.get_export().rest_api_id("x").stage_name("prod").export_type("oas30").stream()?;
/// std::io::copy(&mut export.body, &mut std::fs::File::create("api.json")?)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct ByteReader {
    client: Client,
    body: ByteStream,
    /// What arrived and is not read yet.
    arrived: Bytes,
}

impl ByteReader {
    /// How many bytes remain, if the service announced the size.
    pub fn remaining(&self) -> Option<u64> {
        Some(self.body.remaining()? + u64::try_from(self.arrived.len()).ok()?)
    }
}

impl Read for ByteReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.arrived.is_empty() {
            let body = &mut self.body;
            let chunk = self.client.wait(|| body.chunk()).map_err(io::Error::other)?;
            match chunk.map_err(io::Error::other)? {
                Some(bytes) => self.arrived = bytes,
                None => return Ok(0),
            }
        }
        let count = self.arrived.len().min(buffer.len());
        self.arrived.split_to(count).copy_to_slice(buffer.get_mut(..count).unwrap_or_default());
        Ok(count)
    }
}

impl Client {
    /// Calls an operation whose output is a stream of bytes, and reads them as they arrive.
    ///
    /// # Errors
    ///
    /// Those of the operation, and [`ConfigError::AsyncContext`](crate::ConfigError::AsyncContext).
    pub fn stream<I: Streaming>(&self, input: &I) -> Result<Streamed<I::Output>, Error<I::ErrorKind>> {
        let stream::Streamed { output, body } = self.wait(|| self.inner.stream(input))??;
        Ok(Streamed { output, body: ByteReader { client: self.clone(), body, arrived: Bytes::new() } })
    }
}

impl<I: Streaming> FinishStream<I> for Client {
    type Stream = Result<Streamed<I::Output>, Error<I::ErrorKind>>;

    fn finish_stream(self, input: I) -> Self::Stream {
        self.stream(&input)
    }
}
