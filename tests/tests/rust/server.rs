//! Generated servers: what a client sends is what they are given, and what they give is what a client reads.

use std::sync::{Arc, Mutex};

use apigw_client::{CallOptions, Client, Credentials, Environment, Validation};
use apigw_model::__private::deserialize;
use apigw_model::server::{ErrorReply, Request, Response};
use apigw_model::{OPERATIONS, Operation};
use apigw_spec::{Binding, Kind, Member, Shape};
use apigw_tests::loopback::{self, Answer, Loopback};
use apigw_tests::visit::Visit;
use apigw_tests::{every, inputs, typed};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

mod generated {
    apigw_model::server!(for ApiGateway, model = ::apigw_model);
}

mod weather {
    #![allow(missing_docs, reason = "the model has no documentation")]

    apigw_model::model!(path = "../apigw-client/examples/models/weather.json");
}

mod station {
    apigw_model::server!(for Station, model = crate::server::weather, path = "../apigw-client/examples/models/weather.json");
}

mod zoo {
    #![allow(missing_docs, unreachable_pub, reason = "the model has no documentation")]

    apigw_model::model!(path = "models/zoo.json");
}

mod keeper {
    apigw_model::server!(for Keeper, model = crate::server::zoo, path = "models/zoo.json");
}

/// How many values are made up for each operation.
const CASES: usize = 6;

fn client(server: &Loopback) -> Client {
    let builder = Client::builder().environment(Environment::empty()).region("us-east-1").endpoint_url(server.url());
    let builder = builder.credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"));
    builder.validation(Validation::Off).build().expect("a client")
}

/// Gives a request to `answer` in its parts.
fn answered(request: &loopback::Request, answer: impl FnOnce(&Request<'_>) -> Response) -> Answer {
    let headers: Vec<(&str, &str)> =
        request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let parts = Request { method: &request.method, target: &request.target, headers: &headers, body: &request.body };
    let Response { status, headers, body } = answer(&parts);
    let headers = headers.into_iter().map(|(name, value)| (name.into_owned(), value)).collect();
    Answer { status, headers, body }
}

/// What travels of a value: no empty list in a query, no empty payload, and numbers whose digits all read back.
fn travelling(value: &mut Value, shape: &Shape) {
    let Value::Object(members) = value else { return };
    for member in shape.members() {
        let is_empty = |value: &Value| match (member.binding, value) {
            (Binding::Query(_), Value::Array(items)) => items.is_empty(),
            (Binding::QueryMap, Value::Object(entries)) => entries.is_empty(),
            _ => false,
        };
        if members.get(member.name).is_some_and(is_empty) && !member.required {
            members.remove(member.name);
        }
        if member.binding == Binding::Payload && matches!(member.target.shape().kind, Kind::Blob) {
            let payload = members.entry(member.name).or_insert_with(|| json!("Ynl0ZXM="));
            if payload == &json!("") {
                *payload = json!("Ynl0ZXM=");
            }
        }
        if matches!(member.binding, Binding::Header(_)) {
            // Clients send some headers whether they are given or not.
            members.entry(member.name).or_insert_with(|| json!("text/plain"));
        }
        keep_queries_apart(members, member, shape);
    }
    rounded(value);
}

/// A parameter of a map that has the name of another one would be taken for that.
fn keep_queries_apart(members: &mut serde_json::Map<String, Value>, member: &Member, shape: &Shape) {
    if let (Binding::QueryMap, Some(Value::Object(entries))) = (member.binding, members.get_mut(member.name)) {
        let is_bound = |name: &str| {
            shape.members().iter().any(|other| matches!(other.binding, Binding::Query(known) if known == name))
        };
        entries.retain(|name, _| name != "mode" && !is_bound(name));
    }
}

fn rounded(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            *value = json!((number.as_f64().unwrap_or_default() % 1e6).trunc() / 8.0);
        }
        Value::Array(items) => items.iter_mut().for_each(rounded),
        Value::Object(entries) => entries.values_mut().for_each(rounded),
        _ => {}
    }
}

struct ThereAndBack(tokio::runtime::Runtime, TestRunner, usize);

impl Visit for ThereAndBack {
    fn structure<T>(&mut self, _: &str) {}

    fn enumeration<T>(&mut self, _: &str) {}

    fn operation<T: Operation + Serialize + DeserializeOwned>(&mut self, name: &str) {
        let operation = T::OPERATION;
        let output_shape = <T::Output as apigw_model::Structured>::SHAPE;
        let next: Arc<Mutex<(Value, Value)>> = Arc::default();
        let shared = Arc::clone(&next);
        let server = Loopback::start(move |request| {
            answered(request, |request| {
                apigw_model::server::handle::<T>(request, &|_| Ok(()), |input| {
                    let (seen, output) = &mut *shared.lock().expect("no test has failed");
                    *seen = typed::json(&input).expect("JSON");
                    Ok(deserialize(&*output).expect("an output"))
                })
            })
        });
        let client = client(&server);
        let (inputs, outputs) = (inputs::of(operation), inputs::of_structure(output_shape));
        for _ in 0..CASES {
            let mut input = inputs.new_tree(&mut self.1).expect("an input").current();
            let mut output = outputs.new_tree(&mut self.1).expect("an output").current();
            travelling(&mut input, operation.input.shape());
            travelling(&mut output, output_shape);
            let typed_input: T = serde_json::from_value(input.clone()).expect("an input of the model");
            let input = typed::json(&typed_input).expect("JSON");
            let expected: T::Output = deserialize(&output).expect("an output of the model");
            let expected = typed::json(&expected).expect("JSON");
            *next.lock().expect("no test has failed") = (Value::Null, output);

            let answer = self.0.block_on(client.send(&typed_input));
            let answer = answer.unwrap_or_else(|error| panic!("{name} of {input}: {error:?}"));
            let seen = next.lock().expect("no test has failed").0.clone();
            assert_eq!(seen, input, "what the server was given for {name}");
            assert_eq!(typed::json(&answer).expect("JSON"), expected, "what the client was given by {name}");
            self.2 += 1;
        }
    }
}

#[test]
fn inputs_and_outputs_of_every_operation_go_there_and_back() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut visitor = ThereAndBack(runtime, TestRunner::deterministic(), 0);
    every::operations(&mut visitor);
    assert_eq!(visitor.2, OPERATIONS.len() * CASES);
}

/// A server that implements nothing says which operation it was asked for.
struct Nothing;

impl generated::ApiGateway for Nothing {}

#[test]
fn every_request_finds_its_operation() {
    let service: &dyn generated::ApiGateway = &Nothing;
    for operation in OPERATIONS {
        let input = apigw_tests::visit::document(operation.input.shape(), &|member| member.name);
        let document = apigw_spec::document::Document::new(&input, operation.input.shape());
        let bound = apigw_client::bind::bind(operation, document.members().expect("a structure")).expect("a request");
        let request = Request { method: bound.method, target: &bound.target, headers: &[], body: &bound.body };
        let answer = service.answer(&request);
        assert_eq!(answer.status, 501, "{} {}", bound.method, bound.target);
        let message = format!("`{}` is not implemented here", operation.name);
        assert!(answer.text().contains(&message), "{}: {}", operation.name, answer.text());
    }
}

#[test]
fn requests_for_no_operation_and_bodies_of_other_types_are_refused() {
    let service: &dyn generated::ApiGateway = &Nothing;
    let answer = |method, target, body: &'static str| {
        let answer = service.answer(&Request { method, target, headers: &[], body: body.as_bytes() });
        (answer.status, answer.header("x-amzn-errortype").unwrap_or_default().to_owned(), answer.text().into_owned())
    };
    for (method, target) in
        [("GET", "/pets"), ("PATCH", "/restapis"), ("GET", "restapis"), ("GET", "/restapis/"), ("", "")]
    {
        let (status, code, _) = answer(method, target, "");
        assert_eq!((status, code.as_str()), (404, "UnknownOperationException"), "{method} {target}");
    }
    let (status, code, body) = answer("POST", "/restapis", r#"{"name": true}"#);
    assert_eq!((status, code.as_str()), (400, "SerializationException"));
    assert_eq!(body, r#"{"Message":"class java.lang.Boolean can not be converted to an String"}"#);
    assert_eq!(answer("POST", "/restapis", "{").1, "SerializationException");
    assert_eq!(answer("POST", "/restapis", "[]").1, "SerializationException");
    assert_eq!(answer("GET", "/restapis?limit=x", "").1, "SerializationException");
}

/// A station for a model of a user's own.
struct Bonn;

impl station::Station for Bonn {
    fn get_forecast(&self, input: weather::GetForecast) -> Result<weather::Forecast, ErrorReply> {
        if input.city == "Atlantis" {
            return Err(ErrorReply::new("NoSuchCity", "it sank"));
        }
        Ok(weather::Forecast::builder().city(input.city).build())
    }
}

#[tokio::test]
async fn a_server_of_a_users_own_model_answers_its_client() {
    let server = Loopback::start(|request| {
        let station: &dyn station::Station = &Bonn;
        answered(request, |request| station.answer(request))
    });
    let client = client(&server).with(CallOptions::new().validation(Validation::Off));
    let forecast = |city: &str| weather::GetForecast::builder().city(city).build();
    let found = client.send(&forecast("Bonn & Ulm/é")).await.expect("a forecast");
    assert_eq!(found.city.as_deref().unwrap_or_default(), "Bonn & Ulm/é");
    let refused = client.send(&forecast("Atlantis")).await.expect_err("a refusal");
    assert!(format!("{refused}").contains("it sank"), "{refused}");
}

/// A service with the shapes that API Gateway has not, which keeps what it was given.
#[derive(Default)]
struct Shapes(Mutex<Vec<Value>>);

impl keeper::Keeper for Shapes {
    fn feed(&self, input: zoo::Feed) -> Result<zoo::Fed, ErrorReply> {
        self.0.lock().expect("no test has failed").push(typed::json(&input).expect("JSON"));
        Ok(zoo::Fed::builder().build())
    }
}

#[test]
fn unions_documents_and_encoded_headers_are_decoded() {
    let hay = || zoo::Food::Hay("much".to_owned());
    let notes = || [Some("a".to_owned())];
    let builder = || zoo::Feed::builder().animal("cow").token("t").label(r#"{"kind": "é"}"#).notes(notes());
    for (food, extra) in [
        (hay(), json!({ "a": [1, null, true] })),
        (zoo::Food::Menu(vec![hay(), hay()]), json!("text")),
        (hay(), json!(1.5)),
        (hay(), json!(false)),
    ] {
        let sent = builder().food(food).extra(extra).build();
        let bound = apigw_client::bind::bind(zoo::Feed::OPERATION, &sent).expect("a request");
        let headers = bound.headers.iter().map(|(name, value)| (name.as_str(), value.to_str().expect("text")));
        let headers: Vec<_> = headers.collect();
        let request = Request { method: bound.method, target: &bound.target, headers: &headers, body: &bound.body };

        let shapes = Shapes::default();
        let keeper: &dyn keeper::Keeper = &shapes;
        let answer = keeper.answer(&request);
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(*shapes.0.lock().expect("no test has failed"), [typed::json(&sent).expect("JSON")]);
    }
}

#[test]
fn unions_are_checked_and_encoded_headers_have_to_be_readable() {
    let shapes = Shapes::default();
    let keeper: &dyn keeper::Keeper = &shapes;
    let answer = |headers: &[(&str, &str)], body: &str| {
        keeper.answer(&Request { method: "POST", target: "/animals/cow", headers, body: body.as_bytes() }).status
    };
    assert_eq!(answer(&[], r#"{"food": {"hay": "dry"}, "counts": {"hay": null}, "notes": [null]}"#), 200);
    assert_eq!(answer(&[], r#"{"food": {"grass": 1}}"#), 200);
    assert_eq!(answer(&[], r#"{"food": "hay"}"#), 400);
    assert_eq!(answer(&[], r#"{"food": {"hay": true}}"#), 400);
    assert_eq!(answer(&[("x-label", "e30=")], "{}"), 200);
    assert_eq!(answer(&[("x-label", "{}")], "{}"), 400);
}

#[test]
fn operations_with_a_stream_of_events_are_not_implemented() {
    let shapes = Shapes::default();
    let keeper: &dyn keeper::Keeper = &shapes;
    let answer = keeper.answer(&Request { method: "GET", target: "/watch", headers: &[], body: b"" });
    assert_eq!((answer.status, answer.text()), (501, r#"{"Message":"`Watch` is not implemented here"}"#.into()));
}
