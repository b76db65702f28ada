//! Made from what the rules of `CreateModel` must accept.

#![allow(deprecated)]

use apigw_model::{CreateModel, request};

fn main() {
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet2",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "application/json",
        schema: "{}",
    });
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "text/plain",
    });
}
