//! Objects around a request, under the names by which rules know them.

use apigw_spec::value::Value;
use apigw_spec::{Context, ContextError};

use crate::operation::Structured;

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

    pub(super) fn contexts(
        around: &[Self],
        slots: &[apigw_spec::rule::ContextSlot],
    ) -> Result<Vec<Context<'a>>, ContextError> {
        let fit = |around: &Self| Context::fit(around.context.name, around.shape, slots).map(|()| around.context);
        around.iter().map(fit).collect()
    }
}
