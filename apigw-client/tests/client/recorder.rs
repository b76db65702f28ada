//! Traffic recorded without secrets, and replayed.

use std::io::Write;
use std::sync::{Arc, Mutex};

use apigw_client::{Client, Credentials};
use apigw_model::Blob;

use crate::loopback::{Loopback, json, response};

/// A file in memory.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Memory {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Makes the calls of the test and tells what came of each.
async fn calls(client: &Client) -> Vec<String> {
    let mut outcomes = Vec::new();
    let create = client.create_api_key().name("key").value("01234567890123456789").send().await.unwrap();
    outcomes.push(format!("{:?} {:?}", create.id, create.name));
    for _ in 0..2 {
        let api = client.get_rest_api().rest_api_id("a/b").send().await;
        outcomes.push(api.map_or_else(|error| error.to_string(), |api| format!("{:?}", api.name)));
    }
    let export = client.get_export().rest_api_id("x").stage_name("s").export_type("oas30").send().await.unwrap();
    outcomes.push(format!("{:?} {:?}", export.content_type, export.body));
    let import = client.import_api_keys().format("csv").body(Blob::new(vec![0xff, 0])).send().await.unwrap();
    outcomes.push(format!("{:?}", import.ids));
    client.delete_rest_api().rest_api_id("x").send().await.unwrap();
    outcomes
}

#[tokio::test]
async fn what_was_recorded_is_replayed_and_holds_no_secret() {
    let key = r#"{"id": "k", "name": "key", "value": "01234567890123456789", "stageKeys": []}"#;
    let refused = r#"{"message": "wrong token TOKEN/+=TOKEN"}"#;
    let server = Loopback::start([
        json("201 Created", key),
        json("200 OK", r#"{"name": "pets"}"#),
        json("403 Forbidden", refused),
        response("200 OK", &[("Content-Type", "application/yaml"), ("Set-Cookie", "crumbs")], "openapi: 3"),
        json("201 Created", r#"{"ids": ["k1"]}"#),
        json("202 Accepted", ""),
    ]);
    let memory = Memory::default();
    let credentials = Credentials::new("AKIDEXAMPLE", "hush", Some("TOKEN/+=TOKEN".to_owned()), None, "test");
    let client = server.builder().credentials(credentials).record(memory.clone()).build().unwrap();
    let first = calls(&client).await;
    let recording = memory.text();
    assert_eq!(recording.lines().count(), 6);
    for secret in ["01234567890123456789", "TOKEN/+=", "AKIDEXAMPLE", "hush", "Signature", "crumbs"] {
        assert!(!recording.contains(secret), "{secret} in {recording}");
    }
    assert!(recording.contains("wrong token REDACTED"), "{recording}");
    let replayed = Client::from_recording(recording.as_bytes()).unwrap();
    let mut second = calls(&replayed).await;
    for (first, second) in first.iter().zip(&mut second) {
        *second = second.replace("REDACTED", "TOKEN/+=TOKEN");
        assert_eq!(first, second);
    }
    let error = replayed.get_rest_api().rest_api_id("a/b").send().await.unwrap_err();
    let expected = "UnexpectedCall: the recording has no response left for this call of `GetRestApi`; record it";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_recording_that_cannot_be_written_is_told() {
    /// A disk that is full.
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let server = Loopback::start([json("200 OK", "{}")]);
    let builder = server.builder().record(Full).retry(apigw_client::RetryPolicy::off());
    let client = builder.build().unwrap();
    // What was done is not an error, or it would be done again.
    client.get_account().send().await.unwrap();
    let error = client.get_account().send().await.unwrap_err();
    assert!(error.to_string().contains("cannot write the recording: the disk is full"), "{error}");
}

#[test]
fn lines_that_are_none_are_named() {
    for recording in ["\n{}", "\nnot json", "\n{\"operation\": \"X\", \"method\": \"GET\"}"] {
        let error = Client::from_recording(recording.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "line 2 is not a line of a recording; record again");
    }
}
