//! The spelling of header names. The HTTP library has names in lower case, but templates and functions see them as the
//! client wrote them, and clients see them as the service writes them. So the bytes that pass by are read, and those of an
//! answer are respelled: the letters change, the lengths do not.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBufCursor, Write};
use tokio::io::{AsyncRead as _, AsyncWrite as _, ReadBuf};
use tokio::net::TcpStream;

/// How much of a request is kept to read its names.
const MAX_HEAD: usize = 64 * 1024;

/// What is known of the request at hand and of its answer.
#[derive(Debug, Default)]
struct Seen {
    /// What has come since the last answer.
    request: Vec<u8>,
    /// The names of the answer's headers.
    answer: Vec<String>,
}

/// The names that pass a connection.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelling(Arc<Mutex<Seen>>);

impl Spelling {
    fn with<T>(&self, run: impl FnOnce(&mut Seen) -> T) -> T {
        run(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The names of the request's headers as they came, in their order.
    pub(super) fn request(&self) -> Vec<String> {
        self.with(|seen| {
            let head = String::from_utf8_lossy(&seen.request).into_owned();
            let lines = head.split("\r\n").skip(1).take_while(|line| !line.is_empty());
            lines.filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect()
        })
    }

    /// Sets the names of the answer's headers; what comes now is the next request.
    pub(super) fn answer(&self, names: Vec<String>) {
        self.with(|seen| {
            seen.request.clear();
            seen.answer = names;
        });
    }
}

/// A connection whose names are seen.
#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    spelling: Spelling,
}

impl Connection {
    /// Wraps a connection.
    pub(super) fn new(stream: TcpStream, spelling: Spelling) -> Self {
        Self { stream, spelling }
    }
}

/// How much is read at once.
const CHUNK: usize = 16 * 1024;

impl Read for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let mut bytes = [0; CHUNK];
        let room = buffer.remaining().min(CHUNK);
        let mut own = ReadBuf::new(bytes.get_mut(..room).unwrap_or_default());
        let polled = Pin::new(&mut self.stream).poll_read(context, &mut own);
        if matches!(polled, Poll::Ready(Ok(()))) {
            buffer.put_slice(own.filled());
            self.spelling.with(|seen| {
                let room = MAX_HEAD.saturating_sub(seen.request.len());
                seen.request.extend(own.filled().iter().take(room));
            });
        }
        polled
    }
}

impl Write for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let names =
            self.spelling.with(|seen| if bytes.starts_with(b"HTTP/1.") { seen.answer.clone() } else { Vec::new() });
        if names.is_empty() {
            return Pin::new(&mut self.stream).poll_write(context, bytes);
        }
        let respelled = respelled(bytes, &names);
        Pin::new(&mut self.stream).poll_write(context, &respelled)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A response whose names are spelled as in a list; others keep their letters.
fn respelled(bytes: &[u8], names: &[String]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let mut at = 0;
    while let Some(length) = out.get(at..).and_then(|rest| rest.windows(2).position(|pair| pair == b"\r\n")) {
        if length == 0 {
            break;
        }
        let colon = out.get(at..at + length).and_then(|line| line.iter().position(|byte| *byte == b':'));
        if let Some(name) = colon.and_then(|colon| out.get_mut(at..at + colon))
            && let Some(spelled) = names.iter().find(|known| known.as_bytes().eq_ignore_ascii_case(name))
        {
            name.copy_from_slice(spelled.as_bytes());
        }
        at += length + 2;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Spelling, respelled};

    #[test]
    fn names_of_answers_are_respelled_and_bodies_are_not() {
        let answer = b"HTTP/1.1 200 OK\r\nx-amzn-requestid: 1\r\netag: x-amzn-requestid\r\n\r\nx-amzn-requestid: 2\r\n";
        let text = String::from_utf8(respelled(answer, &["x-amzn-RequestId".to_owned()])).expect("text");
        assert!(text.starts_with("HTTP/1.1 200 OK\r\nx-amzn-RequestId: 1\r\netag: x-amzn-requestid\r\n\r\n"), "{text}");
        assert!(text.ends_with("\r\nx-amzn-requestid: 2\r\n"), "{text}");
    }

    #[test]
    fn names_of_requests_are_read_as_they_came() {
        let spelling = Spelling::default();
        spelling.with(|seen| seen.request.extend(b"GET / HTTP/1.1\r\nX-Own: a:b\r\nhost: c\r\n\r\nnot: one\r\n"));
        assert_eq!(spelling.request(), ["X-Own", "host"]);
        spelling.answer(Vec::new());
        assert_eq!(spelling.request(), [""; 0]);
    }
}
