//! The request of a test invocation, from the members of its input.

use apigw_cli_text::document::{Document, Map};
use apigw_engine::http::Request;
use apigw_engine::{Call, Context};

use super::definition::Definition;
use super::moment::Moment;

/// The account of examples, where no ARN of the integration names one.
const ACCOUNT: &str = "123456789012";

/// The call of a test invocation.
pub(super) fn call(members: &Map, definition: &Definition) -> Call {
    let text = |name: &str| members.get(name).and_then(Document::text).filter(|text| !text.is_empty());
    // Without a path, the service takes that of the resource, placeholders included.
    let target = text("pathWithQueryString").unwrap_or(&definition.method.resource_path);
    let mut request = Request::new(text("httpMethod").unwrap_or("GET"), target);
    let several = map(members, "multiValueHeaders");
    for (name, value) in map(members, "headers") {
        if !several.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
            request = request.with_header(name, value);
        }
    }
    for (name, value) in several {
        request = request.with_header(name, value);
    }
    let body = text("body").unwrap_or("");
    engine_call(request.with_body(body), definition, text("resourceId").unwrap_or(""))
}

fn engine_call(request: Request, definition: &Definition, resource_id: &str) -> Call {
    let now = Moment::now();
    let mut call = Call::new(request);
    call.request_id = apigw_client::identifier::uuid();
    call.log_time = now.in_log();
    call.trace = format!("Root=1-{}", trace(&call.request_id));
    let context = Context::of_test_invocation();
    context.set("requestTime", &now.in_context());
    context.set("requestTimeEpoch", &now.epoch());
    context.set("extendedRequestId", &call.request_id);
    context.set("resourceId", resource_id);
    context.set("path", &definition.method.resource_path);
    context.set("accountId", account(definition.integration.uri.as_deref().unwrap_or("")));
    call.context = context;
    call
}

/// The account that an ARN names, outside the part about API Gateway.
fn account(uri: &str) -> &str {
    let is_account = |part: &&str| part.len() == ACCOUNT.len() && part.bytes().all(|byte| byte.is_ascii_digit());
    uri.split(':').find(is_account).unwrap_or(ACCOUNT)
}

/// The identifier of a trace: eight digits of a time, and 24 others.
fn trace(request_id: &str) -> String {
    let digits: String = request_id.chars().filter(char::is_ascii_hexdigit).collect();
    let (time, rest) = digits.split_at_checked(8).unwrap_or((&digits, ""));
    format!("{time}-{}", rest.get(..24).unwrap_or(rest))
}

/// The entries of a map; a list has one for each item.
fn map(members: &Map, name: &str) -> Vec<(String, String)> {
    let entries = members.get(name).and_then(Document::map).into_iter().flat_map(Map::iter);
    let texts = entries.flat_map(|(name, value)| {
        let values = match value {
            Document::List(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        values.iter().filter_map(Document::text).map(|value| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
    });
    texts.collect()
}
