//! The cost of a call that is run whole: a request with a body is validated, mapped by a template to a message for a queue,
//! answered by a backend that costs nothing, and mapped back. Prints CPU time and the size of the log.
//!
//! `cargo run --release -p apigw-engine --example call_cost`

use apigw_engine::api::{Api, Integration, Method, ResponseMapping};
use apigw_engine::http::{Request, Response};
use apigw_engine::{Backend, BackendAnswer, BackendCall, BackendError, Call, invoke};
use serde_json::json;

/// How many calls are made for a figure.
const CALLS: u32 = 20_000;

/// A queue that takes everything.
struct Queue;

impl Backend for Queue {
    fn send(&mut self, _call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let body = r#"{"SendMessageResponse": {"SendMessageResult": {"MessageId": "m-1"}}}"#;
        let headers = [("Content-Type", "application/json")].into_iter().collect();
        let response = Response { status: 200, headers, body: body.as_bytes().to_vec() };
        Ok(BackendAnswer { response, ..BackendAnswer::default() })
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let integration = Integration::from_json(&json!({
        "type": "AWS",
        "httpMethod": "POST",
        "uri": "arn:aws:apigateway:us-east-1:sqs:path/123456789012/pets",
        "credentials": "arn:aws:iam::123456789012:role/send",
        "requestParameters": {
            "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'",
            "integration.request.header.X-Pet": "method.request.path.petId",
        },
        "requestTemplates": {
            "application/json": "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$'))&Pet=$input.params('petId')",
        },
    }))?;
    let integration = integration.with_response(ResponseMapping::from_json(&json!({
        "statusCode": "200",
        "responseTemplates": {
            "application/json": "{\"id\": \"$input.path('$.SendMessageResponse.SendMessageResult.MessageId')\"}",
        },
    }))?);
    let method = Method { resource_path: "/pets/{petId}".to_owned(), ..Method::default() };
    let call = Call::new(Request {
        method: "POST".to_owned(),
        path: "/pets/7".to_owned(),
        headers: [("Content-Type", "application/json"), ("User-Agent", "curl/8")].into_iter().collect(),
        body: br#"{"name": "Rex", "type": "dog", "price": 249.99}"#.to_vec(),
        ..Request::default()
    });

    let mut least = f64::INFINITY;
    let mut outcome = invoke(&Api::default(), &method, &integration, &call, &mut Queue);
    for _ in 0..5 {
        let before = nanoseconds()?;
        for _ in 0..CALLS {
            outcome = invoke(&Api::default(), &method, &integration, &call, &mut Queue);
        }
        least = least.min((nanoseconds()? - before) / f64::from(CALLS));
    }

    let (status, body) = (outcome.response.status, outcome.response.text());
    println!("a whole call: {:.1} µs of CPU, with {} bytes of log; {status} {body}", least / 1000.0, outcome.log.len());
    Ok(())
}

/// The CPU time of the process, as Linux counts it.
fn nanoseconds() -> Result<f64, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string("/proc/self/schedstat")?;
    Ok(text.split_whitespace().next().ok_or("no CPU time")?.parse()?)
}
