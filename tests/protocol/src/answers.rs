//! Answers: what generated code reads from a response has the members of the case, or its error.

use bytes::Bytes;
use http::Response;
use serde_json::{Value, json};

use crate::generated::{Generated, Outcome, Recorded, run};
use crate::values::{are_equal, in_base64};

/// Checks one case.
pub(crate) fn check(_suite: &Value, case: &Value, generated: Generated) -> Result<(), String> {
    let answer = case["response"].clone();
    let transport = Recorded::new(move || response(&answer));
    let name = case["given"]["name"].as_str().ok_or("the case names no operation")?;

    // Without members of its own, a case is of an operation that requires none.
    let params = case.get("params").cloned().unwrap_or_else(|| json!({}));
    let input = in_base64(&params, (generated.input)(name));
    match run((generated.call)(transport.client("https://protocol.example.com"), name, input))? {
        Outcome::Output(shape, found) => {
            let expected = case.get("result").ok_or_else(|| format!("found the output {found}"))?;
            same("output", &found, &in_base64(expected, shape))
        }
        Outcome::Rejected { code, message, kind, details } => {
            let wanted = case["errorCode"].as_str().ok_or_else(|| format!("found the error {code}: {message}"))?;
            same("code", &json!(code), &case["errorCode"])?;
            same("kind", &json!(kind), &json!(format!("Some({})", kind_of(wanted))))?;
            case.get("errorMessage").map_or(Ok(()), |wanted| same("message", &json!(message), wanted))?;

            let found = details.into_iter().find(|(error, ..)| *error == wanted);
            let (_, shape, found) = found.ok_or_else(|| format!("the model has no structure for {wanted}"))?;
            same("error", &found, &in_base64(&case["error"], shape))
        }
    }
}

/// The name of the generated kind of an error.
fn kind_of(code: &str) -> &str {
    let short = code.strip_suffix("Exception").or_else(|| code.strip_suffix("Error"));
    short.unwrap_or(code)
}

fn response(answer: &Value) -> Response<Bytes> {
    let status = answer["status_code"].as_u64().and_then(|status| u16::try_from(status).ok()).expect("a status");
    let mut builder = Response::builder().status(status);
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        builder = builder.header(name, value.as_str().expect("text"));
    }
    let body = answer["body"].as_str().unwrap_or_default().to_owned();
    builder.body(Bytes::from(body)).expect("a response")
}

fn same(what: &str, found: &Value, expected: &Value) -> Result<(), String> {
    if are_equal(found, expected) { Ok(()) } else { Err(format!("{what}: found {found}, expected {expected}")) }
}
