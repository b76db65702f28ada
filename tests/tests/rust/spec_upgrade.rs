//! The specification changed: the generation of the `put-integration` page and today's, generated side by side.

use apigw_spec::Spec;
use apigw_spec::read::{Source, diff, read};
use apigw_spec::select::select;
use apigw_tests::{round_trip, text};

/// The generation that the project started from: one operation, 17 members.
mod seed {
    apigw_model::model!(path = "models/put-integration-seed.json");
}

/// The same operation today.
mod today {
    apigw_model::model!(operations = [PutIntegration]);
}

fn seed() -> Spec {
    let text = text("models/put-integration-seed.json");
    read(&[Source { name: "put-integration-seed.json", text: &text }]).expect("the seed's model reads")
}

/// Today's model without the rules and refinements that the project adds to it.
fn today() -> Spec {
    let model = Source { name: "api-gateway.json", text: apigw_spec::builtin::MODEL };
    select(&read(&[model]).expect("today's model reads"), &["PutIntegration"]).expect("the operation")
}

#[test]
fn the_difference_is_two_optional_members_and_one_enum() {
    let diff = diff(&seed(), &today());
    assert_eq!(diff.verdict(), "2 optional members and 1 enum added; compatible");
    let report = diff.to_string();
    for line in [
        "added optional member `PutIntegrationRequest.integrationTarget`",
        "added optional member `PutIntegrationRequest.responseTransferMode`",
        "added enum `ResponseTransferMode`",
    ] {
        assert!(report.contains(line), "{line} is not in:\n{report}");
    }
    assert!(!diff.breaks().any());
}

#[test]
fn the_way_back_breaks_everybody() {
    let back = diff(&today(), &seed());
    let breaks = back.breaks();
    assert!(breaks.rust && breaks.json && breaks.shell, "{back}");
    assert_eq!(diff(&today(), &today()).verdict(), "nothing changed");
}

/// What callers wrote against the seed's generation, compiled against either.
macro_rules! page_example {
    ($generation:ident) => {
        $generation::PutIntegration::builder()
            .rest_api_id("1234123412")
            .resource_id("a1b2c3")
            .http_method("GET")
            .r#type($generation::IntegrationType::HttpProxy)
            .integration_http_method("GET")
            .uri("https://domain.tld/path")
            .request_parameters([("integration.request.header.X-Stage", "context.stage")])
            .tls_config($generation::TlsConfig::builder().insecure_skip_verification(true).build())
            .build()
    };
}

#[test]
fn code_for_the_seed_compiles_today_and_says_the_same() {
    let (old, new) = (page_example!(seed), page_example!(today));
    assert_eq!(round_trip(&old), round_trip(&new));
}

#[test]
fn documents_go_both_ways() {
    let old: today::PutIntegration = serde_json::from_value(round_trip(&page_example!(seed))).expect("old document");
    assert_eq!(old, page_example!(today));
    let new = today::PutIntegration { response_transfer_mode: Some("STREAM".into()), ..page_example!(today) };
    let read: seed::PutIntegration = serde_json::from_value(round_trip(&new)).expect("a new document");
    assert_eq!(read, page_example!(seed));
}

#[test]
fn skeletons_follow_the_generation() {
    let members = |shape: &'static apigw_spec::Shape| {
        let skeleton = apigw_model::__private::skeleton::input(shape);
        let skeleton: serde_json::Value = serde_json::from_str(&skeleton).expect("a skeleton is JSON");
        skeleton.as_object().map(serde_json::Map::len)
    };
    assert_eq!(members(seed::OPERATIONS[0].input.shape()), Some(17));
    assert_eq!(members(today::OPERATIONS[0].input.shape()), Some(19));
}

#[test]
fn a_build_follows_the_file_that_it_was_generated_from() {
    let call = "path = \"models/put-integration-seed.json\"".parse().expect("tokens");
    let expansion = apigw_codegen::model(call).to_string();
    let followed = expansion.split("include_bytes").nth(1).expect("the file is followed");
    let file = apigw_tests::path("models/put-integration-seed.json").display().to_string();
    assert!(followed.contains(&format!("{file:?}")), "{}", followed.get(..200).unwrap_or(followed));
}
