//! Streams of events are read as botocore reads them, whole and damaged. Frames are written by AWS's crate.

use std::io::Write as _;
use std::process::{Command, Stdio};

use apigw_model::blob::to_base64;
use apigw_spec::read::import::botocore;
use apigw_tests::radio::{Signal, Wrong, heard};
use apigw_tests::tools;
use apigw_tests::trials::Group;
use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::DateTime;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use fastrand::Rng;
use serde_json::{Value, json};

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "events",
    needs: &[&tools::BOTOCORE],
    tests: &[
        ("the_model_is_the_one_that_is_imported", the_model_is_the_one_that_is_imported),
        ("events_are_read_as_botocore_reads_them", events_are_read_as_botocore_reads_them),
    ],
};

/// How many streams are read.
const STREAMS: usize = 1_500;

fn the_model_is_the_one_that_is_imported() {
    let imported = botocore(&apigw_tests::text("models/radio.service-2.json"), None, None).expect("a model");
    assert_eq!(imported, apigw_tests::text("models/radio.json"));
}

fn events_are_read_as_botocore_reads_them() {
    let mut dice = Rng::with_seed(16);
    let bodies: Vec<(Vec<u8>, bool)> = (0..STREAMS).map(|_| body(&mut dice)).collect();
    let theirs = theirs(&bodies);
    assert_eq!(theirs.len(), STREAMS, "an answer for each stream");

    let (mut events, mut errors, mut damaged) = (0, 0, 0);
    for ((body, is_damaged), theirs) in bodies.iter().zip(theirs) {
        let (ours, wrong) = heard(body);
        let their_events = theirs["events"].as_array().expect("events");
        // botocore leaves out what the model does not list.
        let known: Vec<Value> = ours.iter().filter(|event| **event != Signal::Unknown).map(shown).collect();
        assert_eq!(&known, their_events, "{theirs} {wrong:?}");
        compare_ends(wrong.as_ref(), &theirs["error"]);
        events += known.len();
        errors += usize::from(theirs["error"].is_object());
        damaged += usize::from(*is_damaged);
    }
    println!("{STREAMS} streams, {damaged} of them damaged: {events} events, {errors} errors of the service");
    assert!(events > STREAMS && errors > 100 && damaged > 100);
}

/// How the stream ends: in an error of the service with the same text, in a damage that both see, or well.
fn compare_ends(ours: Option<&Wrong>, theirs: &Value) {
    match (ours, theirs) {
        (None, Value::Null) => {}
        (Some(error), Value::Object(said)) => {
            assert_eq!(error.message(), said["Message"].as_str(), "{error}");
            // botocore has the name of the member as the code of an exception, where other errors have that of the shape.
            let code = said["Code"].as_str().unwrap_or_default();
            let code = match code {
                "jammed" => "JammedException",
                "lost" => "LostException",
                other => other,
            };
            assert_eq!(error.code(), Some(code));
        }
        (Some(error), Value::String(_)) => assert_eq!(error.code(), None, "{error}"),
        // botocore takes a stream that ends within an event for one that ends well.
        (Some(error), Value::Null) => assert!(error.to_string().contains("ends within a frame"), "{error}"),
        (ours, theirs) => panic!("{ours:?} {theirs}"),
    }
}

/// An event in the form of the model.
fn shown(event: &Signal) -> Value {
    serde_json::to_value(event).expect("JSON")
}

/// The answers of botocore.
fn theirs(bodies: &[(Vec<u8>, bool)]) -> Vec<Value> {
    let mut python = Command::new("python3");
    python.arg(apigw_tests::path("tests/oracles/events.py")).arg(apigw_tests::path("models/radio.service-2.json"));
    let mut process = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python runs");
    let mut input = process.stdin.take().expect("its input");
    let question = |(body, _): &(Vec<u8>, bool)| json!({ "operation": "Listen", "body": to_base64(body) }).to_string();
    let lines = bodies.iter().map(question).collect::<Vec<_>>().join("\n") + "\n";
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = process.wait_with_output().expect("its output");
    writer.join().expect("a thread without a panic").expect("its input is read");
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The body of an answer, and whether it is damaged.
fn body(dice: &mut Rng) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    for _ in 0..dice.usize(..6) {
        write_message_to(&message(dice), &mut body).expect("a frame");
    }
    let is_damaged = !body.is_empty() && dice.u8(..4) == 0;
    if is_damaged {
        let at = dice.usize(..body.len());
        if dice.bool() {
            body.truncate(at);
        } else {
            body[at] ^= 1 << dice.u8(..8);
        }
    }
    (body, is_damaged)
}

fn message(dice: &mut Rng) -> Message {
    let (kind, name, payload) = match dice.u8(..10) {
        0 | 1 => ("event", "tone", dice.lowercase().to_string()),
        2 => ("event", "words", json!({ "said": text(dice), "others": [text(dice)], "volume": 0.5 }).to_string()),
        3 => ("event", "caption", text(dice)),
        4 => ("event", "chart", json!({ "title": text(dice), "year": dice.i32(..), "more": [null] }).to_string()),
        5 => ("event", "silence", "{}".to_owned()),
        6 => ("event", "static", text(dice)),
        7 => ("event", "words", json!({ "said": text(dice), "others": null }).to_string()),
        8 if dice.bool() => ("exception", "jammed", json!({ "message": text(dice), "by": "x" }).to_string()),
        8 => ("exception", "lost", json!({ "message": text(dice) }).to_string()),
        _ if dice.bool() => ("error", "", String::new()),
        _ => ("event", "tone", String::new()),
    };
    let mut message = Message::new(payload.into_bytes());
    message = message.add_header(header(":message-type", kind));
    message = match kind {
        "error" => {
            message.add_header(header(":error-code", "Internal")).add_header(header(":error-message", &text(dice)))
        }
        "event" => message.add_header(header(":event-type", name)),
        _ => message.add_header(header(":exception-type", name)),
    };
    match name {
        "tone" => tone(message, dice),
        "words" => message.add_header(header("language", &text(dice))),
        _ => message,
    }
}

fn tone(message: Message, dice: &mut Rng) -> Message {
    let small = match dice.u8(..3) {
        0 => HeaderValue::Byte(dice.i8(..)),
        1 => HeaderValue::Int16(dice.i16(..)),
        _ => HeaderValue::Int32(dice.i32(..)),
    };
    let key: Vec<u8> = (0..dice.usize(..5)).map(|_| dice.u8(..)).collect();
    let headers = [
        Header::new("pitch", small),
        Header::new("length", HeaderValue::Int64(dice.i64(..))),
        Header::new("loud", HeaderValue::Bool(dice.bool())),
        header("source", &text(dice)),
        Header::new("key", HeaderValue::ByteArray(key.into())),
        Header::new("at", HeaderValue::Timestamp(DateTime::from_millis(dice.i64(0..4_000_000_000) * 500))),
        header("other", "x"),
    ];
    headers.into_iter().filter(|_| dice.u8(..4) > 0).fold(message, Message::add_header)
}

fn header(name: &'static str, value: &str) -> Header {
    Header::new(name, HeaderValue::String(value.to_owned().into()))
}

fn text(dice: &mut Rng) -> String {
    (0..dice.usize(..8)).map(|_| dice.choice(['a', 'z', ' ', '"', 'ß', '\u{1f3b5}']).expect("one of them")).collect()
}
