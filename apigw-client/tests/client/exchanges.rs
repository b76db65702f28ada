//! Events that are sent as they are made, while others are read.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::pin::Pin;
use std::sync::mpsc;
use std::task::{Context, Poll};

use apigw_client::bind::{BindError, bind};
use apigw_client::transport::{ResponseFuture, Transport};
use apigw_client::{Client, Error, TransportError};
use apigw_model::Operation as _;
use aws_smithy_types::event_stream::Message;
use bytes::Bytes;
use futures_core::Stream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::events::radio::{Signal, Speech, Talk, Tone, Words, talk};
use crate::events::{check_chain, event, frames, read};
use crate::loopback::{Loopback, json, response};

/// The events that a test makes while the call is made.
pub(crate) struct Made(pub(crate) UnboundedReceiver<Speech>);

impl Stream for Made {
    type Item = Speech;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Speech>> {
        self.0.poll_recv(cx)
    }
}

pub(crate) fn made() -> (UnboundedSender<Speech>, Made) {
    let (sender, receiver) = unbounded_channel();
    (sender, Made(receiver))
}

pub(crate) fn words(said: &str) -> Speech {
    Speech::Words(Words::builder().said(said).build())
}

/// What a server received: the head, and the messages.
type Received = (Vec<String>, Vec<Message>);

/// A server that answers each message as it comes with its words, and the end with its own.
fn echo() -> (String, mpsc::Receiver<Received>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, received) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut line = || {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            line.trim_end().to_owned()
        };
        let head: Vec<String> = std::iter::from_fn(|| Some(line()).filter(|line| !line.is_empty())).collect();
        stream.write_all(b"HTTP/1.1 200 OK\r\nX-Genre: talk\r\nTransfer-Encoding: chunked\r\n\r\n").unwrap();

        let mut messages = Vec::new();
        loop {
            let mut size = String::new();
            if reader.read_line(&mut size).unwrap_or(0) == 0 {
                break;
            }
            let size = usize::from_str_radix(size.trim(), 16).unwrap();
            let mut chunk = vec![0; size + 2];
            reader.read_exact(&mut chunk).unwrap();
            if size == 0 {
                break;
            }
            for message in read(&chunk[..size]) {
                if !message.payload().is_empty() {
                    let inner = read(message.payload()).remove(0);
                    let answer = frames(&[event("words", std::str::from_utf8(inner.payload()).unwrap())]);
                    let head = format!("{:x}\r\n", answer.len());
                    stream.write_all(&[head.as_bytes(), &answer, b"\r\n"].concat()).unwrap();
                }
                messages.push(message);
            }
        }
        _ = stream.write_all(b"0\r\n\r\n");
        _ = sender.send((head, messages));
    });
    (url, received)
}

fn client(url: &str) -> Client {
    Loopback::start([]).builder().endpoint_url(url).build().unwrap()
}

#[tokio::test]
async fn events_are_answered_before_the_next_is_made() {
    let (url, received) = echo();
    let (sender, events) = made();
    let talk = Talk::builder().station("x").speech([words("first")]).build();
    let mut reply = client(&url).events_with(&talk, events).await.unwrap();
    assert_eq!(reply.output.genre.as_deref(), Some("talk"));
    let mut all = vec![words("first")];
    for said in ["first", "second", "third"] {
        if said != "first" {
            sender.send(words(said)).unwrap();
            all.push(words(said));
        }
        let answer = reply.events.next().await.unwrap().unwrap();
        assert_eq!(answer, Signal::Words(Words::builder().said(said).build()));
    }
    drop(sender);
    assert!(reply.events.next().await.is_none());

    let (head, messages) = received.recv().unwrap();
    let head: Vec<_> = head.iter().map(|line| line.to_lowercase()).collect();
    assert_eq!(head[0], "post /stations/x/talk http/1.1");
    for line in ["transfer-encoding: chunked", "x-amz-content-sha256: streaming-aws4-hmac-sha256-events"] {
        assert!(head.iter().any(|known| known == line), "{head:#?}");
    }
    let seed = head.iter().find_map(|line| Some(line.split_once("signature=")?.1)).unwrap();
    let events = read(&bind(Talk::OPERATION, &Talk::builder().station("x").speech(all).build()).unwrap().body);
    check_chain(seed, &messages, &events);
}

#[tokio::test]
async fn an_event_that_cannot_be_sent_breaks_the_call() {
    for bad in [Speech::Unknown, Speech::Tone(Tone::builder().source("x".repeat(40_000)).build())] {
        let (url, _received) = echo();
        let (sender, events) = made();
        sender.send(words("good")).unwrap();
        let mut reply = client(&url).events_with(&Talk::builder().station("x").build(), events).await.unwrap();
        assert!(matches!(reply.events.next().await, Some(Ok(Signal::Words(_)))));
        sender.send(bad).unwrap();
        let error = reply.events.next().await.unwrap().unwrap_err();
        let invalid = BindError::InvalidEvent { member: "speech" };
        let Error::Interrupted { source: TransportError::Unsent(unsent), .. } = &error else { panic!("{error:?}") };
        assert_eq!((unsent, error.may_have_happened()), (&invalid, true));
        assert!(error.to_string().contains(&invalid.to_string()), "{error}");
        assert!(reply.events.next().await.is_none());
    }
}

#[tokio::test]
async fn a_refusal_is_an_error_and_events_are_not_sent_twice() {
    let answers = [json("503 Busy", "{}"), json("200 OK", "{}")];
    let server = Loopback::start(answers);
    let client = server.builder().retry(apigw_client::RetryPolicy::new()).build().unwrap();
    let (sender, events) = made();
    sender.send(words("hello")).unwrap();
    let error = client.events_with(&Talk::builder().station("x").build(), events).await.unwrap_err();
    assert_eq!(error.status(), Some(503));
}

#[tokio::test]
async fn the_next_call_has_the_time_that_a_refusal_told() {
    let behind = apigw_model::Timestamp {
        seconds: i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap() - 7200,
        nanoseconds: 0,
    };
    let date = apigw_model::timestamp::to_text(behind, apigw_spec::shape::TimestampFormat::HttpDate);
    let headers = [("x-amzn-errortype", "InvalidSignatureException"), ("Date", date.as_str())];
    let server = Loopback::start([response("403 Forbidden", &headers, "{}"), json("200 OK", "{}")]);
    let client = server.client();
    let talk = Talk::builder().station("x").build();
    let error = client.events_with(&talk, made().1).await.unwrap_err();
    assert_eq!(error.code(), Some("InvalidSignatureException"));
    client.events_with(&talk, made().1).await.unwrap();

    let hour = |date: &str| date[9..11].parse::<i64>().unwrap();
    let hours = [server.request(), server.request()].map(|request| hour(request.header("x-amz-date").unwrap()));
    assert!((2..=3).contains(&(hours[0] - hours[1]).rem_euclid(24)), "{hours:?}");
}

/// A transport that sends nothing.
struct Plain;

impl Transport for Plain {
    fn send(&self, _: http::Request<Bytes>) -> ResponseFuture {
        panic!("nothing is sent")
    }
}

#[tokio::test]
async fn a_transport_that_cannot_send_them_says_so() {
    let client = Loopback::start([]).builder().transport(Plain).build().unwrap();
    let error = client.events_with(&Talk::builder().station("x").build(), made().1).await.unwrap_err();
    assert!(matches!(error, Error::Bind(BindError::Unsupported { .. })), "{error}");
    assert!(error.to_string().ends_with("which this transport does not send; give them in the input"), "{error}");
}

#[cfg(feature = "stub")]
#[tokio::test]
async fn events_are_not_recorded() {
    let builder = Loopback::start([]).builder();
    let client = builder.record(std::io::sink()).build().unwrap();
    let input = Talk::builder().station("x").speech([words("hush")]).build();
    let listen = crate::events::radio::Listen::builder().station("x").build();
    for error in [
        client.send(&input).await.map(drop).unwrap_err().with_kind(|_| ()),
        client.events_with(&input, made().1).await.map(drop).unwrap_err().with_kind(|_| ()),
        client.send(&listen).await.map(drop).unwrap_err().with_kind(|_| ()),
    ] {
        assert!(matches!(error, Error::Bind(BindError::Unsupported { .. })), "{error}");
        assert!(error.to_string().contains("events, which recordings do not hold; call it with a client"), "{error}");
    }
}

#[cfg(feature = "stub")]
#[tokio::test]
async fn stubs_see_events_that_were_made() {
    let stub = apigw_client::stub::Stub::new();
    stub.expect::<Talk>().reply(&crate::events::radio::ListenResponse::builder().signal([Signal::Unknown; 0]).build());
    let (sender, events) = made();
    sender.send(words("hello")).unwrap();
    drop(sender);
    let client = Client::from_stub(&stub);
    let mut reply = talk::Builder::start(client).station("x").stream(events).await.unwrap();
    assert!(reply.events.next().await.is_none());
    assert_eq!(stub.calls::<Talk>()[0].speech, Some(vec![words("hello")]));
}

/// The answer to the bytes of a message: an event with its words.
#[cfg(feature = "http2")]
fn answered(bytes: &[u8]) -> Bytes {
    let inner = read(bytes).into_iter().filter(|message| !message.payload().is_empty());
    let words = inner.map(|message| read(message.payload()).remove(0));
    let words: Vec<_> = words.map(|words| event("words", std::str::from_utf8(words.payload()).unwrap())).collect();
    frames(&words).into()
}

/// The URL of a server that speaks HTTP/2 over TLS, and answers each message as it comes.
#[cfg(feature = "http2")]
async fn echo_over_http2() -> String {
    use http_body_util::BodyExt as _;
    use hyper::body::Incoming;
    use hyper_util::rt::{TokioExecutor, TokioIo};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut config = (*crate::tls::config()).clone();
    config.alpn_protocols = vec![b"h2".to_vec()];
    let acceptor = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(config));
    tokio::spawn(async move {
        let (connection, _) = listener.accept().await.unwrap();
        let connection = TokioIo::new(acceptor.accept(connection).await.unwrap());
        let service = hyper::service::service_fn(|request: http::Request<Incoming>| async move {
            let version = format!("{:?}", request.version());
            let body = request.into_body().map_frame(|frame| frame.map_data(|bytes| answered(&bytes)));
            http::Response::builder().header("x-genre", version).body(body)
        });
        _ = hyper::server::conn::http2::Builder::new(TokioExecutor::new()).serve_connection(connection, service).await;
    });
    format!("https://localhost:{port}")
}

#[cfg(feature = "http2")]
#[tokio::test]
async fn a_server_may_choose_http2() {
    let bundle = crate::tls::File::bundle("http2");
    talks_over_http2([("AWS_CA_BUNDLE", bundle.path())].into_iter().collect()).await;
}

#[cfg(all(feature = "http2", feature = "proxy"))]
#[tokio::test]
async fn a_server_behind_a_proxy_with_tls_may_choose_http2() {
    let bundle = crate::tls::File::bundle("http2-proxy");
    let (port, _asked) = crate::proxy::tunnelling(true).await;
    let proxy = format!("https://u:p@localhost:{port}");
    talks_over_http2([("AWS_CA_BUNDLE", bundle.path()), ("HTTPS_PROXY", &proxy)].into_iter().collect()).await;
}

#[cfg(feature = "http2")]
async fn talks_over_http2(environment: apigw_client::Environment) {
    let url = echo_over_http2().await;
    let client = Loopback::start([]).builder().environment(environment).endpoint_url(url).build().unwrap();
    let (sender, events) = made();
    let mut reply = talk::Builder::start(client).station("x").stream(events).await.unwrap();
    assert_eq!(reply.output.genre.as_deref(), Some("HTTP/2.0"));
    for said in ["one", "two"] {
        sender.send(words(said)).unwrap();
        let answer = reply.events.next().await.unwrap().unwrap();
        assert_eq!(answer, Signal::Words(Words::builder().said(said).build()));
    }
    drop(sender);
    assert!(reply.events.next().await.is_none());
}
