//! All operations through bind, sign, send and parse, against a server that is generated from the specification.

use apigw_client::stub::Stub;
use apigw_client::{CallOptions, Client, Credentials, Environment, Validation};
use apigw_model::__private::{json, skeleton};
use apigw_model::blob::to_base64;
use apigw_model::{OPERATIONS, Operation};
use apigw_spec::document::Document;
use apigw_spec::value::{ToValue as _, Value as Live};
use apigw_spec::{Binding, Kind, Shape, Target};
use apigw_tests::loopback::{Answer, Loopback, Request};
use apigw_tests::typed;
use apigw_tests::visit::document;
use serde_json::{Value, json};

/// The service as the specification tells it.
fn service() -> Loopback {
    Loopback::start(|request| {
        let operation = OPERATIONS.iter().filter(|operation| is_asked(operation, request));
        // A template with a fixed query is the more specific one.
        let operation = operation.max_by_key(|operation| operation.uri.contains('?'));
        operation.map_or(Answer { status: 404, ..Answer::default() }, |operation| answer(operation))
    })
}

/// Whether a request is one for the operation: its method, the fixed parts of its path, and its fixed query.
fn is_asked(operation: &apigw_spec::Operation, request: &Request) -> bool {
    let split = |target: &str| {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let segments: Vec<_> = path.split('/').map(str::to_owned).collect();
        (segments, query.split('&').map(str::to_owned).filter(|pair| !pair.is_empty()).collect::<Vec<_>>())
    };
    let (wanted, wanted_query) = split(operation.uri);
    let (path, query) = split(&request.target);
    request.method == operation.method
        && wanted.len() == path.len()
        && wanted.iter().zip(&path).all(|(wanted, segment)| wanted.starts_with('{') || wanted == segment)
        && wanted_query.iter().all(|pair| query.contains(pair))
}

/// The output that the service gives: the skeleton, which has nothing for bytes.
fn output(operation: &apigw_spec::Operation) -> Value {
    let Some(shape) = operation.output.map(Target::shape) else { return json!({}) };
    let mut output: Value = serde_json::from_str(&skeleton::output(shape)).expect("skeletons are JSON");
    for member in shape.members().iter().filter(|member| member.binding == Binding::Payload) {
        output[member.name] = "raw é\n".into();
    }
    output
}

/// The output as it travels.
fn answer(operation: &apigw_spec::Operation) -> Answer {
    let Some(shape) = operation.output.map(Target::shape) else {
        return Answer { status: operation.status, ..Answer::default() };
    };
    let output = output(operation);
    let document = Document::new(&output, shape);
    let Live::Structure(members) = document.to_value() else {
        panic!("the output of {} is no structure", operation.name)
    };
    let mut answer = Answer::json(json::body(shape, members));
    answer.status = operation.status;
    for member in shape.members() {
        let text = || output[member.name].as_str().expect("text").to_owned();
        match member.binding {
            Binding::Header(name) => {
                answer.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                answer.headers.push((name.to_owned(), text()));
            }
            Binding::Payload => answer.body = text().into_bytes(),
            Binding::Body => {}
            _ => panic!("{} of {} is bound in a way that the test does not know", member.name, operation.name),
        }
    }
    answer
}

/// The output as the types give it back: moments are numbers, blobs are Base64.
fn as_read(value: &mut Value, shape: &Shape) {
    match (&mut *value, shape.kind) {
        (Value::String(text), Kind::Blob) => *text = to_base64(text.as_bytes()),
        (Value::String(text), Kind::Timestamp(_)) if text == "1970-01-01T00:00:00" => *value = json!(0.0),
        (Value::Object(members), Kind::Structure(structure)) => {
            for (name, value) in members {
                let (_, member) = structure.member(name).expect("a member");
                as_read(value, member.target.shape());
            }
        }
        (Value::Object(entries), Kind::Map { value: target, .. }) => {
            for value in entries.values_mut() {
                as_read(value, target.shape());
            }
        }
        (Value::Array(items), Kind::List(item)) => {
            for value in items {
                as_read(value, item.shape());
            }
        }
        _ => {}
    }
}

fn client(server: &Loopback) -> Client {
    let builder = Client::builder().environment(Environment::empty()).region("us-east-1").endpoint_url(server.url());
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    // Made-up inputs break rules; here it is the way that counts.
    builder.credentials(credentials).validation(Validation::Off).build().expect("a client")
}

fn is_signed(request: &Request) -> bool {
    let authorization = request.header("authorization").unwrap_or_default();
    let mut signed = request.signed_headers().unwrap_or_default().split(';');
    authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
        && authorization.contains("/us-east-1/apigateway/aws4_request")
        && ["accept", "host", "x-amz-date"].iter().all(|name| signed.clone().any(|signed| signed == *name))
        && (request.header("content-type").is_none() || signed.any(|signed| signed == "content-type"))
}

struct Typed<'a>(&'a Client, &'a tokio::runtime::Runtime);

impl typed::Door for Typed<'_> {
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String> {
        self.1.block_on(self.0.send(input)).map_err(|error| error.to_string())
    }
}

#[test]
fn every_operation_goes_there_and_back_through_its_types() {
    let server = service();
    let client = client(&server);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut walked = 0;
    for operation in OPERATIONS {
        let input = document(operation.input.shape(), &|member| member.name);
        let output = typed::call(&Typed(&client, &runtime), operation.name, &input);
        let output = output.unwrap_or_else(|error| panic!("{}: {error}", operation.name));
        let mut expected = self::output(operation);
        if let Some(shape) = operation.output {
            as_read(&mut expected, shape.shape());
        }
        assert_eq!(output, expected, "{}", operation.name);
        let request = server.request();
        assert!(is_signed(&request), "{}: {request:?}", operation.name);
        walked += 1;
    }
    assert_eq!(walked, 124);
}

#[tokio::test]
async fn every_operation_goes_there_and_back_through_the_raw_door() {
    let server = service();
    let client = client(&server);
    for operation in OPERATIONS {
        let input = document(operation.input.shape(), &|member| member.name);
        let document = Document::new(&input, operation.input.shape());
        let members = document.members().expect("an input is a structure");
        let reply = client.call(operation, members).await.unwrap_or_else(|error| panic!("{}: {error}", operation.name));
        assert_eq!(reply.status, operation.status, "{}", operation.name);
        assert!(reply.failure().is_none(), "{}", operation.name);
        let expected = answer(operation);
        assert_eq!(reply.body, expected.body, "{}", operation.name);
        for (name, value) in &expected.headers {
            assert_eq!(
                reply.headers.get(name).map(AsRef::<[u8]>::as_ref),
                Some(value.as_bytes()),
                "{}",
                operation.name
            );
        }
        let request = server.request();
        assert_eq!(request.method, operation.method);
        assert!(is_asked(operation, &request), "{}: {request:?}", operation.name);
        assert!(is_signed(&request), "{}: {request:?}", operation.name);
    }
}

/// Sends to a double and gives back what it made of the request.
struct Doubled<'a>(&'a tokio::runtime::Runtime);

impl typed::Door for Doubled<'_> {
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String> {
        let stub = Stub::new();
        stub.expect::<T>().respond(200, "");
        let client = Client::from_stub(&stub).with(CallOptions::new().validation(Validation::Off));
        let outcome = self.0.block_on(client.send(input)).map_err(|error| error.to_string());
        let calls = stub.calls::<T>();
        let [call] = &calls[..] else { return Err(format!("{} calls", calls.len())) };
        assert_eq!(typed::json(call), typed::json(input), "{}", T::OPERATION.name);
        outcome
    }
}

#[test]
fn every_request_becomes_the_input_that_it_was_made_of() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    for operation in OPERATIONS {
        let input = document(operation.input.shape(), &|member| member.name);
        let outcome = typed::call(&Doubled(&runtime), operation.name, &input);
        assert!(outcome.is_ok(), "{}: {outcome:?}", operation.name);
    }
}
