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
            // Bodies, which may be long, are not looked at.
            let lines =
                seen.request.split(|byte| *byte == b'\n').skip(1).take_while(|line| !line.trim_ascii().is_empty());
            let names = lines.filter_map(|line| line.split(|byte| *byte == b':').next());
            names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
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
    /// What was read last; it is here so that its bytes are set to 0 only once.
    chunk: Vec<u8>,
}

impl Connection {
    /// Wraps a connection.
    pub(super) fn new(stream: TcpStream, spelling: Spelling) -> Self {
        Self { stream, spelling, chunk: vec![0; CHUNK] }
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
        let Self { stream, spelling, chunk } = &mut *self;
        let room = buffer.remaining().min(chunk.len());
        let mut own = ReadBuf::new(chunk.get_mut(..room).unwrap_or_default());
        let polled = Pin::new(stream).poll_read(context, &mut own);
        if matches!(polled, Poll::Ready(Ok(()))) {
            let read = own.filled();
            buffer.put_slice(read);
            spelling.with(|seen| {
                let kept = MAX_HEAD.saturating_sub(seen.request.len()).min(read.len());
                seen.request.extend_from_slice(read.get(..kept).unwrap_or_default());
            });
        }
        polled
    }
}

impl Write for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let Self { stream, spelling, .. } = &mut *self;
        if !bytes.starts_with(b"HTTP/1.") {
            return Pin::new(stream).poll_write(context, bytes);
        }

        let respelled = spelling.with(|seen| respelled(bytes, &seen.answer));
        let written = Pin::new(stream).poll_write(context, &respelled);
        if matches!(written, Poll::Ready(Ok(_))) {
            // A body may begin as a head does.
            spelling.with(|seen| seen.answer.clear());
        }
        written
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
