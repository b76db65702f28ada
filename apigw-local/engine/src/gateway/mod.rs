//! A call of a deployed API: routing, authorization, API keys and limits, then the method.
//!
//! May import: `invoke`, `steps`, `api`.

mod admission;
mod authorization;
mod deployed;
mod state;
mod test_authorizer;

use crate::api::Plans;
use crate::invoke::{Backend, Call, Outcome, guarded, refused};
use crate::steps::fault::Fault;
pub use deployed::{Deployed, Endpoint};
pub use state::GatewayState;
pub use test_authorizer::{AuthorizerTest, test_authorizer};

/// The longest body of a request, in bytes.
const MAX_BODY: usize = 10 * 1024 * 1024;

/// Serves a call of a deployed API at a moment, in milliseconds since 1970.
///
/// ```
/// use apigw_engine::api::{Integration, Method, Plans, ResponseMapping};
/// use apigw_engine::http::Request;
/// use apigw_engine::{Call, Deployed, Endpoint, NoBackend, GatewayState, serve};
/// use serde_json::json;
///
/// let integration = Integration::from_json(&json!({
///     "type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
///     "integrationResponses": {"200": {"statusCode": "200"}},
/// }))?;
/// let method = Method::at("/pets/{petId}");
/// let endpoint = Endpoint { resource_id: "abc123".to_owned(), method, integration };
/// let deployed = Deployed { routes: [("/pets/{petId}", "GET", endpoint)].into_iter().collect(), ..Deployed::default() };
///
/// let status = |method, target: &str| {
///     let call = Call::new(Request::new(method, target));
///     serve(&deployed, &Plans::default(), &GatewayState::default(), &call, 0, &mut NoBackend).response.status
/// };
/// assert_eq!(status("GET", "/pets/7"), 200);
/// assert_eq!(status("PUT", "/pets/7"), 403);
/// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
/// ```
pub fn serve(
    deployed: &Deployed,
    plans: &Plans,
    state: &GatewayState,
    call: &Call,
    now: u64,
    backend: &mut dyn Backend,
) -> Outcome {
    let api = &deployed.api;

    let mut outcome = match deployed.routes.find(&call.request.method, &call.request.path) {
        None => refused(api, call, Fault::MissingAuthenticationToken),
        Some(endpoint) => {
            call.context.set("resourceId", &endpoint.resource_id);
            guarded(api, &endpoint.method, &endpoint.integration, call, backend, |incoming, backend| {
                if incoming.request.body.len() > MAX_BODY {
                    return Err(Fault::RequestTooLarge);
                }
                let caller = authorization::Caller { deployed, method: &endpoint.method, incoming };
                let grant = caller.authorize(state, now, backend)?;
                let admission = admission::Admission { plans, method: &endpoint.method, incoming };
                admission.admit(grant.as_ref(), state, now)
            })
        }
    };

    let headers = &mut outcome.response.headers;
    headers.set("x-amzn-RequestId", call.request_id.as_str());
    headers.set("x-amz-apigw-id", call.context.get("extendedRequestId").unwrap_or_default());
    outcome
}

/// The gateway response of an API to a call that ends for a reason that this package cannot see, as a signature that is
/// wrong.
pub fn refuse(deployed: &Deployed, call: &Call, fault: Fault) -> Outcome {
    refused(&deployed.api, call, fault)
}
