//! A document as an import takes it: what the service makes of it, and what it leaves out.

mod document;
mod strings;

use apigw_spec::rule::Severity;

use crate::definition::Shapes;
pub use crate::openapi::DocumentNote;
use crate::openapi::{OpenApi, is_openapi};
use crate::read::{ReadError, read};
pub use document::ImportDocument;

/// Reads an OpenAPI document as the service imports it: no tool fills in anything before, so `${name}` is text.
///
/// ```
/// let text = r#"{"openapi": "3.0.1", "info": {"title": "pets", "version": "1"}, "paths": {"/pets": {"get": {
///     "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": "https://${stageVariables.host}"}
/// }}}}"#;
/// let document = apigw_lint::read_import(text).map_err(|error| error.to_string())?;
/// assert_eq!(document.settings["name"], "pets");
/// let method = &document.resources[1]["resourceMethods"]["GET"];
/// assert_eq!(method["methodIntegration"]["uri"], "https://${stageVariables.host}");
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
///
/// Text that cannot be read, or that is no OpenAPI document.
pub fn read_import(text: &str) -> Result<ImportDocument, ReadError> {
    let root = read(text)?;
    if !is_openapi(&root) {
        return Err(ReadError::new(
            root.span(),
            "this is no OpenAPI document; it needs `openapi` or `swagger`, and `paths`",
        ));
    }
    let shapes = Shapes::builtin();
    Ok(ImportDocument::new(&root, OpenApi::imported(&root, shapes)))
}

/// Whether an import is known to enforce a rule. What is not known of imports is left to the calls that make single parts.
///
/// ```
/// assert!(apigw_lint::import_enforces("integration-uri-is-url"));
/// assert!(!apigw_lint::import_enforces("unknown-rule"));
/// ```
pub fn import_enforces(rule: &str) -> bool {
    Shapes::builtin().import_severity(rule) == Severity::Error
}
