//! The JSON forms of generated types: what is read leniently, what is written, what is not shown.

use std::fmt::Debug;

use apigw_model::__private::json;
use apigw_model::{
    Authorizers, ConnectionType, Deployment, GetUsage, Integration, IntegrationType, OpenEnum, Operation,
    PutIntegration, RestApi, RestApis, Stage, Structured, Usage, UsagePlan,
};
use apigw_spec::{Binding, Kind, Member, Shape, Target};
use apigw_tests::visit::{SECRET, Visit, document};
use apigw_tests::{every, round_trip};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

fn read<T: Structured>(text: &str) -> T {
    json::read(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn numbers_and_booleans_may_be_text_and_fractions_are_cut_off() {
    for (text, expected) in [("12", 12), ("\"12\"", 12), ("1.9", 1), ("-1.9", -1), ("1e2", 100), ("0", 0)] {
        let integration: Integration = read(&format!("{{\"timeoutInMillis\": {text}}}"));
        assert_eq!(integration.timeout_in_millis, Some(expected), "{text}");
    }
    for (text, expected) in [("10", 10.0), ("\"2.5\"", 2.5), ("1e-5", 0.00001)] {
        let plan: UsagePlan = read(&format!("{{\"throttle\": {{\"rateLimit\": {text}}}}}"));
        assert_eq!(plan.throttle.and_then(|throttle| throttle.rate_limit), Some(expected), "{text}");
    }
    for (text, expected) in [("true", true), ("\"true\"", true), ("\"True\"", true), ("\"false\"", false)] {
        let stage: Stage = read(&format!("{{\"tracingEnabled\": {text}}}"));
        assert_eq!(stage.tracing_enabled, Some(expected), "{text}");
    }
}

#[test]
fn text_may_be_any_scalar() {
    for (text, expected) in [("5", "5"), ("true", "true"), ("2.5", "2.5"), ("\"x\"", "x")] {
        let api: RestApi = read(&format!("{{\"name\": {text}}}"));
        assert_eq!(api.name.as_deref(), Some(expected));
    }
}

#[test]
fn what_cannot_be_meant_is_refused() {
    for text in ["{\"timeoutInMillis\": \"soon\"}", "{\"timeoutInMillis\": []}", "{\"uri\": {}}", "[]", "", "{}{}"] {
        assert!(json::read::<Integration>(text.as_bytes()).is_err(), "{text}");
    }
    assert!(json::read::<Integration>(b"{\"timeoutInMillis\": 3000000000}").is_err(), "more than 32 bits hold");
    assert!(json::read::<Integration>(b"\xff").is_err());
}

#[test]
fn null_is_absence_and_unknown_members_are_passed_over() {
    let integration: Integration = read(r#"{"uri": null, "type": null, "new": [{"x": 1}], "cacheNamespace": "a"}"#);
    assert_eq!(integration, Integration::builder().cache_namespace("a").build());
    assert_eq!(read::<Integration>("null"), Integration::default());
}

#[test]
fn lists_are_found_under_their_wire_names() {
    let apis: RestApis = read(r#"{"item": [{"id": "a"}, {"id": "b"}], "position": "next"}"#);
    assert_eq!(apis.items.as_ref().map(Vec::len), Some(2));
    assert_eq!(apis.position.as_deref(), Some("next"));
    let authorizers: Authorizers = read(r#"{"items": [{"id": "a"}], "item": []}"#);
    assert_eq!(authorizers.items, Some(Vec::new()), "`items` is not the name on the wire");
    let usage: Usage = read(r#"{"values": {"key": [[1, 2], [3, 4]]}}"#);
    assert_eq!(usage.items.and_then(|mut items| items.remove("key")), Some(vec![vec![1, 2], vec![3, 4]]));
    assert_eq!(<GetUsage as Operation>::Output::SHAPE.id, Usage::SHAPE.id);
}

#[test]
fn timestamps_are_read_in_every_form_that_the_service_uses() {
    let seconds = |text: &str| {
        let deployment: Deployment = read(&format!("{{\"createdDate\": {text}}}"));
        deployment.created_date.map(|date| (date.seconds, date.nanoseconds))
    };
    let expected = Some((1_700_000_000, 0));
    for text in [
        "1700000000",
        "1.7e9",
        "\"1700000000\"",
        "\"2023-11-14T22:13:20Z\"",
        "\"2023-11-14T23:13:20+01:00\"",
        "\"2023-11-14T22:13:20\"",
        "\"Tue, 14 Nov 2023 22:13:20 GMT\"",
    ] {
        assert_eq!(seconds(text), expected, "{text}");
    }
    assert_eq!(seconds("1700000000.25"), Some((1_700_000_000, 250_000_000)));
    assert_eq!(seconds("-0.5"), Some((-1, 500_000_000)));
    for text in ["\"soon\"", "\"\"", "1e300", "true"] {
        assert!(json::read::<Deployment>(format!("{{\"createdDate\": {text}}}").as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn the_model_s_names_come_first_in_documents_of_the_caller() {
    let text = r#"{"restApiId": "a", "resourceId": "b", "httpMethod": "GET", "integrationHttpMethod": "POST",
        "type": "AWS"}"#;
    let put: PutIntegration = serde_json::from_str(text).expect("a document");
    assert_eq!(put.http_method.as_str(), "GET");
    assert_eq!(put.integration_http_method.as_ref().map(OpenEnum::as_str), Some("POST"));
    let apis: RestApis = serde_json::from_str(r#"{"item": [{"id": "a"}]}"#).expect("a document");
    assert_eq!(apis.items.map(|items| items.len()), Some(1), "free wire names are read too");
    let error = serde_json::from_str::<PutIntegration>(r#"{"restApiId": "a", "resourceId": "b"}"#);
    let error = error.expect_err("a member is missing").to_string();
    assert!(error.starts_with("missing field `httpMethod`"), "{error}");
}

#[test]
fn enumerations_are_open() {
    let known: IntegrationType = "HTTP_PROXY".parse().expect("any text");
    assert_eq!((&known, known.to_string().as_str()), (&IntegrationType::HttpProxy, "HTTP_PROXY"));
    let unknown: IntegrationType = "QUANTUM".parse().expect("any text");
    assert!(matches!(&unknown, IntegrationType::Unknown(text) if text.as_str() == "QUANTUM"));
    assert_eq!((unknown.as_str(), unknown.to_string().as_str()), ("QUANTUM", "QUANTUM"));
    assert_eq!(round_trip(&unknown), "QUANTUM");
    assert_ne!(IntegrationType::from("http_proxy"), IntegrationType::HttpProxy, "letter case counts");
    assert_eq!(ConnectionType::ALL, <ConnectionType as OpenEnum>::ALL);
    assert_eq!(ConnectionType::ALL.len(), 2);
    let integration: Integration = read(r#"{"type": "QUANTUM"}"#);
    assert_eq!(integration.r#type, Some(unknown));
}

/// Looks for secrets in what `Debug` prints.
#[derive(Default)]
struct Secrets(usize);

impl Visit for Secrets {
    fn structure<T: Structured + DeserializeOwned + Debug>(&mut self, name: &str) {
        // How much is shown of what a patch sets depends on its path: `secrets.rs` looks at each.
        if T::SHAPE.structure().rules.patch.is_some() {
            return;
        }

        let value: T = serde_json::from_value(document(T::SHAPE, &|member| member.name)).expect("a document");
        let (text, json) = (format!("{value:?} {value:#?}"), json::text(Target::to(T::SHAPE), value.to_value()));
        assert!(!text.contains(SECRET), "{name}: {text}");
        if json.contains(SECRET) {
            assert!(text.contains("** redacted **"), "{name}: {text}");
            self.0 += 1;
        }
    }

    fn enumeration<T: OpenEnum>(&mut self, _name: &str) {}

    fn operation<T: Operation>(&mut self, _name: &str) {}
}

#[test]
fn secrets_are_not_shown() {
    let mut secrets = Secrets::default();
    every::structures(&mut secrets);
    assert!(secrets.0 >= 4, "only {} structures hold secrets", secrets.0);
}

/// Any document of a shape, with the model's names. `depth` limits structures within themselves.
fn any_document(shape: &'static Shape, depth: usize) -> BoxedStrategy<Value> {
    match shape.kind {
        Kind::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Integer => any::<i32>().prop_map(Value::from).boxed(),
        Kind::Long => any::<i64>().prop_map(Value::from).boxed(),
        Kind::Double => (-1_000_000..1_000_000i32).prop_map(|number| Value::from(f64::from(number) / 64.0)).boxed(),
        // Eighths of a second are exact in the number that timestamps travel as.
        Kind::Timestamp(_) => (0..16_000_000_000_u64).prop_map(eighths).boxed(),
        Kind::Blob => prop_oneof!["", "Ynl0ZXM=", "AA==", "/+8="].prop_map(Value::from).boxed(),
        Kind::String(text) => match text.values.listed() {
            Some(values) => {
                prop_oneof![proptest::sample::select(values).prop_map(Value::from), ".*".prop_map(Value::from)].boxed()
            }
            None => ".*".prop_map(Value::from).boxed(),
        },
        Kind::List(item) => {
            prop::collection::vec(any_document(item.shape(), depth), 0..3).prop_map(Value::from).boxed()
        }
        Kind::Map { value, .. } => {
            let entries = prop::collection::btree_map(".*", any_document(value.shape(), depth), 0..3);
            entries.prop_map(|entries| Value::Object(entries.into_iter().collect())).boxed()
        }
        Kind::Structure(structure) => any_members(structure.members, depth),
        other => panic!("no documents of {other:?}"),
    }
}

fn eighths(number: u64) -> Value {
    let (seconds, eighths) =
        (u32::try_from(number / 8).unwrap_or_default(), u32::try_from(number % 8).unwrap_or_default());
    Value::from(f64::from(seconds) + f64::from(eighths) / 8.0)
}

fn any_members(members: &'static [Member], depth: usize) -> BoxedStrategy<Value> {
    let given = members.iter().fold(Just(Map::new()).boxed(), |before, member| {
        let is_nested = matches!(member.target.shape().kind, Kind::Structure(_) | Kind::List(_) | Kind::Map { .. });
        if is_nested && depth == 0 && !member.required {
            return before;
        }
        let value = any_document(member.target.shape(), depth.saturating_sub(1));
        let value = if member.required { value.prop_map(Some).boxed() } else { prop::option::of(value).boxed() };
        let add = |(mut map, value): (Map<String, Value>, Option<Value>)| {
            map.extend(value.map(|value| (member.name.to_owned(), value)));
            map
        };
        (before, value).prop_map(add).boxed()
    });
    given.prop_map(Value::Object).boxed()
}

/// A document with the wire's names instead of the model's; of the outermost structure, only what is in the body.
fn on_the_wire(shape: &Shape, document: &Value, is_outermost: bool) -> Value {
    match (shape.kind, document) {
        (Kind::Structure(structure), Value::Object(given)) => {
            let sent = structure.members.iter().filter(|member| !is_outermost || member.binding == Binding::Body);
            let sent = sent.filter_map(|member| Some((member, given.get(member.name)?)));
            let sent = sent
                .map(|(member, value)| (member.wire_name.to_owned(), on_the_wire(member.target.shape(), value, false)));
            Value::Object(sent.collect())
        }
        (Kind::List(item), Value::Array(items)) => {
            items.iter().map(|value| on_the_wire(item.shape(), value, false)).collect()
        }
        (Kind::Map { value: target, .. }, Value::Object(entries)) => {
            let entries = entries.iter();
            Value::Object(
                entries.map(|(key, value)| (key.clone(), on_the_wire(target.shape(), value, false))).collect(),
            )
        }
        (Kind::Timestamp(_), Value::Number(number)) => match number.as_f64() {
            // Whole seconds are written without a fraction.
            Some(seconds) if seconds.fract() == 0.0 => serde_json::from_str(&format!("{seconds}")).expect("a number"),
            _ => document.clone(),
        },
        _ => document.clone(),
    }
}

/// Judges one document as a value of `T`.
fn keeps<T>(document: &Value) -> Result<(), TestCaseError>
where
    T: Structured + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let value: T = serde_json::from_value(document.clone()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&round_trip(&value), document);
    let body = json::body(T::SHAPE, &value);
    prop_assert!(body.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", body);
    let parsed: Value = serde_json::from_str(&body).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(parsed, on_the_wire(T::SHAPE, document, true));
    let mut wire_names: Vec<_> = T::SHAPE.members().iter().map(|member| member.wire_name).collect();
    wire_names.sort_unstable();
    if wire_names.windows(2).any(|pair| pair[0] == pair[1]) {
        // A request whose parts travel apart: its names are only unique within each part.
        return Ok(());
    }
    let text = json::text(Target::to(T::SHAPE), value.to_value());
    let read: T = json::read(text.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(read, value);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_put_integration_survives(document in any_document(PutIntegration::SHAPE, 3)) {
        keeps::<PutIntegration>(&document)?;
    }

    #[test]
    fn any_stage_survives(document in any_document(Stage::SHAPE, 3)) {
        keeps::<Stage>(&document)?;
    }

    #[test]
    fn any_usage_plan_survives(document in any_document(UsagePlan::SHAPE, 3)) {
        keeps::<UsagePlan>(&document)?;
    }

    #[test]
    fn any_usage_survives(document in any_document(Usage::SHAPE, 3)) {
        keeps::<Usage>(&document)?;
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..64), text in "[\\[\\]{}:,\"a-z0-9]*") {
        let _ = json::read::<Stage>(&bytes);
        let _ = json::read::<RestApis>(text.as_bytes());
    }
}
