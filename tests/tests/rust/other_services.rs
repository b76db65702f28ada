//! What other services have and API Gateway has not: unions, documents, lists with `null`, tokens, hosts and ways to sign.

#![allow(missing_docs, unreachable_pub, reason = "what is generated from a model without documentation has none")]

use apigw_client::bind::{BindError, bind};
use apigw_client::{CallOptions, Client, ClientBuilder, Credentials, Environment, Error};
use apigw_model::{JsonValue, Operation as _, Structured as _, Validate as _, request};
use apigw_tests::loopback::{Answer, Loopback};
use serde_json::json;

mod zoo {
    apigw_model::model!(path = "models/zoo.json");
}

use zoo::{Feed, Food, Visit, Watch, Work, food};

fn hay() -> Food {
    Food::Hay("much".to_owned())
}

#[test]
fn a_union_is_an_enumeration_that_travels_as_its_member() {
    let food = Food::Menu(vec![hay(), Food::builder().hay("more").build()]);
    let text = serde_json::to_string(&food).expect("JSON");
    assert_eq!(text, r#"{"menu":[{"hay":"much"},{"hay":"more"}]}"#);
    assert_eq!(serde_json::from_str::<Food>(&text).expect("food"), food);
    assert_eq!(format!("{food:?}"), r#"Food { menu: [Food { hay: "much", .. }, Food { hay: "more", .. }], .. }"#);
    // `null` is nothing, and what the model does not list is unknown.
    assert_eq!(serde_json::from_str::<Food>(r#"{"hay":"much","menu":null}"#).expect("food"), hay());
    assert_eq!(serde_json::from_str::<Food>(r#"{"grass":1}"#).expect("food"), Food::Unknown);
}

#[test]
fn a_union_has_exactly_one_member() {
    let feed = |food| Feed::builder().animal("cow").food(food).build();
    assert_eq!(feed(hay()).violations(), []);
    let found: Vec<String> = feed(Food::Unknown).violations().iter().map(ToString::to_string).collect();
    assert_eq!(found, ["missing the member of the union `food`; expected `hay` or `menu`"]);
}

#[test]
fn literals_hold_unions_documents_and_null() {
    let feed = request!(path = "models/zoo.json", zoo::Feed {
        animal: "cow",
        food: { menu: [{ hay: "much" }, Food::Unknown] },
        notes: ["a", None],
        counts: { "hay": 1.5, "grass": None },
        extra: json!({ "a": [1, null] }),
    });
    assert_eq!(feed.food, Food::Menu(vec![hay(), Food::Unknown]));
    assert_eq!(feed.notes, Some(vec![Some("a".to_owned()), None]));
    assert_eq!(feed.extra, Some(JsonValue::from(json!({ "a": [1, null] }))));
    let text = serde_json::to_string(&feed).expect("JSON");
    assert!(text.contains(r#""notes":["a",null],"counts":{"grass":null,"hay":1.5},"extra":{"a":[1,null]}"#), "{text}");
    assert_eq!(serde_json::from_str::<Feed>(&text).expect("an input").notes, feed.notes);
}

#[test]
fn skeletons_show_every_member_of_a_union() {
    let skeleton = apigw_model::__private::skeleton::input(Feed::SHAPE);
    let skeleton: serde_json::Value = serde_json::from_str(&skeleton).expect("JSON");
    assert_eq!(skeleton["food"]["hay"], "");
    assert_eq!(skeleton["food"]["menu"][0]["hay"], "");
    assert_eq!(skeleton["extra"], json!({}));
}

#[test]
fn a_request_has_the_host_and_the_token_that_its_operation_asks_for() {
    let start = || Feed::builder().animal("cow").food(hay()).label("{}");
    let request = bind(Feed::OPERATION, &start().token("t").build()).expect("a request");
    assert_eq!(request.host_prefix.as_deref(), Some("cow.data."));
    assert_eq!(request.headers["x-label"], "e30=");
    assert_eq!(&request.body[..], br#"{"token": "t", "food": {"hay": "much"}}"#);
    let identified = bind(Feed::OPERATION, &start().build()).expect("a request");
    let body: serde_json::Value = serde_json::from_slice(&identified.body).expect("JSON");
    assert_eq!(body["token"].as_str().map(str::len), Some(36));
    let elsewhere = bind(Feed::OPERATION, &Feed::builder().animal("a.b").food(hay()).build());
    assert_eq!(elsewhere.unwrap_err(), BindError::InvalidHost { member: "animal" });
}

fn builder() -> ClientBuilder {
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    Client::builder().environment(Environment::empty()).region("eu-central-1").credentials(credentials)
}

#[tokio::test]
async fn requests_are_signed_as_their_operation_asks() {
    let server = Loopback::start(|_| Answer::json("{}"));
    let client = builder().endpoint_url(server.url()).build().expect("a client");
    let here = client.with(CallOptions::new().host_prefixes(false));
    here.send(&Feed::builder().animal("cow").food(hay()).build()).await.expect("an answer");
    let request = server.request();
    assert_eq!(request.header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    assert!(request.header("authorization").is_some_and(|text| text.contains("x-amz-content-sha256")));
    here.send(&Visit::builder().build()).await.expect("an answer");
    assert_eq!(server.request().header("authorization"), None);
    let prefixed = client.send(&Feed::builder().animal("127").food(hay()).build()).await;
    assert!(!matches!(prefixed, Ok(_) | Err(Error::Invalid(_) | Error::Bind(_))), "{prefixed:?}");
}

#[tokio::test]
async fn an_answer_can_be_a_stream_of_events() {
    let server = Loopback::start(|_| Answer { status: 200, ..Answer::default() });
    let client = builder().endpoint_url(server.url()).build().expect("a client");
    let mut reply = client.events(&Watch::builder().build()).await.expect("an answer");
    assert!(reply.events.next().await.is_none());
    let whole = client.send(&Watch::builder().build()).await.expect("an answer");
    assert_eq!(whole.bites, Some(Vec::new()));
}

#[tokio::test]
async fn an_operation_that_takes_a_bearer_token_gets_it() {
    let server = Loopback::start(|_| Answer::json("{}"));
    let client = builder().bearer_token("abc.def").endpoint_url(server.url()).build().expect("a client");
    client.send(&Work::builder().build()).await.expect("an answer");
    assert_eq!(server.request().header("authorization"), Some("Bearer abc.def"));
    assert!(!format!("{client:?}").contains("abc.def"));

    let environment: Environment = [("AWS_BEARER_TOKEN_ZOO", "of the environment")].into_iter().collect();
    let client = builder().environment(environment).endpoint_url(server.url()).build().expect("a client");
    client.send(&Work::builder().build()).await.expect("an answer");
    assert_eq!(server.request().header("authorization"), Some("Bearer of the environment"));

    let client = builder().endpoint_url(server.url()).build().expect("a client");
    let error = client.send(&Work::builder().build()).await.expect_err("no token");
    assert!(error.to_string().contains("set `AWS_BEARER_TOKEN_ZOO`"), "{error}");
    // Without keys a token is enough, and without either nothing is sent.
    let alone = Client::builder().environment(Environment::empty()).region("eu-central-1").bearer_token("x");
    assert!(alone.endpoint_url(server.url()).build().is_ok());
    let client = builder().unsigned().endpoint_url(server.url()).build().expect("a client");
    client.send(&Work::builder().build()).await.expect("an answer");
    assert_eq!(server.request().header("authorization"), None);
}

#[test]
fn the_builder_of_a_union_takes_one_member() {
    let start: food::Start = Food::builder();
    assert_eq!(start.menu([hay()]).build(), Food::Menu(vec![hay()]));
}
