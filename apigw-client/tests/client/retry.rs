//! What is tried again, when, and how often.

use std::time::Duration;

use apigw_client::{CallOptions, Client, Error, RetryMode, RetryPolicy, TransportError};
use tokio::time::{Instant, sleep, timeout};

use crate::script::{Script, Step};

const OK: Step = Step::Answer(200, &[("content-type", "application/json")], "{}");
const DOWN: Step = Step::Answer(503, &[], "");
const THROTTLED: Step =
    Step::Answer(429, &[("x-amzn-errortype", "TooManyRequestsException")], r#"{"message": "slow down"}"#);
const REFUSED: Step = Step::Answer(400, &[("x-amzn-errortype", "BadRequestException")], r#"{"message": "no"}"#);

async fn call(client: &Client) -> Result<(), apigw_client::CallError> {
    client.get_account().send().await.map(|_| ()).map_err(|error| error.with_kind(|_| ()))
}

async fn attempts(script: &Script, client: Client) -> (bool, usize) {
    let ok = call(&client).await.is_ok();
    (ok, script.times().len())
}

#[tokio::test(start_paused = true)]
async fn failures_that_pass_are_tried_again() {
    for (steps, ok, count) in [
        (vec![DOWN, OK], true, 2),
        (vec![Step::Break, THROTTLED, OK], true, 3),
        (vec![DOWN], false, 3),
        (vec![THROTTLED], false, 3),
        (vec![REFUSED, OK], false, 1),
        (vec![Step::Answer(301, &[("location", "http://x")], ""), OK], false, 1),
        (vec![Step::Answer(200, &[], "{broken"), OK], false, 1),
    ] {
        let script = Script::new(&steps);
        let client = script.builder().build().unwrap();
        assert_eq!(attempts(&script, client).await, (ok, count));
    }
}

#[tokio::test(start_paused = true)]
async fn all_attempts_share_an_identifier_and_are_counted() {
    let script = Script::new(&[DOWN]);
    call(&script.builder().build().unwrap()).await.unwrap_err();
    assert_eq!(script.headers("amz-sdk-request"), ["attempt=1", "attempt=2; max=3", "attempt=3; max=3"]);
    let identifiers = script.headers("amz-sdk-invocation-id");
    assert!(identifiers.iter().all(|identifier| *identifier == identifiers[0]), "{identifiers:?}");
    let times = script.times();
    assert!(times[1] < Duration::from_secs(1) && times[2] - times[1] < Duration::from_secs(2), "{times:?}");
    assert!(times[1] > Duration::ZERO && times[2] > times[1], "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn delays_are_repeated_from_a_seed() {
    let mut delays = Vec::new();
    for seed in [1, 1, 2] {
        let script = Script::new(&[DOWN]);
        call(&script.builder().jitter_seed(seed).build().unwrap()).await.unwrap_err();
        delays.push(script.times());
    }
    assert_eq!(delays[0], delays[1]);
    assert_ne!(delays[0], delays[2]);
}

#[tokio::test(start_paused = true)]
async fn the_service_says_how_long_to_wait() {
    for (headers, least, most) in [
        (&[("retry-after", "7")] as &[_], 7, 8),
        (&[("x-amz-retry-after", "5000")], 5, 6),
        (&[("retry-after", "3600")], 60, 61),
        (&[("retry-after", "Tue, 14 Nov 2023 22:13:30 GMT"), ("date", "Tue, 14 Nov 2023 22:13:20 GMT")], 10, 11),
        (&[("retry-after", "soon")], 0, 1),
        (&[("retry-after", "-1")], 0, 1),
    ] {
        let script = Script::new(&[Step::Answer(429, headers, "{}"), OK]);
        call(&script.builder().build().unwrap()).await.unwrap();
        let waited = script.times()[1];
        assert!((Duration::from_secs(least)..Duration::from_secs(most)).contains(&waited), "{headers:?}: {waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_policy_of_the_aws_command_line_is_kept_to_the_letter() {
    let bare = Script::new(&[Step::Answer(429, &[], "{}"), OK]);
    let client = bare.builder().retry(RetryPolicy::aws_cli()).build().unwrap();
    assert_eq!(attempts(&bare, client).await, (false, 1));
    let named = Script::new(&[Step::Answer(429, &[("retry-after", "9")], r#"{"code": "SlowDown"}"#), OK]);
    let client = named.builder().retry(RetryPolicy::aws_cli()).build().unwrap();
    assert_eq!(attempts(&named, client).await, (true, 2));
    assert!(named.times()[1] < Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn attempts_are_as_many_as_the_client_or_the_call_says() {
    let script = Script::new(&[DOWN]);
    let client = script.builder().retry(RetryPolicy::new().max_attempts(5)).build().unwrap();
    let off = client.with(CallOptions::new().retry(RetryPolicy::off()));
    let two = client.with(CallOptions::new().retry(RetryPolicy::new().max_attempts(2)));
    for (client, count) in [(off, 1), (two, 2), (client, 5)] {
        let before = script.times().len();
        call(&client).await.unwrap_err();
        assert_eq!(script.times().len() - before, count);
    }
}

#[tokio::test(start_paused = true)]
async fn the_environment_says_how_often() {
    let script = Script::new(&[DOWN]);
    let environment = [("AWS_MAX_ATTEMPTS", "2"), ("AWS_RETRY_MODE", "adaptive")].into_iter().collect();
    call(&script.builder().environment(environment).build().unwrap()).await.unwrap_err();
    assert_eq!(script.headers("amz-sdk-request"), ["attempt=1", "attempt=2; max=2"]);
    let environment = [("AWS_MAX_ATTEMPTS", "many")].into_iter().collect();
    let error = script.builder().environment(environment).build().unwrap_err();
    assert_eq!(error.to_string(), "invalid value `many` for `AWS_MAX_ATTEMPTS`; use a whole number from 1");
}

#[tokio::test(start_paused = true)]
async fn when_most_calls_fail_they_are_not_tried_again() {
    let script = Script::new(&[DOWN]);
    let client = script.builder().build().unwrap();
    for _ in 0..200 {
        call(&client.clone()).await.unwrap_err();
    }
    assert_eq!(script.times().len(), 200 + 500 / 5);
}

#[tokio::test(start_paused = true)]
async fn the_adaptive_mode_slows_down_when_the_service_throttles() {
    let script = Script::new(&[THROTTLED]);
    let policy = RetryPolicy::new().mode(RetryMode::Adaptive).max_attempts(1);
    let client = script.builder().retry(policy).build().unwrap();
    for _ in 0..20 {
        call(&client).await.unwrap_err();
    }
    // The slowest rate is one attempt in two seconds.
    assert!(script.times()[19] > Duration::from_secs(30), "{:?}", script.times());
}

#[tokio::test(start_paused = true)]
async fn time_outs_of_attempts_are_tried_again_and_time_outs_of_calls_are_not() {
    let script = Script::new(&[Step::Hang, OK]);
    let client = script.builder().attempt_timeout(Duration::from_secs(5)).build().unwrap();
    call(&client).await.unwrap();
    assert!(script.times()[1] > Duration::from_secs(5) && script.times()[1] < Duration::from_secs(6));

    let script = Script::new(&[Step::Hang]);
    let client = script.builder().attempt_timeout(Duration::from_secs(5)).timeout(Duration::from_secs(8)).build();
    let start = Instant::now();
    let error = call(&client.unwrap()).await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::from_secs(8));
    assert!(matches!(&error, Error::Timeout { source: TransportError::CallTimeout(_), .. }), "{error:?}");
    assert!(error.to_string().contains("the call did not end within 8 s"), "{error}");
    assert_eq!(script.times().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_is_not_tried_again() {
    let script = Script::new(&[DOWN]);
    let client = script.builder().retry(RetryPolicy::new().max_attempts(1000)).build().unwrap();
    timeout(Duration::from_secs(10), call(&client)).await.unwrap_err();
    let sent = script.times().len();
    sleep(Duration::from_hours(1)).await;
    assert!(sent > 1);
    assert_eq!(script.times().len(), sent);
}

#[tokio::test(start_paused = true)]
async fn a_signature_of_another_time_is_made_again_once() {
    use apigw_model::Timestamp;
    use apigw_model::timestamp::to_text;
    use apigw_spec::shape::TimestampFormat;

    // The service is an hour behind; farther than a day it would not be believed.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let behind = Timestamp { seconds: i64::try_from(now.as_secs()).unwrap() - 3600, nanoseconds: 0 };
    let text: &str = to_text(behind, TimestampFormat::HttpDate).leak();
    let headers: &[_] = vec![("x-amzn-errortype", "InvalidSignatureException"), ("date", text)].leak();
    let skewed = || Step::Answer(403, headers, r#"{"message": "Signature expired"}"#);
    let hour = to_text(behind, TimestampFormat::DateTime).replace(['-', ':'], "")[..13].to_owned();
    let script = Script::new(&[skewed(), OK]);
    let client = script.builder().build().unwrap();
    call(&client).await.unwrap();
    call(&client).await.unwrap();
    let dates = script.headers("x-amz-date");
    assert!(!dates[0].starts_with(&hour), "{dates:?}");
    let minute = |date: &str| date[11..13].parse::<i64>().unwrap();
    let is_then = |date: &str| date[..9] == hour[..9] && (minute(date) - minute(&hour)).rem_euclid(60) < 2;
    assert!(is_then(&dates[1]) && is_then(&dates[2]), "{dates:?} {hour}");
    assert_eq!(script.times(), [Duration::ZERO; 3]);

    let never = Script::new(&[skewed()]);
    let error = call(&never.builder().build().unwrap()).await.unwrap_err();
    assert_eq!((error.code(), error.is_denied()), (Some("InvalidSignatureException"), true));
    assert_eq!(never.times().len(), 2);
}
