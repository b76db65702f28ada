//! A typed constant of one enumeration where the member is of another.

use apigw_model::{authorizer_type, integration_type};

pub fn call(client: &apigw_client::Client) {
    let _ = client.put_integration().r#type(authorizer_type::TOKEN);
    let _ = client.put_integration().connection_type(integration_type::MOCK);
}

fn main() {}
