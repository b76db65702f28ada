//! An answer that is read as it arrives asks for the same members.

pub fn call(client: &apigw_client::Client) {
    let _ = client.get_export().rest_api_id("a").stage_name("b").stream();
}

fn main() {}
