//! Made from what the rules of `CreateApiKey` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_api_key()
        .description("@125000 characters")
        .send();
    let _ = client
        .create_api_key()
        .name("@1024 characters")
        .send();
    let _ = client
        .create_api_key()
        .send();
    let _ = client
        .create_api_key()
        .value("")
        .send();
    let _ = client
        .create_api_key()
        .send();
}

fn main() {}
