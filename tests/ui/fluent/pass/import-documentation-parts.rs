//! Made from what the rules of `ImportDocumentationParts` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .import_documentation_parts()
        .rest_api_id("xrestapii")
        .body("{\"documentation\": {}}")
        .send();
}

fn main() {}
