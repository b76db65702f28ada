//! An operation that the service does not have.

pub fn call(client: &apigw_client::Client) {
    let _ = client.put_integrations();
}

fn main() {}
