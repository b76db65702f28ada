//! Pages and items, read to the end.

use std::future::poll_fn;
use std::pin::pin;

use apigw_client::Error;
use apigw_model::{GetRestApis, OPERATIONS, RestApi};
use futures_core::Stream;

use crate::script::{Script, Step};

const fn page(body: &'static str) -> Step {
    Step::Answer(200, &[("content-type", "application/json")], body)
}

const FIRST: Step = page(r#"{"position": "p 2", "item": [{"id": "a"}, {"id": "b"}]}"#);
const EMPTY: Step = page(r#"{"position": "p3"}"#);
const LAST: Step = page(r#"{"position": "", "item": [{"id": "c"}]}"#);

fn ids(apis: &[RestApi]) -> Vec<&str> {
    apis.iter().map(|api| api.id.as_deref().unwrap()).collect()
}

#[tokio::test]
async fn items_of_all_pages_come_in_order() {
    let script = Script::new(&[FIRST, EMPTY, LAST]);
    let client = script.builder().build().unwrap();
    let apis = client.get_rest_apis().paginate().page_size(2).items().collect().await.unwrap();
    assert_eq!(ids(&apis), ["a", "b", "c"]);
    assert_eq!(
        script.targets(),
        ["/restapis?limit=2", "/restapis?position=p%202&limit=2", "/restapis?position=p3&limit=2"]
    );
}

#[tokio::test]
async fn pages_can_start_anywhere_and_are_read_when_they_are_asked_for() {
    let script = Script::new(&[EMPTY, LAST]);
    let client = script.builder().build().unwrap();
    let mut pages = client.paginate(GetRestApis::builder().position("p2").build());
    assert_eq!(script.targets().len(), 0);
    assert_eq!(pages.next().await.unwrap().unwrap().items, None);
    assert_eq!(script.targets(), ["/restapis?position=p2"]);
    assert_eq!(pages.next().await.unwrap().unwrap().items.unwrap().len(), 1);
    assert!(pages.next().await.is_none() && pages.next().await.is_none());
    assert_eq!(script.targets().len(), 2);
}

#[tokio::test]
async fn pages_are_streams() {
    let script = Script::new(&[FIRST, LAST]);
    let client = script.builder().build().unwrap();
    let mut items = pin!(client.get_rest_apis().paginate().items());
    let mut count = 0;
    while let Some(item) = poll_fn(|cx| items.as_mut().poll_next(cx)).await {
        item.unwrap();
        count += 1;
    }
    let mut pages = pin!(Script::new(&[LAST]).builder().build().unwrap().get_rest_apis().paginate());
    assert!(poll_fn(|cx| pages.as_mut().poll_next(cx)).await.unwrap().is_ok());
    assert!(poll_fn(|cx| pages.as_mut().poll_next(cx)).await.is_none());
    assert_eq!(count, 3);
}

#[tokio::test]
async fn going_round_in_circles_is_an_error() {
    let script = Script::new(&[EMPTY, FIRST, EMPTY, LAST]);
    let error = script.builder().build().unwrap().get_rest_apis().paginate().collect().await.unwrap_err();
    assert!(matches!(&error, Error::RepeatedPage { token } if token == "p3"), "{error:?}");
    assert_eq!(script.targets().len(), 3);
    assert_eq!(error.to_string(), "the service returned the page token `p3` twice; use the pages read so far");
}

#[tokio::test]
async fn an_error_ends_the_pages() {
    let script = Script::new(&[FIRST, Step::Answer(403, &[], r#"{"message": "no"}"#)]);
    let mut items = script.builder().build().unwrap().get_rest_apis().paginate().items();
    assert!(items.next().await.unwrap().is_ok() && items.next().await.unwrap().is_ok());
    assert!(items.next().await.unwrap().unwrap_err().is_denied());
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn maps_are_read_as_entries() {
    let script = Script::new(&[
        page(r#"{"position": "2", "values": {"k1": [[1, 2]]}}"#),
        page(r#"{"values": {"k2": [[3, 4]]}}"#),
    ]);
    let client = script.builder().build().unwrap();
    let usage = client.get_usage().usage_plan_id("u").start_date("2023-01-01").end_date("2023-01-02");
    let entries = usage.paginate().items().collect().await.unwrap();
    assert_eq!(entries, [("k1".to_owned(), vec![vec![1, 2]]), ("k2".to_owned(), vec![vec![3, 4]])]);
}

#[test]
fn every_paged_operation_is_counted() {
    assert_eq!(OPERATIONS.iter().filter(|operation| operation.pagination.is_some()).count(), 18);
}
