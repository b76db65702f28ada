//! Streams of events, of a model that has all that events can have.

#![allow(missing_docs, unreachable_pub, reason = "a model without documentation generates none")]

use apigw_client::bind::{BindError, bind};
use apigw_client::{Client, Error, EventStream};
use apigw_model::{Operation as _, Timestamp};
use aws_sigv4::event_stream::{SigningParams, sign_empty_message, sign_message};
use aws_smithy_eventstream::frame::{DecodedFrame, MessageFrameDecoder, write_message_to};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::{Buf as _, Bytes};

use crate::loopback::Loopback;

pub(crate) mod radio {
    apigw_model::model!(path = "../tests/models/radio.json");
}

use radio::{Announce, Caption, Chart, Listen, Signal, Silence, Song, Speech, Talk, Tone, Words, listen};

fn text(name: &'static str, value: &str) -> Header {
    Header::new(name, HeaderValue::String(value.to_owned().into()))
}

/// An event by name, with a payload.
pub(crate) fn event(name: &str, payload: &str) -> Message {
    Message::new(payload.as_bytes().to_vec())
        .add_header(text(":message-type", "event"))
        .add_header(text(":event-type", name))
}

fn exception(name: &str, payload: &str) -> Message {
    let message = Message::new(payload.as_bytes().to_vec()).add_header(text(":message-type", "exception"));
    message.add_header(text(":exception-type", name))
}

pub(crate) fn frames(messages: &[Message]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for message in messages {
        write_message_to(message, &mut bytes).unwrap();
    }
    bytes
}

/// A server that answers calls with these bodies.
fn station<const N: usize>(bodies: [Vec<u8>; N]) -> Loopback {
    let answers = bodies.into_iter().map(|body| {
        let head = format!(
            "HTTP/1.1 200 OK\r\nX-Genre: jazz\r\nx-amzn-RequestId: rid\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        [head.into_bytes(), body].concat()
    });
    Loopback::of_bytes(answers)
}

fn input() -> Listen {
    Listen::builder().station("x").build()
}

/// All events of a stream, and the error that ends it.
async fn all(mut events: EventStream<Listen>) -> (Vec<Signal>, Option<Error<listen::ErrorKind>>) {
    let mut read = Vec::new();
    let error = loop {
        match events.next().await {
            Some(Ok(event)) => read.push(event),
            Some(Err(error)) => break Some(error),
            None => break None,
        }
    };
    assert!(events.next().await.is_none(), "nothing follows the end");
    (read, error)
}

async fn listened(body: Vec<u8>) -> (Vec<Signal>, Option<Error<listen::ErrorKind>>) {
    let server = station([body]);
    let reply = listen::Builder::start(server.client()).station("x").stream().await.unwrap();
    assert_eq!((reply.output.genre.as_deref(), &reply.output.signal), (Some("jazz"), &None));
    all(reply.events).await
}

fn tone() -> Tone {
    let at = Timestamp { seconds: 1_767_225_600, nanoseconds: 500_000_000 };
    let tone = Tone::builder().pitch(440).length(1 << 40).loud(true).source("piano").key("\0\u{1}").at(at);
    tone.sound("la").build()
}

/// An event of each kind.
fn signals() -> Vec<Signal> {
    let song = Song::builder().title("Blue").year(1959).build();
    vec![
        Signal::Tone(tone()),
        Signal::Words(Words::builder().said("hello").language("en").others(["a", "b"]).volume(0.5).build()),
        Signal::Caption(Caption::builder().text("là").build()),
        Signal::Chart(Chart::builder().first(song).build()),
        Signal::Silence(Silence::builder().build()),
    ]
}

fn tone_message() -> Message {
    let headers = [
        Header::new("pitch", HeaderValue::Int32(440)),
        Header::new("length", HeaderValue::Int64(1 << 40)),
        Header::new("loud", HeaderValue::Bool(true)),
        text("source", "piano"),
        Header::new("key", HeaderValue::ByteArray(Bytes::from_static(&[0, 1]))),
        Header::new("at", HeaderValue::Timestamp(aws_smithy_types::DateTime::from_millis(1_767_225_600_500))),
    ];
    headers.into_iter().fold(event("tone", "la"), Message::add_header)
}

fn messages() -> Vec<Message> {
    vec![
        tone_message(),
        event("words", r#"{"said": "hello", "others": ["a", "b"], "volume": 0.5, "more": 1}"#)
            .add_header(text("language", "en")),
        event("caption", "là"),
        event("chart", r#"{"title": "Blue", "year": 1959}"#),
        event("silence", ""),
    ]
}

#[tokio::test]
async fn events_have_headers_and_payloads_of_every_kind() {
    assert_eq!(listened(frames(&messages())).await.0, signals());
    assert!(listened(Vec::new()).await.1.is_none());
}

#[tokio::test]
async fn events_that_the_model_does_not_list_are_unknown_and_initial_messages_are_none() {
    let messages = [event("initial-response", "{}"), event("static", "!"), Message::new("?"), event("silence", "{}")];
    let (events, error) = listened(frames(&messages)).await;
    assert_eq!(events, [Signal::Unknown, Signal::Unknown, Signal::Silence(Silence::default())]);
    assert!(error.is_none());
    // Headers of other types than the model's, and members that are not given.
    let odd = event("tone", "").add_header(text("pitch", "high")).add_header(Header::new("loud", HeaderValue::Uuid(7)));
    assert_eq!(listened(frames(&[odd])).await.0, [Signal::Tone(Tone::builder().sound("").build())]);
    let empty = [event("chart", ""), event("words", "")];
    let words = Signal::Words(Words::builder().said("").build());
    assert_eq!(
        listened(frames(&empty)).await.0,
        [Signal::Chart(Chart::builder().first(Song::default()).build()), words]
    );
}

#[tokio::test]
async fn errors_in_the_stream_are_errors_of_the_operation() {
    let jammed = exception("jammed", r#"{"message": "noise", "by": "a storm"}"#);
    let (events, error) = listened(frames(&[event("silence", ""), jammed.clone(), event("silence", "")])).await;
    assert_eq!(events.len(), 1);
    let error = error.unwrap();
    assert_eq!(error.kind(), Some(listen::ErrorKind::Jammed));
    assert_eq!((error.status(), error.is_throttling()), (Some(429), true));
    assert_eq!(error.to_string(), "JammedException: noise (request id rid)");
    let details: radio::JammedException = error.failure().unwrap().details().unwrap();
    assert_eq!(details.by.as_deref(), Some("a storm"));

    let error = listened(frames(&[exception("eaten", "oh")])).await.1.unwrap();
    assert_eq!(
        (error.kind(), error.code(), error.message()),
        (Some(listen::ErrorKind::Other), Some("eaten"), Some("oh"))
    );
    let unmodelled =
        Message::new("").add_header(text(":message-type", "error")).add_header(text(":error-code", "Internal"));
    let error = listened(frames(&[unmodelled.add_header(text(":error-message", "oops"))])).await.1.unwrap();
    assert_eq!((error.code(), error.message()), (Some("Internal"), Some("oops")));

    let server = station([frames(&[event("silence", ""), jammed])]);
    assert_eq!(server.client().send(&input()).await.unwrap_err().kind(), Some(listen::ErrorKind::Jammed));
}

#[tokio::test]
async fn a_stream_that_is_cut_or_damaged_is_an_error_after_the_events_before() {
    let (bytes, first) = (frames(&messages()), frames(&messages()[..1]).len());
    let (events, error) = listened(bytes[..first + 20].to_vec()).await;
    assert_eq!(events, signals()[..1]);
    // Whether they are awaited one by one or together.
    let together = station([bytes[..first + 20].to_vec()]).client().send(&input()).await.unwrap_err();
    for error in [error.unwrap(), together] {
        assert!(matches!(&error, Error::BadEvent(bad) if bad.reason == "it ends within a frame"), "{error}");
        assert!(error.may_have_happened(), "{error}");
    }

    for at in [first, first + 8, first + 30] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        let (events, error) = listened(damaged.clone()).await;
        assert_eq!(events, signals()[..1]);
        let Some(Error::BadEvent(bad)) = error else { panic!("{error:?}") };
        assert_eq!((bad.status, bad.request_id.as_deref()), (200, Some("rid")));
        let whole = station([damaged]).client().send(&input()).await.unwrap_err();
        assert!(matches!(&whole, Error::BadEvent(_)), "{whole}");
    }

    // What the service sent is not quoted.
    for (payload, column) in [(r#"{"said": "#, 9), (r#"{"volume": "hush"}"#, 17)] {
        let (events, error) = listened(frames(&[event("silence", ""), event("words", payload)])).await;
        assert_eq!(events.len(), 1);
        let Some(Error::BadEvent(bad)) = error else { panic!("{error:?}") };
        assert_eq!(bad.reason, format!("the event `words` does not fit the model at line 1, column {column}"));
    }
}

#[tokio::test]
async fn send_collects_all_events() {
    let server = station([frames(&messages())]);
    let output = server.client().send(&input()).await.unwrap();
    assert_eq!((output.genre.as_deref(), output.signal), (Some("jazz"), Some(signals())));
    let request = server.request();
    assert_eq!(request.line, "GET /stations/x HTTP/1.1");
    assert_eq!(request.header("accept"), Some("application/vnd.amazon.eventstream"));
    let cut = station([frames(&messages())[..30].to_vec()]).client().send(&input()).await.unwrap_err();
    assert!(cut.to_string().contains("it ends within a frame"), "{cut}");
}

pub(crate) fn read(bytes: &[u8]) -> Vec<Message> {
    let (mut decoder, mut bytes, mut read) = (MessageFrameDecoder::new(), Bytes::copy_from_slice(bytes), Vec::new());
    while bytes.has_remaining() {
        let DecodedFrame::Complete(message) = decoder.decode_frame(&mut bytes).unwrap() else {
            panic!("a whole frame")
        };
        read.push(message);
    }
    read
}

fn speech() -> [Speech; 2] {
    [Speech::Tone(tone()), Speech::Words(Words::builder().said("hello").language("en").build())]
}

#[test]
fn events_are_written_with_headers_and_payloads() {
    let request = bind(Announce::OPERATION, &Announce::builder().station("x").speech(speech()).build()).unwrap();
    assert_eq!(request.headers["content-type"], "application/vnd.amazon.eventstream");
    let events = read(&request.body);
    assert_eq!(events.len(), 2);
    assert_eq!(events[0].headers()[..8], tone_message().headers()[..8]);
    assert_eq!(events[0].headers()[8], text(":content-type", "application/octet-stream"));
    assert_eq!(&events[0].payload()[..], b"la");
    assert_eq!(&events[1].payload()[..], br#"{"said": "hello"}"#);
    assert_eq!(events[1].headers()[2..], [text("language", "en"), text(":content-type", "application/json")]);

    let short = Speech::Tone(Tone::builder().length(5).build());
    let request = bind(Announce::OPERATION, &Announce::builder().station("x").speech([short]).build()).unwrap();
    assert_eq!(read(&request.body)[0].headers()[2..], [Header::new("length", HeaderValue::Int64(5))]);

    let refused =
        |event| bind(Announce::OPERATION, &Announce::builder().station("x").speech([event]).build()).map(drop);
    assert_eq!(refused(Speech::Unknown), Err(BindError::InvalidEvent { member: "speech" }));
    let long = Tone::builder().source("x".repeat(40_000)).build();
    assert_eq!(refused(Speech::Tone(long)), Err(BindError::InvalidEvent { member: "speech" }));
}

/// Checks that messages are those events, each signed with the signature before it, and the message that ends them.
pub(crate) fn check_chain(seed: &str, signed: &[Message], events: &[Message]) {
    let identity = apigw_client::Credentials::new("AKIDEXAMPLE", "secret", None, None, "test").into();
    assert_eq!(signed.len(), events.len() + 1);
    let mut last = seed.to_owned();
    for (index, signed) in signed.iter().enumerate() {
        let date = signed.headers().iter().find(|header| header.name().as_str() == ":date").unwrap();
        let time = date.value().as_timestamp().unwrap();
        let params = SigningParams::builder().identity(&identity).region("us-east-1").name("radio").settings(());
        let params = params.time(time.try_into().unwrap()).build().unwrap();
        let expected = match events.get(index) {
            Some(event) => sign_message(event, &last, &params),
            None => sign_empty_message(&last, &params),
        };
        let (message, signature) = expected.unwrap().into_parts();
        assert_eq!(*signed, message, "{index}");
        last = signature;
    }
}

#[tokio::test]
async fn each_event_is_signed_with_the_signature_before_it() {
    let answers = [r#"{"heard": 2}"#; 2].map(|body| crate::loopback::json("200 OK", body));
    let server = Loopback::start(answers);
    let call = Announce::builder().station("x").speech(speech()).build();
    assert_eq!(server.client().send(&call).await.unwrap().heard, Some(2));
    let request = server.request();
    assert_eq!(request.header("x-amz-content-sha256"), Some("STREAMING-AWS4-HMAC-SHA256-EVENTS"));
    let (_, seed) = request.header("authorization").unwrap().rsplit_once("Signature=").unwrap();

    let unsigned = read(&bind(Announce::OPERATION, &call).unwrap().body);
    check_chain(seed, &read(&request.body), &unsigned);

    let unsigned_client = server.builder().unsigned().build().unwrap();
    unsigned_client.send(&call).await.unwrap();
    let request = server.request();
    assert_eq!((request.header("x-amz-content-sha256"), read(&request.body)), (None, unsigned));
}

#[tokio::test]
async fn events_are_signed_whatever_their_media_type_is_and_only_if_they_can_be_read() {
    let server = Loopback::start([crate::loopback::json("200 OK", "{}")]);
    let call = Announce::builder().station("x").speech(speech()).build();
    let (name, media_type) = (http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/x-speech"));
    let client = server.builder().header(name, media_type).build().unwrap();
    client.send(&call).await.unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), Some("application/x-speech"));
    assert_eq!(read(&request.body).len(), 3);

    let mut bound = bind(Announce::OPERATION, &call).unwrap();
    assert!(bound.events && !bind(Listen::OPERATION, &input()).unwrap().events);
    bound.body.truncate(bound.body.len() - 1);
    let error = client.call_bound(Announce::OPERATION, bound).await.unwrap_err();
    assert!(matches!(error, Error::Sign(_)), "{error}");
    assert!(error.to_string().ends_with("the body is not the frames of events: it ends within a frame"), "{error}");
}

#[cfg(feature = "stub")]
#[tokio::test]
async fn stubs_answer_with_events_and_read_those_that_are_sent() {
    use apigw_client::stub::Stub;

    let stub = Stub::new();
    stub.expect::<Talk>().always().reply(&radio::ListenResponse::builder().genre("jazz").signal(signals()).build());
    let talk = Talk::builder().station("x").speech(speech()).build();
    let output = Client::from_stub(&stub).send(&talk).await.unwrap();
    assert_eq!((output.genre.as_deref(), output.signal), (Some("jazz"), Some(signals())));
    let keys = apigw_client::Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    let builder = Client::builder().environment(apigw_client::Environment::empty()).region("us-east-1");
    let signed = builder.credentials(keys).transport(stub.clone()).build().unwrap();
    signed.send(&talk).await.unwrap();
    let silent = Talk::builder().station("x").speech([Speech::Unknown; 0]).build();
    signed.send(&silent).await.unwrap();
    assert_eq!(stub.calls::<Talk>(), [talk.clone(), talk, silent]);
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_iterates_over_events() {
    let server = station([frames(&messages())]);
    let client = apigw_client::blocking::Client::new(server.client()).unwrap();
    let reply = client.events(&input()).unwrap();
    assert_eq!(reply.output.genre.as_deref(), Some("jazz"));
    assert_eq!(reply.events.collect::<Result<Vec<_>, _>>().unwrap(), signals());

    let server = station([frames(&messages())]);
    let reply = apigw_client::blocking::Client::new(server.client()).unwrap().events(&input()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let _inside = runtime.enter();
    let all: Vec<_> = reply.events.take(2).collect();
    assert!(matches!(all[..], [Err(Error::Config(apigw_client::ConfigError::AsyncContext))]), "{all:?}");
}
