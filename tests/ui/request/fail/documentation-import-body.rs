//! Made from the examples of the rule `documentation-import-body`.

use apigw_model::{ImportDocumentationParts, request};

fn main() {
    let _ = request!(ImportDocumentationParts {
        rest_api_id: "xrestapii",
        body: "{'key:value}",
    });
}
