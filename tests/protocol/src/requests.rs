//! Requests: what a client sends for an input has the method, target, host, headers and body of the case.

use apigw_model::blob::to_base64;
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HOST};
use http::{Request, Response};
use md5::Digest as _;
use serde_json::Value;

use crate::generated::{Generated, Recorded, run};
use crate::values::{are_equal, in_base64};

/// The token of the cases in which a client fills one in.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// Checks one case.
pub(crate) fn check(suite: &Value, case: &Value, generated: Generated) -> Result<(), String> {
    let endpoint = suite["clientEndpoint"].as_str().unwrap_or("https://protocol.example.com");
    let transport = Recorded::new(|| Response::new(Bytes::from_static(b"{}")));
    let name = case["given"]["name"].as_str().ok_or("the case names no operation")?;
    let input = in_base64(&case["params"], (generated.input)(name));

    run((generated.call)(transport.client(endpoint), name, input))?;
    let request = transport.request().ok_or("nothing was sent")?;
    let expected = &case["serialized"];
    let problems = [line(&request, expected), headers(&request, expected), body(&request, expected)].concat();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn line(request: &Request<Bytes>, expected: &Value) -> Vec<String> {
    let target = request.uri().path_and_query().map_or("", |target| target.as_str());
    let found = [
        ("method", request.method().as_str().to_owned(), expected["method"].as_str()),
        ("uri", without_token(target, expected["uri"].as_str().unwrap_or_default()), expected["uri"].as_str()),
        // The case has the path of the endpoint too.
        ("host", header(request, HOST.as_str()), expected["host"].as_str().and_then(|host| host.split('/').next())),
    ];
    let differing = found.into_iter().filter_map(|(what, found, wanted)| {
        let wanted = wanted.filter(|wanted| found != *wanted)?;
        Some(format!("{what}: found {found:?}, expected {wanted:?}"))
    });
    differing.collect()
}

/// The target with the token of the cases in the place of a random one, which is a UUID of version 4.
fn without_token(target: &str, expected: &str) -> String {
    let Some(start) = expected.find(TOKEN) else { return target.to_owned() };
    let Some(found) = target.get(start..start + TOKEN.len()) else { return target.to_owned() };
    let fits = found.bytes().zip(TOKEN.bytes()).enumerate().all(|(index, (found, pattern))| match (index, pattern) {
        (14, _) | (_, b'-') => found == pattern,
        (19, _) => matches!(found, b'8' | b'9' | b'a' | b'b'),
        _ => found.is_ascii_hexdigit(),
    });
    if fits { target.replacen(found, TOKEN, 1) } else { target.to_owned() }
}

fn headers(request: &Request<Bytes>, expected: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, wanted) in expected["headers"].as_object().into_iter().flatten() {
        let found = request.headers().contains_key(name.as_str()).then(|| header(request, name));
        let is_equal = if name.eq_ignore_ascii_case("content-md5") {
            // It is that of the body, which the case has without blanks, and the AWS tools send with some.
            let body = expected["body"].as_str().and_then(|body| serde_json::from_str::<Value>(body).ok());
            let of_case = body.map(|body| checksum(body.to_string().as_bytes()));
            of_case.as_deref() == wanted.as_str() && found == Some(checksum(request.body()))
        } else {
            found.as_deref() == wanted.as_str()
        };
        if !is_equal {
            problems.push(format!("header {name}: found {found:?}, expected {wanted}"));
        }
    }
    let names = |key: &str| expected[key].as_array().into_iter().flatten().filter_map(Value::as_str);
    let missing = names("requireHeaders").filter(|name| !request.headers().contains_key(*name));
    problems.extend(missing.map(|name| format!("the header {name} is missing")));
    let forbidden = names("forbidHeaders").filter(|name| request.headers().contains_key(*name));
    problems.extend(forbidden.map(|name| format!("the header {name} is forbidden")));
    problems
}

/// The MD5 checksum of a body, as `Content-MD5` has it.
fn checksum(body: &[u8]) -> String {
    to_base64(&md5::Md5::digest(body))
}

/// The values of a header.
fn header(request: &Request<Bytes>, name: &str) -> String {
    let values = request.headers().get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.collect::<Vec<_>>().join(", ")
}

/// JSON is compared by its values; what is no JSON byte by byte.
fn body(request: &Request<Bytes>, expected: &Value) -> Vec<String> {
    let found = request.body();
    let gzip = header(request, CONTENT_ENCODING.as_str()).ends_with("gzip");
    if gzip && !found.starts_with(&[0x1f, 0x8b]) {
        return vec!["the body is not compressed".to_owned()];
    }
    let Some(wanted) = expected["body"].as_str() else { return Vec::new() };

    let is_json = header(request, CONTENT_TYPE.as_str()) == "application/json";
    let (one, other) = (serde_json::from_slice::<Value>(found), serde_json::from_str::<Value>(wanted));
    let is_equal = match (one, other) {
        (Ok(one), Ok(other)) if is_json => are_equal(&one, &other),
        _ => found == wanted.as_bytes(),
    };
    if is_equal { Vec::new() } else { vec![format!("body: found {found:?}, expected {wanted:?}")] }
}
