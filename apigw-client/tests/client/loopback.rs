//! A server on loopback that records requests byte for byte and answers what it is told.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use apigw_client::{Client, ClientBuilder, Credentials, Environment, RetryPolicy};

/// A request as it came over the wire.
#[derive(Debug)]
pub(crate) struct Recorded {
    /// The request line.
    pub(crate) line: String,
    /// The headers in their order.
    pub(crate) headers: Vec<(String, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Recorded {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The names of the headers in their order, in lower case.
    pub(crate) fn names(&self) -> Vec<String> {
        self.headers.iter().map(|(name, _)| name.to_lowercase()).collect()
    }
}

/// The server. It answers each connection's requests in turn until its answers are used up.
pub(crate) struct Loopback {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    requests: Receiver<Recorded>,
}

impl Loopback {
    /// Starts a server with answers: each the whole text of a response, sent as it is; then the connection is closed.
    pub(crate) fn start<I: IntoIterator<Item = String>>(answers: I) -> Self
    where
        I::IntoIter: Send + 'static,
    {
        Self::of_bytes(answers.into_iter().map(String::into_bytes))
    }

    /// The same for answers with any bytes.
    pub(crate) fn of_bytes(answers: impl Iterator<Item = Vec<u8>> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, requests) = channel();
        std::thread::spawn(move || {
            for answer in answers {
                let Ok((mut stream, _)) = listener.accept() else { return };
                let Some(request) = read(&mut stream) else { return };
                if sender.send(request).is_err() {
                    return;
                }
                _ = stream.write_all(&answer);
            }
        });
        Self { address, requests }
    }

    /// The next request that came.
    pub(crate) fn request(&self) -> Recorded {
        self.requests.recv_timeout(Duration::from_secs(10)).expect("a request")
    }

    /// The URL of the server.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A builder of clients that know nothing but this server and a pair of keys, and try nothing again.
    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder()
            .environment(Environment::empty())
            .region("us-east-1")
            .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
            .endpoint_url(self.url())
            .retry(RetryPolicy::off())
    }

    /// A client that knows nothing but this server and a pair of keys.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }
}

/// A response with a JSON body.
pub(crate) fn json(status: &str, body: &str) -> String {
    response(status, &[("Content-Type", "application/json"), ("x-amzn-RequestId", "rid-1")], body)
}

/// A response after which the connection is closed.
pub(crate) fn response(status: &str, headers: &[(&str, &str)], body: &str) -> String {
    let headers: Vec<_> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let headers = headers.concat();
    format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn read(stream: &mut TcpStream) -> Option<Recorded> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        receive(stream, &mut bytes)?;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n").map(str::to_owned);
    let line = lines.next()?;
    let headers: Vec<_> = lines.filter_map(|line| line.split_once(": ").map(|(a, b)| (a.into(), b.into()))).collect();
    let mut recorded = Recorded { line, headers, body: bytes.split_off(end + 4) };
    let length = recorded.header("content-length").map_or(0, |length| length.parse().unwrap());
    while recorded.body.len() < length {
        receive(stream, &mut recorded.body)?;
    }
    Some(recorded)
}

fn receive(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<()> {
    let mut buffer = [0; 4096];
    let count = stream.read(&mut buffer).ok().filter(|count| *count > 0)?;
    bytes.extend_from_slice(&buffer[..count]);
    Some(())
}
