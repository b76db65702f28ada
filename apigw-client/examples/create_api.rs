//! Creates an API with a mock method, with the blocking client.
//!
//! `cargo run -p apigw-client --example create_api --features blocking,stub` runs against a stub of the service. With
//! `--live` after `--` it sends the same calls to AWS, in the account and region of the environment, and deletes the API.

use apigw_client::blocking::Client;
use apigw_client::stub::Stub;
use apigw_model::{
    CreateRestApi, DeleteRestApi, GetResources, HttpMethod, Integration, IntegrationType, Method, PutIntegration,
    PutMethod, Resource, Resources, RestApi,
};

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let is_live = std::env::args().any(|argument| argument == "--live");
    let stub = service();
    let client = if is_live { Client::from_env()? } else { Client::new(apigw_client::Client::from_stub(&stub))? };

    let api = client.create_rest_api().name("pets").description("an example").send()?;
    let id = api.id.ok_or("the reply has no ID")?;
    println!("created API {id}");

    let outcome = add_method(&client, &id);
    client.delete_rest_api().rest_api_id(&id).send()?;
    println!("deleted API {id}");

    if !is_live {
        stub.verify()?;
    }
    outcome
}

/// Adds `GET /` with a mock integration.
fn add_method(client: &Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
    let root = client.get_resources().rest_api_id(id).paginate().items().next().ok_or("the API has no resource")??;
    let root = root.id.ok_or("the resource has no ID")?;

    let method = client.put_method().rest_api_id(id).resource_id(&root).http_method(HttpMethod::Get);
    method.authorization_type("NONE").send()?;

    let integration = client.put_integration().rest_api_id(id).resource_id(&root).http_method(HttpMethod::Get);
    let template = r#"{"statusCode": 200}"#.to_owned();
    let templates = [("application/json".to_owned(), template)];
    let integration = integration.r#type(IntegrationType::Mock).request_templates(templates).send()?;
    println!("added a method of type {:?}", integration.r#type);
    Ok(())
}

/// A stub of the service with a reply to each call.
fn service() -> Stub {
    let stub = Stub::new();

    let mut api = RestApi::default();
    api.id = Some("a1b2c3".to_owned());
    stub.expect::<CreateRestApi>().when(|input| input.name == "pets").reply(&api);

    let mut root = Resource::default();
    root.id = Some("root".to_owned());
    let mut resources = Resources::default();
    resources.items = Some(vec![root]);
    stub.expect::<GetResources>().reply(&resources);

    stub.expect::<PutMethod>().reply(&Method::default());
    let mut integration = Integration::default();
    integration.r#type = Some(IntegrationType::Mock);
    stub.expect::<PutIntegration>().reply(&integration);

    stub.expect::<DeleteRestApi>().respond(202, "");
    stub
}
