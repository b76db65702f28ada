//! Structures inside a request have required members too.

use apigw_model::{CreateDocumentationPart, DocumentationPartLocation};

fn main() {
    let location = DocumentationPartLocation::builder().path("/pets").build();
    let _ = CreateDocumentationPart::builder().rest_api_id("a").location(location).properties("{}").build();
}
