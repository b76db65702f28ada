//! A server on loopback that records every request byte for byte and answers as it is told.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// A request as it came over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path and the query, as they were sent.
    pub target: String,
    /// The headers in their order; names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The names of the headers that are signed.
    pub fn signed_headers(&self) -> Option<&str> {
        let (_, rest) = self.header("authorization")?.split_once("SignedHeaders=")?;
        rest.split(',').next()
    }
}

/// What the server answers.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers but the length.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// A success with a JSON body.
    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
        Self { status: 200, headers, body: body.into() }
    }
}

/// The server. Connections stay open; each has a thread.
pub struct Loopback {
    address: SocketAddr,
    requests: Receiver<Request>,
    connections: Arc<AtomicUsize>,
}

/// What makes the answer to a request.
type Answering = Arc<dyn Fn(&Request) -> Answer + Send + Sync>;

impl Loopback {
    /// Starts a server that answers with what the function makes of each request.
    ///
    /// # Panics
    ///
    /// If no port is free.
    pub fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the address of a listener");
        let (sender, requests) = channel();
        let answer: Answering = Arc::new(answer);
        let connections = Arc::new(AtomicUsize::new(0));
        let accepted = Arc::clone(&connections);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                accepted.fetch_add(1, Ordering::Relaxed);
                let (sender, answer) = (sender.clone(), Arc::clone(&answer));
                thread::spawn(move || serve(&stream, &sender, &answer));
            }
        });
        Self { address, requests, connections }
    }

    /// The URL of the server.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many connections were accepted so far.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    /// The next request that came.
    ///
    /// # Panics
    ///
    /// If none comes within half a minute.
    pub fn request(&self) -> Request {
        self.requests.recv_timeout(Duration::from_secs(30)).expect("a request")
    }

    /// The requests that came and were not asked for yet.
    pub fn requests(&self) -> impl Iterator<Item = Request> {
        self.requests.try_iter()
    }
}

/// Serves one connection until it is closed.
fn serve(stream: &TcpStream, sender: &Sender<Request>, answer: &Answering) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let request = read(&mut reader)?;
        let Answer { status, headers, body } = answer(&request);
        sender.send(request).ok()?;
        let mut head = format!("HTTP/1.1 {status} Status\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in &headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str("\r\n");
        let mut stream = stream;
        stream.write_all(&[head.as_bytes(), &body].concat()).ok()?;
    }
}

fn read(reader: &mut BufReader<&TcpStream>) -> Option<Request> {
    let line = line(reader)?;
    let mut words = line.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let line = self::line(reader)?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request { method, target, headers, body: Vec::new() };
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    request.body.resize(length, 0);
    reader.read_exact(&mut request.body).ok()?;
    Some(request)
}

/// A line of the head, without its end.
fn line(reader: &mut BufReader<&TcpStream>) -> Option<String> {
    let mut bytes = Vec::new();
    reader.read_until(b'\n', &mut bytes).ok().filter(|count| *count > 0)?;
    Some(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}
