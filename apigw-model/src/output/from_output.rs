//! Structures that take members from an answer.

use super::error::MemberError;
use crate::operation::Structured;

/// A structure that takes the members it names from an answer; `#[derive(Output)]` implements it.
///
/// ```
/// use apigw_model::{FromOutput as _, Output, RestApi};
///
/// #[derive(Output)]
/// #[apigw(structure = RestApi)]
/// struct Named {
///     name: String,
///     description: Option<String>,
/// }
///
/// let named = Named::from_output(RestApi::builder().name("pets").build())?;
/// assert_eq!((named.name.as_str(), named.description), ("pets", None));
/// # Ok::<(), apigw_model::MemberError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be taken from an answer",
    label = "not a structure of the model, nor one with `#[derive(Output)]`"
)]
pub trait FromOutput: Sized {
    /// The structure of the model that the members come from.
    type Source;

    /// Takes the members.
    ///
    /// # Errors
    ///
    /// If a member is absent that the structure does not hold as an `Option`, or does not fit into its field.
    fn from_output(source: Self::Source) -> Result<Self, MemberError>;
}

impl<T: Structured> FromOutput for T {
    type Source = Self;

    fn from_output(source: Self) -> Result<Self, MemberError> {
        Ok(source)
    }
}
