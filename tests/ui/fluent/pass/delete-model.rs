//! Made from what the rules of `DeleteModel` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .delete_model()
        .rest_api_id("xrestapii")
        .model_name("Cat")
        .send();
}

fn main() {}
