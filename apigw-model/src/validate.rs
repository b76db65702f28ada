//! Validation of finished inputs against the rules of their shape, and of whole APIs against those of all.

use apigw_spec::api::{self, ApiFinding};
use apigw_spec::rule::builtin;
use apigw_spec::value::Value;
use apigw_spec::{Context, ContextError, Shape, Violation, check, check_with};

use crate::operation::Structured;

/// Checking a structure before it is sent.
///
/// ```
/// use apigw_model::{TestInvokeMethod, Validate as _};
///
/// let test = TestInvokeMethod::builder().rest_api_id("a1b2c3d4e5").resource_id("abc123").http_method("GET").build();
/// assert!(test.violations().is_empty());
/// ```
pub trait Validate {
    /// Everything that the service is known to refuse or that is likely to fail, in rule order; empty if nothing is.
    fn violations(&self) -> Vec<Violation>;

    /// The same, with objects that exist around the request, as far as the caller knows them: some rules can only be
    /// checked with the method that an integration belongs to, or with the models that a method refers to. The names by
    /// which rules know them are in [`RuleSet::contexts`](apigw_spec::rule::RuleSet::contexts) of the request's shape
    /// (`apigw rules` lists them).
    ///
    /// ```
    /// use apigw_model::validate::{RelatedObject, Validate};
    /// use apigw_model::{IntegrationType, Method, PutIntegration};
    ///
    /// let put = PutIntegration::builder()
    ///     .rest_api_id("a1b2c3d4e5")
    ///     .resource_id("abc123")
    ///     .http_method("GET")
    ///     .r#type(IntegrationType::HttpProxy)
    ///     .integration_http_method("GET")
    ///     .uri("https://example.com/{id}")
    ///     .request_parameters([("integration.request.path.id", "method.request.path.id")])
    ///     .build();
    /// assert!(put.violations().is_empty());
    ///
    /// // What the client's `get_method` answered.
    /// let mut method = Method::builder().http_method("GET").build();
    /// let found = put.violations_in_context(&[RelatedObject::object("method", &method)])?;
    /// assert_eq!(found[0].rule, "integration-request-parameter-declared");
    ///
    /// method.request_parameters = Some([("method.request.path.id".into(), true)].into());
    /// assert!(put.violations_in_context(&[RelatedObject::object("method", &method)])?.is_empty());
    ///
    /// // No such method:
    /// let found = put.violations_in_context(&[RelatedObject::missing("method")])?;
    /// assert_eq!(found[0].rule, "integration-method-exists");
    ///
    /// let wrong = put.violations_in_context(&[RelatedObject::missing("methd")]);
    /// assert!(wrong.unwrap_err().to_string().ends_with("did you mean `method`?"));
    /// # Ok::<(), apigw_spec::ContextError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the rules do not know an object of the name, or know one of another shape.
    fn violations_in_context(&self, around: &[RelatedObject<'_>]) -> Result<Vec<Violation>, ContextError>;
}

impl<T: Structured> Validate for T {
    fn violations(&self) -> Vec<Violation> {
        check(T::SHAPE, self)
    }

    fn violations_in_context(&self, around: &[RelatedObject<'_>]) -> Result<Vec<Violation>, ContextError> {
        let slots = T::SHAPE.structure().rules.contexts;
        let contexts = RelatedObject::contexts(around, slots)?;
        Ok(check_with(T::SHAPE, self, &contexts))
    }
}

/// An object around a request, or a part of an API, by the name that rules know it by.
///
/// ```
/// use apigw_model::Method;
/// use apigw_model::validate::RelatedObject;
///
/// let method = Method::builder().http_method("GET").build();
/// let related = [RelatedObject::object("method", &method), RelatedObject::missing("resource")];
/// assert_eq!(related.len(), 2);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct RelatedObject<'a> {
    context: Context<'a>,
    /// The identifier of the structure's shape, or of that of the items.
    shape: Option<&'static str>,
}

impl<'a> RelatedObject<'a> {
    /// An object that exists.
    pub fn object<T: Structured>(name: &'a str, object: &'a T) -> Self {
        Self { context: Context { name, value: object.to_value() }, shape: Some(T::SHAPE.id) }
    }

    /// The objects of one kind that exist, all of them.
    pub fn list<T: Structured>(name: &'a str, items: &'a Vec<T>) -> Self {
        Self { context: Context { name, value: Value::List(items) }, shape: Some(T::SHAPE.id) }
    }

    /// An object that surely does not exist.
    pub fn missing(name: &'a str) -> Self {
        Self { context: Context { name, value: Value::Absent }, shape: None }
    }

    fn contexts(around: &[Self], slots: &[apigw_spec::rule::ContextSlot]) -> Result<Vec<Context<'a>>, ContextError> {
        let fit = |around: &Self| Context::fit(around.context.name, around.shape, slots).map(|()| around.context);
        around.iter().map(fit).collect()
    }
}

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
