//! The output of an operation, from a reply: known members in the order of the model, read as leniently as by the AWS CLI.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::json::{self, Maps};
use apigw_cli_text::python::number;
use apigw_cli_text::unprintable;
use apigw_client::Reply;
use apigw_spec::{Binding, Kind, Member, Operation, Shape};

use crate::config::timestamps::Timestamps;
use crate::failure::{Failure, ServiceError};
use crate::terminal::stdout;
use crate::transport::timestamp;

const MULTIPLE_CHOICES: u16 = 300;

/// The output of an operation, without a streamed body.
pub(crate) fn output(reply: &Reply, operation: &'static Operation, timestamps: Timestamps) -> Result<Map, Failure> {
    let mut map = Map::new();
    let Some(shape) = operation.output.map(apigw_spec::Target::shape) else { return Ok(map) };
    let is_json = !shape.members().iter().any(|member| member.binding == Binding::Payload);
    let body = if is_json { members(reply)? } else { Map::new() };
    for member in shape.members() {
        let value = match member.binding {
            Binding::Header(name) => header(reply, name).map(Document::Text),
            Binding::Body => body.get(member.wire_name).filter(|value| **value != Document::Null).cloned(),
            _ => None,
        };
        if let Some(value) = value {
            map.insert(member.name, shaped(value, member.target.shape(), timestamps)?);
        }
    }
    Ok(map)
}

/// The error of the service that a reply holds, with the members of its shape; `None` for a success.
pub(crate) fn service_error(reply: &Reply, operation: &'static Operation) -> Option<ServiceError> {
    let failure = reply.failure()?;
    let (code, message) = if failure.status == MULTIPLE_CHOICES {
        // The AWS CLI reads the reply as a success and fails on its content.
        ("Unknown", "Unknown")
    } else {
        (failure.code.as_str(), failure.message.as_str())
    };
    let shape = operation.errors.iter().map(|target| target.shape()).find(|shape| shape.name() == code);
    let details = shape.map(|shape| details(reply, shape)).unwrap_or_default();
    Some(ServiceError {
        code: code.to_owned(),
        message: message.to_owned(),
        operation: operation.name,
        exhausted_retries: None,
        details,
    })
}

fn details(reply: &Reply, shape: &'static Shape) -> Map {
    let body = match body(reply) {
        ReplyBody::Members(map) => map,
        ReplyBody::Text(text) => [("message", text.as_str())].into_iter().collect(),
        ReplyBody::Other(_) => Map::new(),
    };
    let value = |member: &Member| match member.binding {
        Binding::Header(name) => header(reply, name).map(Document::Text),
        _ => body.get(member.wire_name).filter(|value| **value != Document::Null).cloned(),
    };
    shape.members().iter().filter_map(|member| Some((member.name, value(member)?))).collect()
}

fn header(reply: &Reply, name: &str) -> Option<String> {
    reply.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// The content of a body.
enum ReplyBody {
    /// The members of a JSON object; none if there is no body.
    Members(Map),
    /// A body that is not JSON.
    Text(String),
    /// JSON that is not an object; this is its kind.
    Other(&'static str),
}

fn body(reply: &Reply) -> ReplyBody {
    if reply.body.is_empty() {
        return ReplyBody::Members(Map::new());
    }
    let text = String::from_utf8_lossy(&reply.body);
    match json::read(&text, Maps::Plain) {
        Ok(Document::Map(map)) => ReplyBody::Members(map),
        Ok(Document::List(_)) => ReplyBody::Other("a JSON array"),
        Ok(Document::Null) => ReplyBody::Other("a JSON null"),
        Ok(_) => ReplyBody::Other("a JSON scalar"),
        Err(_) => ReplyBody::Text(text.into_owned()),
    }
}

/// The members of the body of a success. A body that is not JSON is not shown, as in the AWS CLI, but reported.
fn members(reply: &Reply) -> Result<Map, Failure> {
    match body(reply) {
        ReplyBody::Members(map) => Ok(map),
        // What a network shows before one has logged in, or the page of another server.
        ReplyBody::Text(_) if header(reply, "content-type").is_some_and(|kind| kind.starts_with("text/html")) => {
            let problem = foreign(reply);
            Err(Failure::general(format!(
                "the reply {problem}, so it does not come from the service; check the network and the endpoint"
            )))
        }
        ReplyBody::Text(_) => {
            stdout::print_error(&format!("apigw: warning: the reply {}; its body is not shown\n", foreign(reply)));
            Ok(Map::new())
        }
        ReplyBody::Other(kind) => Err(Failure::general(format!("expected a JSON object in the reply, found {kind}"))),
    }
}

/// Describes a body that is not JSON. Its content is not shown, since it may hold secrets.
fn foreign(reply: &Reply) -> String {
    let size = reply.body.len();
    match header(reply, "content-type") {
        Some(kind) if !kind.contains("json") => format!("is not JSON but {size} bytes of `{kind}`"),
        _ => format!("is not JSON: {size} bytes"),
    }
}

fn shaped(value: Document, shape: &'static Shape, timestamps: Timestamps) -> Result<Document, Failure> {
    Ok(match (shape.kind, value) {
        (_, Document::Null) => Document::Null,
        (Kind::Structure(structure), Document::Map(mut map)) => {
            let mut members = Map::new();
            for member in structure.members {
                if let Some(value) = map.remove(member.wire_name).filter(|value| *value != Document::Null) {
                    members.insert(member.name, shaped(value, member.target.shape(), timestamps)?);
                }
            }
            Document::Map(members)
        }
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            let entries = map.into_entries().map(|(key, value)| Ok((key, shaped(value, target.shape(), timestamps)?)));
            Document::Map(entries.collect::<Result<_, Failure>>()?)
        }
        (Kind::List(item), Document::List(items)) => {
            let items = items.into_iter().map(|value| shaped(value, item.shape(), timestamps));
            Document::List(items.collect::<Result<_, _>>()?)
        }
        (Kind::Structure(_) | Kind::Map { .. }, value) => {
            return Err(Failure::general(format!("unexpected type in the reply: {}", unprintable::no_object(&value))));
        }
        (Kind::Integer | Kind::Long, value) => whole(value),
        (Kind::Double, value) => real(value),
        (Kind::Boolean, Document::Boolean(value)) => Document::Boolean(value),
        (Kind::Boolean, value) => Document::Boolean(value.text().is_some_and(|text| text.eq_ignore_ascii_case("true"))),
        (Kind::Timestamp(_), value) if timestamps == Timestamps::Iso => timestamp::printed(value),
        (_, value) => value,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "fractions are cut off")]
fn whole(value: Document) -> Document {
    match value {
        Document::Text(text) => number::integer(&text).map_or(Document::Text(text), Document::Integer),
        Document::Double(value) if value.is_finite() => Document::Integer(value as i128),
        Document::Boolean(value) => Document::Integer(i128::from(value)),
        value => value,
    }
}

#[expect(clippy::cast_precision_loss, reason = "the model says that the number is real")]
fn real(value: Document) -> Document {
    match value {
        Document::Text(text) => number::double(&text).map_or(Document::Text(text), Document::Double),
        Document::Integer(value) => Document::Double(value as f64),
        Document::Boolean(value) => Document::Double(f64::from(u8::from(value))),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::output;
    use crate::config::timestamps::Timestamps;
    use apigw_cli_text::document::Document;
    use apigw_cli_text::json;

    fn shown(operation: &str, body: &str) -> String {
        let operation = apigw_model::OPERATIONS.iter().find(|found| found.name == operation).expect("an operation");
        let status = "200".parse().expect("a status");
        let reply = apigw_client::Reply::new(status, http::HeaderMap::new(), body.to_owned());
        match output(&reply, operation, Timestamps::Wire) {
            Ok(map) => json::compact(&Document::Map(map)),
            Err(failure) => format!("{failure:?}"),
        }
    }

    #[test]
    fn known_members_come_in_the_order_of_the_model() {
        let body = r#"{"version":"v","x":1,"name":null,"id":"i","createdDate":1.5,"tags":{"b":null,"a":"1"}}"#;
        assert_eq!(
            shown("GetRestApi", body),
            r#"{"id":"i","createdDate":1.5,"version":"v","tags":{"b":null,"a":"1"}}"#
        );
        assert_eq!(shown("GetRestApis", r#"{"item":[{"id":"i","x":1},null]}"#), r#"{"items":[{"id":"i"},null]}"#);
        assert_eq!(shown("DeleteRestApi", r#"{"id":"i"}"#), "{}");
    }

    #[test]
    fn numbers_and_booleans_may_be_text() {
        let body = r#"{"timeoutInMillis":"12","tlsConfig":{"insecureSkipVerification":"true"}}"#;
        let expected = r#"{"timeoutInMillis":12,"tlsConfig":{"insecureSkipVerification":true}}"#;
        assert_eq!(shown("GetIntegration", body), expected);
        assert_eq!(shown("GetIntegration", r#"{"timeoutInMillis":1e2}"#), r#"{"timeoutInMillis":100}"#);
        let plan = shown("GetUsagePlan", r#"{"throttle":{"rateLimit":10,"burstLimit":1.9}}"#);
        assert_eq!(plan, r#"{"throttle":{"burstLimit":1,"rateLimit":10.0}}"#);
    }

    #[test]
    fn what_is_no_object_is_no_answer() {
        assert_eq!(shown("GetRestApi", "<html>"), "{}");
        assert_eq!(shown("GetRestApi", ""), "{}");
        assert_eq!(shown("GetRestApi", "[]"), "General(\"expected a JSON object in the reply, found a JSON array\")");
    }
}
