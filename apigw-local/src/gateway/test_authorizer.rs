//! An authorizer in a test: the API as it is now, without a stage or a method.

use std::collections::BTreeMap;
use std::time::Instant;

use apigw_engine::api::{Api, Authorizer};
use apigw_engine::{AuthorizerTest, Call, test_authorizer};
use apigw_model::{TestInvokeAuthorizer, TestInvokeAuthorizerResponse};

use super::backend::Backends;
use super::definition;
use super::moment::Moment;
use super::test_invoke::{WithState, test_call, test_request};
use crate::check::check_input;
use crate::refusal::{Answer, refusal};
use crate::store::State;

/// The stage that the ARN of the tested method has.
const STAGE: &str = "ESTestInvoke-stage";

/// The method that is tested: a test does not name one.
const METHOD: &str = "GET";

/// Asks an authorizer. The store is not held while its function answers.
pub(crate) fn test_invoke_authorizer(
    with: WithState<'_>,
    input: &TestInvokeAuthorizer,
    backends: &mut Backends,
) -> Answer<TestInvokeAuthorizerResponse> {
    let mut prepared = Err(refusal("identifier-unknown", &[("kind", "Authorizer")]));
    with(&mut |state| prepared = prepare(state, input));
    let (api, authorizer, call) = prepared?;

    let start = Instant::now();
    let test = test_authorizer(&api, &authorizer, &call, Moment::now().epoch(), backends);
    let latency = i64::try_from(start.elapsed().as_millis()).unwrap_or(i64::MAX);
    Ok(shown(&test, latency))
}

fn prepare(state: &mut State, input: &TestInvokeAuthorizer) -> Answer<(Api, Authorizer, Call)> {
    let request_id = state.ids.uuid();
    let api = state.api(&input.rest_api_id)?;
    let unknown = || refusal("identifier-unknown", &[("kind", "Authorizer")]);
    let authorizer = api.authorizers.get(&input.authorizer_id).ok_or_else(unknown)?;
    check_input(state, input)?;

    let authorizer = definition::authorizer(authorizer).ok_or_else(unknown)?;
    let place = (input.rest_api_id.as_str(), (state.region.as_str(), state.account_id.as_str()));
    let mut engine_api = definition::api(&api.snapshot(), place, STAGE);
    engine_api.stage_variables = input.stage_variables.clone().into_iter().flatten().collect();
    let target = input.path_with_query_string.as_deref().filter(|target| !target.is_empty()).unwrap_or("/");
    let headers = (input.headers.as_ref(), input.multi_value_headers.as_ref());
    let request = test_request((METHOD, target), headers, input.body.as_deref());
    let call = test_call(request, &request_id);
    call.context.set("accountId", &state.account_id);
    for (name, value) in input.additional_context.iter().flatten() {
        call.context.set(name, value);
    }
    Ok((engine_api, authorizer, call))
}

/// The answer to a test: a status of zero says that the caller is let through to the policy.
fn shown(test: &AuthorizerTest, latency: i64) -> TestInvokeAuthorizerResponse {
    let answer = TestInvokeAuthorizerResponse::builder().log(test.log.clone()).latency(latency);
    let grant = match &test.result {
        Ok(grant) => grant,
        Err(fault) => return answer.client_status(i32::from(fault.status())).build(),
    };
    let texts = |pairs: &mut dyn Iterator<Item = (&str, &str)>| -> BTreeMap<String, String> {
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let authorization = texts(&mut grant.variables()).into_iter().map(|(name, value)| (name, vec![value]));
    let authorization: BTreeMap<String, Vec<String>> = authorization.collect();
    let claims = texts(&mut grant.claims());
    answer
        .client_status(0)
        .principal_id(grant.principal())
        .maybe_policy(grant.policy().map(ToString::to_string))
        .maybe_authorization(Some(authorization).filter(|entries| !entries.is_empty()))
        .maybe_claims(Some(claims).filter(|entries| !entries.is_empty()))
        .build()
}
