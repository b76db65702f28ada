//! Made from the examples of the rule `documentation-import-body`.

use apigw_model::{Input, ImportDocumentationParts};

#[derive(Input)]
#[apigw(
    operation = ImportDocumentationParts,
    rest_api_id = "xrestapii",
    body = "{'key:value}",
)]
struct Mine0 {}

fn main() {
    let _: ImportDocumentationParts = Mine0 {}.into();
}
