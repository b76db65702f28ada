//! Inputs are judged before they are sent, as far as the caller wants it.

use crate::loopback::{Loopback, json};
use apigw_client::{Client, Error, Validation};
use apigw_model::{Integration, PutIntegration};

/// The `type` is given at run time, so that the builder leaves the conditions on it to the client.
fn put(kind: &str) -> PutIntegration {
    let put = PutIntegration::builder().rest_api_id("x").resource_id("y").http_method("GET");
    put.r#type(apigw_model::IntegrationType::from(kind)).timeout_in_millis(10).build()
}

async fn send(client: &Client, kind: &str) -> Result<Integration, String> {
    client.send(&put(kind)).await.map_err(|error| error.to_string())
}

fn answers(count: usize) -> Loopback {
    Loopback::start(vec![json("201 Created", r#"{"type": "AWS"}"#); count])
}

#[tokio::test]
async fn an_input_that_breaks_rules_is_not_sent() {
    let server = answers(0);
    let error = server.client().send(&put("HTTP_PROXY")).await.unwrap_err();
    let Error::Invalid(violations) = &error else { panic!("{error:?}") };
    assert!(violations.len() > 1, "{error}");
    let text = error.to_string();
    for violation in violations {
        assert!(text.contains(&format!("\n  {}: ", violation.rule)), "{text}");
    }
    assert!(text.contains("`integration_http_method`") && text.contains("`timeout_in_millis`"), "{text}");
    assert_eq!((error.status(), error.code(), error.request_id()), (None, None, None));
}

#[tokio::test]
async fn rules_can_be_allowed_by_name() {
    let server = answers(1);
    let Err(Error::Invalid(violations)) = server.client().send(&put("HTTP_PROXY")).await else { panic!("invalid") };
    let builder = violations.iter().fold(server.builder(), |builder, violation| builder.allow(violation.rule));
    send(&builder.build().unwrap(), "HTTP_PROXY").await.unwrap();
    let all_but_one = violations.iter().skip(1).fold(server.builder(), |builder, broken| builder.allow(broken.rule));
    let Err(Error::Invalid(left)) = all_but_one.build().unwrap().send(&put("HTTP_PROXY")).await else { panic!() };
    assert_eq!(left.len(), 1);
}

#[tokio::test]
async fn warnings_and_off_send_what_is_broken() {
    let server = answers(2);
    for validation in [Validation::Warn, Validation::Off] {
        send(&server.builder().validation(validation).build().unwrap(), "HTTP_PROXY").await.unwrap();
    }
}

#[tokio::test]
async fn values_that_the_model_does_not_list_are_sent_if_that_is_allowed() {
    let server = answers(1);
    let mut input = put("MOCK");
    input.r#type = "QUANTUM".into();
    input.timeout_in_millis = None;
    let Err(Error::Invalid(found)) = server.client().send(&input).await else { panic!("it is sent") };
    assert_eq!(found.iter().map(|violation| violation.rule).collect::<Vec<_>>(), ["enum"]);
    server.builder().allow("enum").build().unwrap().send(&input).await.unwrap();
    assert_eq!(server.request().body, br#"{"type": "QUANTUM"}"#);
}
