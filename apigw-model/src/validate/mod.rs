//! Validation of finished inputs against the rules of their shape, and of whole APIs against those of all.

mod related_object;
#[cfg(feature = "api-gateway")]
mod whole_api;

pub use related_object::RelatedObject;
#[cfg(feature = "api-gateway")]
pub use whole_api::{check_api, check_parts, requests};

use apigw_spec::{ContextError, Violation, check, check_with};

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
