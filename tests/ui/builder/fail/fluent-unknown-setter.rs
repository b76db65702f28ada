//! A member that the operation does not have.

pub fn call(client: &apigw_client::Client) {
    let _ = client.get_rest_api().rest_api_ids("a");
}

fn main() {}
