//! Tests code that calls API Gateway, without a server.
//!
//! `cargo run -p apigw-client --example stub_in_a_test --features stub` runs the checks; in a program they are tests.

use apigw_client::stub::Stub;
use apigw_client::{Client, Error};
use apigw_model::{GetRestApi, RestApi, get_rest_api};

/// The code under test: the name of an API, or `None` if there is no such API.
async fn name_of(client: &Client, id: &str) -> Result<Option<String>, Error<get_rest_api::ErrorKind>> {
    match client.get_rest_api().rest_api_id(id).send().await {
        Ok(api) => Ok(api.name),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// In a test program: `#[tokio::test]`.
async fn an_api_has_a_name() {
    let stub = Stub::new();
    let mut api = RestApi::default();
    api.name = Some("pets".to_owned());
    stub.expect::<GetRestApi>().when(|input| input.rest_api_id == "a1b2c3").reply(&api);
    stub.expect::<GetRestApi>().reject(get_rest_api::ErrorKind::NotFound, "Invalid API identifier specified");

    let client = Client::from_stub(&stub);
    assert_eq!(name_of(&client, "a1b2c3").await.ok().flatten().as_deref(), Some("pets"));
    assert!(matches!(name_of(&client, "other").await, Ok(None)));

    let inputs = stub.calls::<GetRestApi>();
    assert_eq!(inputs.iter().map(|input| input.rest_api_id.as_str()).collect::<Vec<_>>(), ["a1b2c3", "other"]);
    assert_eq!(stub.verify(), Ok(()));
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() {
    an_api_has_a_name().await;
    println!("passed");
}
