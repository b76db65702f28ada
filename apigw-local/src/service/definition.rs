//! The document that the body of an import holds.

use apigw_lint::{ImportDocument, read_import};

use crate::refusal::{Answer, refusal};

/// The document that a body holds, or the error with this identifier.
pub(super) fn document_of(body: &[u8], error: &str) -> Answer<ImportDocument> {
    let text = std::str::from_utf8(body).map_err(|_| refusal(error, &[]))?;
    read_import(text).map_err(|_| refusal(error, &[]))
}
