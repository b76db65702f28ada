//! What errors say and answer.

use apigw_model::PutIntegration;

use crate::script::{Script, Step};

fn put() -> PutIntegration {
    let put = PutIntegration::builder().rest_api_id("x").resource_id("y").http_method("GET");
    put.r#type(apigw_model::IntegrationType::Mock).build()
}

#[tokio::test]
async fn an_answer_that_a_rule_is_known_for_comes_with_its_reason() {
    let body = r#"{"message": "Invalid content type specified: Validation Result: ..."}"#;
    let script = Script::new(&[Step::Answer(
        400,
        &[("x-amzn-errortype", "BadRequestException"), ("x-amzn-requestid", "r-1")],
        body,
    )]);
    let error = script.builder().build().unwrap().send(&put()).await.unwrap_err();
    let apigw_client::Error::Service(service) = &error else { panic!("{error:?}") };
    let rule = service.rules.first().expect("a rule");
    let text = error.to_string();
    assert!(
        text.starts_with(
            "BadRequestException: Invalid content type specified: Validation Result: ... (request id r-1)"
        )
    );
    assert!(text.contains(&format!("; rule `{}`: {}", rule.id, rule.reason)), "{text}");
    assert!(error.is_invalid() && !error.is_conflict());
}

#[tokio::test]
async fn an_answer_that_no_rule_is_known_for_stands_alone() {
    let script =
        Script::new(&[Step::Answer(409, &[("x-amzn-errortype", "ConflictException")], r#"{"message": "taken"}"#)]);
    let error = script.builder().build().unwrap().send(&put()).await.unwrap_err();
    assert_eq!(error.to_string(), "ConflictException: taken");
    assert!(error.is_conflict() && !error.is_denied() && !error.is_throttling() && !error.is_timeout());
}
