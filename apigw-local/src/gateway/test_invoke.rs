//! A method in a test: the API as it is now, without a stage, an authorizer or a key.

use std::collections::BTreeMap;
use std::time::Instant;

use apigw_engine::http::Request;
use apigw_engine::{Call, Context, Outcome, invoke};
use apigw_model::{TestInvokeMethod, TestInvokeMethodResponse};

use super::backend::Backends;
use super::moment::Moment;
use super::{definition, trace_of};
use crate::check::check_input;
use crate::refusal::{Answer, refusal};
use crate::store::State;

/// The method that stands for all.
const ANY: &str = "ANY";

/// The header that an answer to a failed call has; it has no other.
const ERROR_TYPE: &str = "x-amzn-ErrorType";

/// What runs something on the store.
pub(super) type WithState<'w> = &'w dyn Fn(&mut dyn FnMut(&mut State));

/// Calls a method. The store is not held while a backend answers.
pub(crate) fn test_invoke(
    with: WithState<'_>,
    input: &TestInvokeMethod,
    backends: &mut Backends,
) -> Answer<TestInvokeMethodResponse> {
    let mut prepared = Err(refusal("resource-id-unknown", &[]));
    with(&mut |state| prepared = prepare(state, input));
    let (api, endpoint, call) = prepared?;
    let start = Instant::now();
    let outcome = invoke(&api, &endpoint.method, &endpoint.integration, &call, backends);
    let latency = i64::try_from(start.elapsed().as_millis()).unwrap_or(i64::MAX);
    Ok(shown(&outcome, latency))
}

fn prepare(
    state: &mut State,
    input: &TestInvokeMethod,
) -> Answer<(apigw_engine::api::Api, apigw_engine::Endpoint, Call)> {
    let request_id = state.ids.uuid();
    let api = state.api_or(&input.rest_api_id, "resource-id-unknown")?;
    let resource = api.resource(&input.resource_id)?;
    let name = input.http_method.as_str();
    let method = api.method(&input.resource_id, name).or_else(|_| api.method(&input.resource_id, ANY))?;
    if api.method(&input.resource_id, name).is_ok() {
        check_input(state, input)?;
    }
    let path = resource.path.as_deref().unwrap_or("/");
    let endpoint = definition::endpoint((&input.resource_id, path), method, &api.validators);
    let endpoint = endpoint.ok_or_else(|| refusal("deployment-no-integration", &[]))?;
    let place = (input.rest_api_id.as_str(), (state.region.as_str(), state.account_id.as_str()));
    let mut engine_api = definition::api(&api.snapshot(), place, "test-invoke-stage");
    engine_api.stage_variables = input.stage_variables.clone().into_iter().flatten().collect();

    // Without a path, the service takes that of the resource, placeholders included.
    let target = input.path_with_query_string.as_deref().filter(|target| !target.is_empty()).unwrap_or(path);
    let headers = (input.headers.as_ref(), input.multi_value_headers.as_ref());
    let call = test_call(test_request((name, target), headers, input.body.as_deref()), &request_id);
    call.context.set("resourceId", &input.resource_id);
    call.context.set("path", path);
    call.context.set("accountId", &state.account_id);
    Ok((engine_api, endpoint, call))
}

/// Headers with a value each, and headers with several.
type GivenHeaders<'h> = (Option<&'h BTreeMap<String, String>>, Option<&'h BTreeMap<String, Vec<String>>>);

/// The request of a test; headers with several values go before those of the same name with one.
pub(super) fn test_request(
    (method, target): (&str, &str),
    (single, several): GivenHeaders<'_>,
    body: Option<&str>,
) -> Request {
    let mut request = Request::new(method, target);
    let several = several.into_iter().flatten();
    for (header, value) in single.into_iter().flatten() {
        if !several.clone().any(|(other, _)| other.eq_ignore_ascii_case(header)) {
            request = request.with_header(header, value);
        }
    }
    for (header, value) in several.flat_map(|(header, values)| values.iter().map(move |value| (header, value))) {
        request = request.with_header(header, value);
    }
    request.with_body(body.unwrap_or_default())
}

/// A call of a test.
pub(super) fn test_call(request: Request, request_id: &str) -> Call {
    let now = Moment::now();
    let context = Context::of_test_invocation();
    context.set("requestTime", &now.in_context());
    context.set("requestTimeEpoch", &now.epoch().to_string());
    context.set("extendedRequestId", request_id);
    let mut call = Call::with_context(request, context);
    call.trace = trace_of(request_id);
    call.log_time = now.in_log();
    request_id.clone_into(&mut call.request_id);
    call
}

/// The answer to a test: of a call that failed, only the type of its error is among the headers.
fn shown(outcome: &Outcome, latency: i64) -> TestInvokeMethodResponse {
    let headers = outcome.response.headers.iter();
    let headers = headers.filter(|(name, _)| outcome.fault.is_none() || name.eq_ignore_ascii_case(ERROR_TYPE));
    let mut several: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut single: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers {
        several.entry(name.to_owned()).or_default().push(value.to_owned());
        single.insert(name.to_owned(), value.to_owned());
    }
    TestInvokeMethodResponse::builder()
        .status(i32::from(outcome.response.status))
        .body(outcome.response.text())
        .headers(single)
        .multi_value_headers(several)
        .log(outcome.log.clone())
        .latency(latency)
        .build()
}
