//! Calls of a deployed API: routing, authorizers, API keys, limits, and the gateway responses of all of them.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use apigw_engine::api::{Authorizer, CallerKey, FaultResponse, Integration, Method, Plan, Plans, Throttle};
use apigw_engine::http::{Request, Response};
use apigw_engine::{
    Backend, BackendAnswer, BackendCall, BackendError, Call, Deployed, Endpoint, GatewayState, Outcome, Target, Usage,
    serve,
};
use serde_json::{Value, json};

const FUNCTION: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
                        arn:aws:lambda:us-east-1:123456789012:function:guard/invocations";
const EVERYTHING: &str = "arn:aws:execute-api:us-east-1:123456789012:api/prod/*";

/// A function that answers the same each time, and remembers what it was asked.
#[derive(Default)]
struct Function {
    answer: Value,
    is_error: bool,
    events: Vec<Value>,
}

impl Backend for Function {
    fn send(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        assert!(matches!(&call.target, Target::Function(arn) if arn.ends_with(":guard")), "{call:?}");
        self.events.push(serde_json::from_slice(&call.request.body).expect("an event"));
        let response = Response { status: 200, body: self.answer.to_string().into_bytes(), ..Response::default() };
        Ok(BackendAnswer { response, is_function_error: self.is_error, latency: 1 })
    }
}

fn policy(effect: &str, resource: &str) -> Value {
    let statement = json!({"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource});
    json!({"principalId": "ada", "policyDocument": {"Statement": [statement]}, "context": {"level": 3, "is": true}})
}

fn function(answer: Value) -> Function {
    Function { answer, ..Function::default() }
}

/// A method that answers with what the authorizer and the plan have left in `$context`.
fn endpoint(path: &str, members: &Value) -> Endpoint {
    let integration = Integration::from_json(&json!({
        "type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
        "integrationResponses": {"200": {"statusCode": "200", "responseTemplates": {"application/json":
            "$context.authorizer.principalId $context.authorizer.level $context.identity.apiKeyId"}}},
    }));
    let method = Method { resource_path: path.to_owned(), ..Method::from_json(members) };
    Endpoint { resource_id: "abc123".to_owned(), method, integration: integration.expect("an integration") }
}

fn deployed(method: &Value, authorizer: &Value) -> Deployed {
    let mut deployed = Deployed {
        routes: [("/pets/{id}", "GET", endpoint("/pets/{id}", method))].into_iter().collect(),
        ..Deployed::default()
    };
    "prod".clone_into(&mut deployed.api.stage);
    if let Ok(authorizer) = Authorizer::from_json(authorizer) {
        deployed.authorizers.insert(authorizer.id.clone(), authorizer);
    }
    deployed
}

fn guarded(authorizer: &Value) -> Deployed {
    deployed(&json!({"authorizationType": "CUSTOM", "authorizerId": "a"}), authorizer)
}

fn token_authorizer() -> Value {
    json!({"id": "a", "type": "TOKEN", "authorizerUri": FUNCTION, "identitySource": "method.request.header.Auth",
           "identityValidationExpression": "Bearer [a-z]+"})
}

fn call(target: &str, headers: &[(&str, &str)]) -> Call {
    let request =
        headers.iter().fold(Request::new("GET", target), |request, (name, value)| request.with_header(*name, *value));
    Call::new(request)
}

fn run(deployed: &Deployed, call: &Call, backend: &mut Function) -> Outcome {
    serve(deployed, &Plans::default(), &GatewayState::default(), call, 0, backend)
}

fn shown(outcome: &Outcome) -> (u16, String, String) {
    let error = outcome.response.headers.get("x-amzn-ErrorType").unwrap_or("").to_owned();
    (outcome.response.status, outcome.response.text(), error)
}

#[test]
fn a_path_without_a_method_misses_a_token() {
    let deployed = deployed(&json!({}), &Value::Null);
    let outcome = run(&deployed, &call("/cats", &[]), &mut Function::default());
    let message = "{\"message\":\"Missing Authentication Token\"}".to_owned();
    assert_eq!(shown(&outcome), (403, message, "MissingAuthenticationTokenException".to_owned()));
    assert_eq!(outcome.response.headers.get("x-amzn-RequestId"), Some("00000000-0000-0000-0000-000000000000"));
}

#[test]
fn a_token_goes_to_the_function_and_its_answer_to_the_context() {
    let deployed = guarded(&token_authorizer());
    let mut backend = function(policy("Allow", EVERYTHING));
    let outcome = run(&deployed, &call("/pets/7", &[("auth", "Bearer abc")]), &mut backend);
    assert_eq!(shown(&outcome), (200, "ada 3 ".to_owned(), String::new()));
    let arn = "arn:aws:execute-api:us-east-1:123456789012:api/prod/GET/pets/7";
    assert_eq!(backend.events, [json!({"type": "TOKEN", "authorizationToken": "Bearer abc", "methodArn": arn})]);
}

#[test]
fn a_token_that_is_missing_or_malformed_reaches_no_function() {
    let deployed = guarded(&token_authorizer());
    for headers in [&[] as &[_], &[("auth", "Bearer 1")], &[("auth", "xBearer a")]] {
        let mut backend = function(policy("Allow", EVERYTHING));
        let outcome = run(&deployed, &call("/pets/7", headers), &mut backend);
        let message = "{\"message\":\"Unauthorized\"}".to_owned();
        assert_eq!(shown(&outcome), (401, message, "UnauthorizedException".to_owned()));
        assert!(backend.events.is_empty());
    }
}

#[test]
fn what_the_function_answers_decides() {
    let deployed = guarded(&token_authorizer());
    let denied = "User is not authorized to access this resource";
    let broken = || (500, "{\"message\":null}".to_owned(), "AuthorizerConfigurationException".to_owned());
    let access = |message: String| (403, format!("{{\"Message\":\"{message}\"}}"), "AccessDeniedException".to_owned());
    let nested = json!({"principalId": "a", "policyDocument": {"Statement": []}, "context": {"list": [1]}});
    let cases = [
        (policy("Deny", EVERYTHING), false, access(format!("{denied} with an explicit deny"))),
        (policy("Allow", "arn:aws:execute-api:*:*:api/prod/POST/*"), false, access(denied.to_owned())),
        (nested, false, broken()),
        (json!({"policyDocument": {"Statement": []}}), false, broken()),
        (json!("Allow"), false, broken()),
        (
            json!({"errorMessage": "Unauthorized"}),
            true,
            (401, "{\"message\":\"Unauthorized\"}".to_owned(), "UnauthorizedException".to_owned()),
        ),
        (json!({"errorMessage": "unauthorized"}), true, broken()),
    ];
    for (answer, is_error, expected) in cases {
        let mut backend = Function { answer, is_error, events: Vec::new() };
        let outcome = run(&deployed, &call("/pets/7", &[("Auth", "Bearer abc")]), &mut backend);
        assert_eq!(shown(&outcome), expected, "{}", backend.answer);
    }
}

#[test]
fn an_answer_is_kept_for_its_time_and_its_policy_asked_for_each_method() {
    let deployed = guarded(&json!({"id": "a", "type": "REQUEST", "authorizerUri": FUNCTION,
        "identitySource": "method.request.header.Auth,method.request.querystring.q", "authorizerResultTtlInSeconds": 10}));
    let state = GatewayState::default();
    let only_seven = policy("Allow", "arn:aws:execute-api:us-east-1:123456789012:api/prod/GET/pets/7");
    let mut backend = function(only_seven);
    let mut status = |target: &str, token, now| {
        let call = call(target, &[("Auth", token)]);
        let outcome = serve(&deployed, &Plans::default(), &state, &call, now, &mut backend);
        (outcome.response.status, backend.events.len())
    };
    assert_eq!(status("/pets/7?q=1", "x", 0), (200, 1));
    assert_eq!(status("/pets/8?q=1", "x", 9_999), (403, 1));
    assert_eq!(status("/pets/7?q=2", "x", 9_999), (200, 2));
    assert_eq!(status("/pets/7?q=1", "y", 9_999), (200, 3));
    assert_eq!(status("/pets/7?q=1", "x", 10_000), (200, 4));
    assert_eq!(status("/pets/7", "x", 10_000), (401, 4));
    let event = backend.events.first().expect("an event");
    assert_eq!((&event["type"], &event["pathParameters"]), (&json!("REQUEST"), &json!({"id": "7"})));
    assert_eq!((&event["stageVariables"], event.get("body")), (&json!({}), None));
}

#[test]
fn without_a_cache_a_request_needs_no_identity() {
    let deployed = guarded(&json!({"id": "a", "type": "REQUEST", "authorizerUri": FUNCTION,
        "identitySource": "method.request.header.Auth", "authorizerResultTtlInSeconds": 0}));
    let mut backend = function(policy("Allow", EVERYTHING));
    assert_eq!(run(&deployed, &call("/pets/7", &[]), &mut backend).response.status, 200);
}

/// A token without a signature.
fn token(claims: &Value) -> String {
    use base64::Engine as _;
    let encoded = |value: &Value| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.x", encoded(&json!({"kid": "k", "alg": "RS256"})), encoded(claims))
}

#[test]
fn a_user_pool_knows_its_tokens() {
    let pool = json!({"id": "a", "type": "COGNITO_USER_POOLS", "identitySource": "method.request.header.Authorization",
        "providerARNs": ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Pets"]});
    let method = json!({"authorizationType": "COGNITO_USER_POOLS", "authorizerId": "a"});
    let mut scoped = method.clone();
    scoped["authorizationScopes"] = json!(["pets/read"]);
    let claims = |member: &str, value: Value| {
        let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Pets";
        let mut claims = json!({"iss": issuer, "exp": 100, "token_use": "id", "sub": "ada"});
        claims[member] = value;
        token(&claims)
    };
    let status = |method: &Value, token: &str| {
        let headers = [("authorization", token)];
        run(&deployed(method, &pool), &call("/pets/7", &headers), &mut Function::default()).response.status
    };
    let good = claims("sub", json!("x"));
    assert_eq!(status(&method, &good), 200);
    assert_eq!(status(&method, &format!("Bearer {good}")), 200);
    assert_eq!(status(&method, "abc"), 401);
    assert_eq!(status(&method, &claims("iss", json!("https://example.com"))), 401);
    assert_eq!(status(&method, &claims("exp", json!(0))), 401);
    assert_eq!(status(&method, &claims("token_use", json!("access"))), 401);
    assert_eq!(status(&scoped, &good), 401);

    let access = json!({"iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Pets", "exp": 100,
                        "token_use": "access", "scope": "a pets/read"});
    assert_eq!(status(&scoped, &token(&access)), 200);
}

#[test]
fn a_signed_request_is_let_through() {
    let deployed = deployed(&json!({"authorizationType": "AWS_IAM"}), &Value::Null);
    let signature = "AWS4-HMAC-SHA256 Credential=x/20261128/us-east-1/execute-api/aws4_request";
    let status = |target: &str, headers: &[(&str, &str)]| {
        run(&deployed, &call(target, headers), &mut Function::default()).response.status
    };
    assert_eq!(status("/pets/7", &[]), 403);
    assert_eq!(status("/pets/7", &[("Authorization", signature)]), 200);
    assert_eq!(status("/pets/7?X-Amz-Signature=0", &[]), 200);
}

fn plans(throttle: &Value, quota: &Value) -> Plans {
    let mut plan = Plan::from_json(&json!({
        "id": "p", "apiStages": [{"apiId": "api", "stage": "prod", "throttle": throttle}], "quota": quota,
        "throttle": {"rateLimit": 1000.0, "burstLimit": 1000},
    }))
    .expect("a plan");
    plan.keys = vec!["k".to_owned(), "off".to_owned()];
    let key = |id: &str, is_enabled| CallerKey { id: id.to_owned(), value: format!("{id}-value"), is_enabled };
    Plans { keys: vec![key("k", true), key("off", false), key("planless", true)], plans: vec![plan] }
}

#[test]
fn a_key_has_to_be_in_a_plan_of_the_stage() {
    let deployed = deployed(&json!({"apiKeyRequired": true}), &Value::Null);
    let plans = plans(&json!({}), &json!({"limit": 100, "period": "DAY"}));
    let run = |headers: &[(&str, &str)]| {
        let call = call("/pets/7", headers);
        shown(&serve(&deployed, &plans, &GatewayState::default(), &call, 0, &mut Function::default()))
    };
    let forbidden = (403, "{\"message\":\"Forbidden\"}".to_owned(), "ForbiddenException".to_owned());
    assert_eq!(run(&[("X-Api-Key", "k-value")]), (200, "  k".to_owned(), String::new()));
    for headers in
        [&[] as &[_], &[("x-api-key", "off-value")], &[("x-api-key", "planless-value")], &[("x-api-key", "?")]]
    {
        assert_eq!(run(headers), forbidden, "{headers:?}");
    }
}

#[test]
fn a_plan_limits_each_key_by_rate_and_by_period() {
    let deployed = deployed(&json!({"apiKeyRequired": true}), &Value::Null);
    let slow = json!({"/pets/{id}/GET": {"rateLimit": 1.0, "burstLimit": 2}});
    let plans = plans(&slow, &json!({"limit": 3, "period": "DAY"}));
    let state = GatewayState::default();
    let at = |now| {
        let call = call("/pets/7", &[("x-api-key", "k-value")]);
        shown(&serve(&deployed, &plans, &state, &call, now, &mut Function::default()))
    };
    let throttled = (429, "{\"message\":\"Too Many Requests\"}".to_owned(), "TooManyRequestsException".to_owned());
    let used_up = (429, "{\"message\":\"Limit Exceeded\"}".to_owned(), "LimitExceededException".to_owned());
    assert_eq!((at(0).0, at(0).0, at(999)), (200, 200, throttled));
    assert_eq!((at(1_000).0, at(5_000)), (200, used_up));
    assert_eq!(state.usage("p", "k"), Usage { since: 0, used: 3 });
    assert_eq!(at(86_400_000).0, 200);
}

#[test]
fn a_stage_limits_all_callers() {
    let mut deployed = deployed(&json!({}), &Value::Null);
    deployed.api.throttles.insert("*/*".to_owned(), Throttle { rate: 0.0, burst: 1.0 });
    let state = GatewayState::default();
    let status = |deployed: &Deployed| {
        serve(deployed, &Plans::default(), &state, &call("/pets/7", &[]), 0, &mut Function::default()).response.status
    };
    assert_eq!((status(&deployed), status(&deployed)), (200, 429));
    deployed.api.throttles.insert("pets~1{id}/GET".to_owned(), Throttle { rate: 0.0, burst: 1.0 });
    assert_eq!((status(&deployed), status(&deployed)), (200, 429));
}

#[test]
fn the_api_words_its_own_gateway_responses() {
    let mut deployed = guarded(&token_authorizer());
    let template = "{\"m\": $context.error.messageString, \"t\": \"$context.error.responseType\"}".to_owned();
    let setting = FaultResponse {
        templates: [("application/json".to_owned(), template)].into_iter().collect(),
        ..FaultResponse::default()
    };
    deployed.api.fault_responses.insert("DEFAULT_4XX".to_owned(), setting);
    let outcome = run(&deployed, &call("/pets/7", &[]), &mut Function::default());
    let body = "{\"m\": \"Unauthorized\", \"t\": \"UNAUTHORIZED\"}".to_owned();
    assert_eq!(shown(&outcome), (401, body, "UnauthorizedException".to_owned()));
    let unrouted = run(&deployed, &call("/", &[]), &mut Function::default());
    assert_eq!(
        unrouted.response.text(),
        "{\"m\": \"Missing Authentication Token\", \"t\": \"MISSING_AUTHENTICATION_TOKEN\"}"
    );
}
