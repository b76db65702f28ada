//! A server that misbehaves on purpose, over real connections: each mistake is the right error or the right retry.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{sleep, spawn};
use std::time::Duration;

use apigw_client::{CallOptions, Client, ClientBuilder, Error, RetryPolicy, TransportError};

use crate::loopback::Loopback;

/// What the server does with a connection after it has read a request.
#[derive(Clone, Copy)]
enum Fault {
    /// Sends this and closes the connection.
    Send(&'static str),
    /// Sends this and resets the connection.
    Reset(&'static str),
    /// Sends this and then nothing for a long time.
    Stall(&'static str),
    /// Sends the head of an answer, byte by byte, for a long time.
    Trickle,
    /// Sends an answer of this many bytes, and says so if told to.
    Huge(usize, bool),
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
// It says that the connection closes: a client that reuses a connection while it is being closed loses an attempt.
const DOWN: &str = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// The server: one fault a connection, the last again and again.
struct Server {
    address: SocketAddr,
    requests: Arc<AtomicUsize>,
}

impl Server {
    fn start(faults: &[Fault]) -> Self {
        let faults: Arc<[Fault]> = faults.into();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&requests);
        spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let (counted, faults) = (Arc::clone(&counted), Arc::clone(&faults));
                spawn(move || {
                    if !reads_request(&mut stream) {
                        return;
                    }
                    let number = counted.fetch_add(1, Ordering::SeqCst);
                    commit(faults[number.min(faults.len() - 1)], stream);
                });
            }
        });
        Self { address, requests }
    }

    /// A builder of clients that try again at once, so that tests are quick.
    fn builder(&self) -> ClientBuilder {
        let policy = RetryPolicy::new().longest_backoff(Duration::ZERO);
        Loopback::start([]).builder().endpoint_url(format!("http://{}", self.address)).retry(policy)
    }

    fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

fn reads_request(stream: &mut TcpStream) -> bool {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 8192]);
    while !bytes.ends_with(b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(count) if count > 0 => bytes.extend_from_slice(&buffer[..count]),
            _ => return false,
        }
    }
    true
}

fn commit(fault: Fault, mut stream: TcpStream) {
    match fault {
        Fault::Send(text) => _ = stream.write_all(text.as_bytes()),
        Fault::Reset(text) => {
            _ = stream.write_all(text.as_bytes());
            sleep(Duration::from_millis(20));
            // Closing with unread bytes would reset too, but there are none.
            _ = socket2::SockRef::from(&stream).set_linger(Some(Duration::ZERO));
        }
        Fault::Stall(text) => {
            _ = stream.write_all(text.as_bytes());
            sleep(Duration::from_secs(30));
        }
        Fault::Trickle => {
            for byte in OK.bytes().cycle() {
                if stream.write_all(&[byte]).is_err() {
                    return;
                }
                sleep(Duration::from_millis(20));
            }
        }
        Fault::Huge(size, says_so) => {
            let length = if says_so { format!("Content-Length: {size}\r\n") } else { "Connection: close\r\n".into() };
            _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{length}\r\n").as_bytes());
            let piece = vec![b' '; 65_536];
            for _ in 0..size / piece.len() {
                if stream.write_all(&piece).is_err() {
                    return;
                }
            }
        }
    }
}

async fn call(client: &Client) -> Result<(), apigw_client::CallError> {
    let call = client.get_account().send();
    let outcome = tokio::time::timeout(Duration::from_secs(20), call).await.expect("bounded time");
    outcome.map(|_| ()).map_err(|error| error.with_kind(|_| ()))
}

#[tokio::test]
async fn what_fails_for_the_moment_is_tried_again_and_what_succeeded_is_not() {
    for (faults, requests) in [
        (&[Fault::Send(OK)] as &[Fault], 1),
        (&[Fault::Send(""), Fault::Send(OK)], 2),
        (&[Fault::Reset(""), Fault::Send(OK)], 2),
        (&[Fault::Reset("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\""), Fault::Send(OK)], 2),
        (&[Fault::Send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}"), Fault::Send(OK)], 2),
        (&[Fault::Send("no HTTP at all\r\n\r\n"), Fault::Send(OK)], 2),
        (&[Fault::Send(DOWN), Fault::Send(DOWN), Fault::Send(OK)], 3),
        (
            &[
                Fault::Send("HTTP/1.1 429 Slow Down\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"),
                Fault::Send(OK),
            ],
            2,
        ),
        (
            &[
                Fault::Send("HTTP/1.1 429 X\r\nConnection: close\r\nRetry-After: 0\r\nContent-Length: 2\r\n\r\n{}"),
                Fault::Send(OK),
            ],
            2,
        ),
        // More than was announced is the next answer's trouble, which there is not.
        (&[Fault::Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}surplus"), Fault::Send(OK)], 1),
    ] {
        let server = Server::start(faults);
        call(&server.client()).await.unwrap();
        assert_eq!(server.requests(), requests);
    }
}

#[tokio::test]
async fn bursts_that_last_are_errors_with_all_that_is_known() {
    let server = Server::start(&[Fault::Send(DOWN)]);
    let error = call(&server.client()).await.unwrap_err();
    assert_eq!((error.status(), error.code(), server.requests()), (Some(503), Some("503"), 3));
    let server = Server::start(&[Fault::Send(
        "HTTP/1.1 429 X\r\nConnection: close\r\nx-amz-retry-after: 20\r\nx-amzn-RequestId: r\r\nContent-Length: 0\r\n\r\n",
    )]);
    let error = call(&server.client()).await.unwrap_err();
    assert!(error.is_throttling() && !error.is_not_found() && !error.is_invalid(), "{error:?}");
    assert_eq!((error.retry_after(), error.request_id()), (Some(Duration::from_millis(20)), Some("r")));
}

#[tokio::test]
async fn broken_answers_of_calls_that_succeeded_are_not_repeated() {
    let broken = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 6\r\n\r\n{\"id\":";
    let moved = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
    let server = Server::start(&[Fault::Send(broken), Fault::Send(OK)]);
    assert!(matches!(call(&server.client()).await, Err(Error::BadJson(_))));
    assert_eq!(server.requests(), 1);
    let server = Server::start(&[Fault::Send(moved), Fault::Send(OK)]);
    assert_eq!(call(&server.client()).await.unwrap_err().status(), Some(302));
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn slow_heads_and_bodies_end_in_time() {
    for fault in [
        &[Fault::Stall("")] as &[Fault],
        &[Fault::Stall("HTTP/1.1 200")],
        &[Fault::Stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")],
    ] {
        let server = Server::start(fault);
        let client = server.builder().read_timeout(Duration::from_millis(50)).build().unwrap();
        let error = call(&client).await.unwrap_err();
        assert!(matches!(error, Error::Timeout { source: TransportError::ReadTimeout(_), .. }), "{error:?}");
        assert_eq!(server.requests(), 3);
    }
    // Each byte comes in time, but the answer does not.
    let server = Server::start(&[Fault::Trickle]);
    let client = server.builder().attempt_timeout(Duration::from_millis(100)).build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { source: TransportError::AttemptTimeout(_), .. }), "{error:?}");
    let hasty = client.with(CallOptions::new().timeout(Duration::from_millis(150)));
    let error = call(&hasty).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { source: TransportError::CallTimeout(_), .. }), "{error:?}");
}

#[tokio::test]
async fn huge_answers_are_not_kept_in_memory() {
    for says_so in [&[Fault::Huge(1 << 30, true)] as &[Fault], &[Fault::Huge(1 << 30, false)]] {
        let server = Server::start(says_so);
        let before = peak();
        let error = call(&server.client()).await.unwrap_err();
        assert!(matches!(error, Error::TooLarge { limit: 67_108_864, status: 200, .. }), "{error:?}");
        assert_eq!(server.requests(), 1);
        assert!(peak() - before < 400_000, "{} kB more", peak() - before);
    }
    let server = Server::start(&[Fault::Huge(1 << 20, true)]);
    let client = server.client().with(CallOptions::new().body_limit(1000));
    let error = call(&client).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the response body is larger than 1000 bytes; raise the limit, or read it as a stream"
    );
}

/// A server whose certificate no authority vouches for. The key is worth nothing anywhere else.
fn of_unknown_authority(connections: Arc<AtomicUsize>) -> SocketAddr {
    let (certificate, key) = (include_bytes!("self-signed/certificate.der"), include_bytes!("self-signed/key.der"));
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(key.to_vec()).into();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![certificate.to_vec().into()], key).unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    spawn(move || {
        for stream in listener.incoming() {
            connections.fetch_add(1, Ordering::SeqCst);
            let mut connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            _ = connection.complete_io(&mut stream.unwrap());
        }
    });
    address
}

#[tokio::test]
async fn an_authority_that_is_not_trusted_is_not_asked_again() {
    let connections = Arc::new(AtomicUsize::new(0));
    let address = of_unknown_authority(Arc::clone(&connections));
    let server = Server::start(&[Fault::Send(OK)]);
    let client = server.builder().endpoint_url(format!("https://localhost:{}", address.port())).build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert!(matches!(error, Error::Tls { .. }), "{error:?}");
    assert!(error.to_string().contains("UnknownIssuer"), "{error}");
    assert_eq!(connections.load(Ordering::SeqCst), 1);
    // The AWS command line does ask again.
    let client = client.with(CallOptions::new().retry(RetryPolicy::aws_cli()));
    assert!(matches!(call(&client).await, Err(Error::Tls { .. })));
    assert_eq!(connections.load(Ordering::SeqCst), 4);
}

/// The most memory that the process had, in kB; zero where that cannot be told.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

#[tokio::test]
async fn nobody_there_is_tried_again_and_then_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let server = Server::start(&[Fault::Send(OK)]);
    let client = server.builder().endpoint_url(format!("http://{address}")).build().unwrap();
    assert!(matches!(call(&client).await, Err(Error::Unreachable { .. })));
    // Somebody comes up between the attempts.
    let policy = RetryPolicy::new().max_attempts(50).longest_backoff(Duration::from_millis(100));
    let patient = client.with(CallOptions::new().retry(policy));
    let revived = spawn(move || {
        sleep(Duration::from_millis(150));
        let listener = TcpListener::bind(address).unwrap();
        let (mut stream, _) = listener.accept().unwrap();
        assert!(reads_request(&mut stream));
        commit(Fault::Send(OK), stream);
    });
    call(&patient).await.unwrap();
    revived.join().unwrap();
}
