//! Patch operations of the `update_…` operations.
//!
//! What may be done to which path is a table of the specification, and each row of it is a function in the module
//! `patch` beside the operation's builder:
//!
//! ```
//! use apigw_model::{UpdateIntegration, Validate as _, update_integration::patch};
//!
//! let update = UpdateIntegration::builder()
//!     .rest_api_id("1234123412")
//!     .resource_id("a1b2c3")
//!     .http_method("GET")
//!     .patch_operations([
//!         patch::replace_timeout_in_millis("5000"),
//!         patch::add_request_templates("application/json", "$input.body"),
//!     ])
//!     .build();
//! assert!(update.violations().is_empty());
//! ```

/// The JSON pointer to these segments; `~` and `/` inside a segment are escaped.
///
/// ```
/// assert_eq!(apigw_model::patch::pointer(&["requestTemplates", "application/json"]), "/requestTemplates/application~1json");
/// ```
pub fn pointer(segments: &[&str]) -> String {
    let mut path = String::new();
    for segment in segments {
        path.push('/');
        path.push_str(&segment.replace('~', "~0").replace('/', "~1"));
    }
    path
}
