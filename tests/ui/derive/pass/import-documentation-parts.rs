//! Made from what the rules of `ImportDocumentationParts` must accept.

#![allow(deprecated)]

use apigw_model::{Input, ImportDocumentationParts};

#[derive(Input)]
#[apigw(
    operation = ImportDocumentationParts,
    rest_api_id = "xrestapii",
    body = "{\"documentation\": {}}",
)]
struct Mine0 {}

fn main() {
    let _: ImportDocumentationParts = Mine0 {}.into();
}
