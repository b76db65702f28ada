//! Checks of a whole API of API Gateway.

use apigw_spec::api::{self, ApiFinding};
use apigw_spec::rule::builtin;
use apigw_spec::{Context, ContextError, Shape};

use super::related_object::RelatedObject;

/// Checks a whole API as one: every part of it by the rules of the request that would make it, with the rest around it.
///
/// The parts go by the names of [`api::parts`] (`resources`, `models`, `authorizers`, …); each list has to be complete.
/// What is not given is not checked.
///
/// ```
/// use apigw_model::validate::{RelatedObject, check_api};
/// use apigw_model::{Method, Resource};
///
/// // What `get_resources` with `embed("methods")` answered.
/// let get = Method::builder().http_method("GET").authorization_type("NONE").build();
/// let root = Resource::builder().id("root00").path("/").resource_methods([("GET", get)]).build();
/// let resources = vec![root];
/// let found = check_api(&[RelatedObject::list("resources", &resources)])?;
/// assert_eq!(found[0].violation.message, Some("No integration defined for method"));
/// # Ok::<(), apigw_spec::ContextError>(())
/// ```
///
/// # Errors
///
/// If an API has no parts of the name, or parts of another shape.
pub fn check_api(parts: &[RelatedObject<'_>]) -> Result<Vec<ApiFinding>, ContextError> {
    Ok(check_parts(&RelatedObject::contexts(parts, &api::parts(&requests()))?))
}

/// Checks a whole API whose parts are of any source, see [`check_api`].
///
/// ```
/// use apigw_model::Resource;
/// use apigw_model::validate::check_parts;
/// use apigw_spec::Context;
/// use apigw_spec::value::Value;
///
/// let resources = vec![Resource::builder().id("root00").path("/").build()];
/// let found = check_parts(&[Context { name: "resources", value: Value::List(&resources) }]);
/// // An API without methods cannot be deployed.
/// assert!(!found.is_empty());
/// ```
pub fn check_parts(parts: &[Context<'_>]) -> Vec<ApiFinding> {
    let mut found = api::check_api(&requests(), parts);
    // What identifies a part is not in the part.
    found.retain(|finding| finding.violation.rule != builtin::REQUIRED);
    found
}

/// The shapes of all requests.
///
/// ```
/// assert_eq!(apigw_model::validate::requests().len(), apigw_model::OPERATIONS.len());
/// ```
pub fn requests() -> Vec<&'static Shape> {
    crate::OPERATIONS.iter().map(|operation| operation.input.shape()).collect()
}
