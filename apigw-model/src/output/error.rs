//! An answer that does not fit.

use std::convert::Infallible;
use std::fmt::{self, Display};
use std::num::TryFromIntError;

/// A member of an answer that a field of the caller's structure cannot take: it is absent, or it does not fit.
///
/// ```
/// use apigw_model::{FromOutput as _, Integration, Output, RestApi};
///
/// #[derive(Output)]
/// #[apigw(structure = RestApi)]
/// struct Named {
///     name: String,
/// }
///
/// let error = Named::from_output(RestApi::builder().build()).err();
/// assert_eq!(error.map(|error| error.member()), Some("name"));
///
/// #[derive(Output)]
/// #[apigw(structure = Integration)]
/// struct Timeout {
///     timeout_in_millis: u16,
/// }
///
/// let error = Timeout::from_output(Integration::builder().timeout_in_millis(70_000).build()).err();
/// assert!(error.is_some_and(|error| !error.is_missing()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberError {
    structure: &'static str,
    member: &'static str,
    /// Why the value does not fit; nothing if there is no value.
    reason: Option<String>,
}

impl MemberError {
    pub(super) const fn missing(structure: &'static str, member: &'static str) -> Self {
        Self { structure, member, reason: None }
    }

    pub(super) fn unfit(reason: &dyn Display) -> Self {
        Self { structure: "", member: "", reason: Some(reason.to_string()) }
    }

    /// Names the place, unless it is in a structure further in.
    pub(super) fn at(self, structure: &'static str, member: &'static str) -> Self {
        if self.member.is_empty() { Self { structure, member, ..self } } else { self }
    }

    /// The member's name in the model.
    pub const fn member(&self) -> &'static str {
        self.member
    }

    /// Whether the answer lacks the member; else its value does not fit into the field.
    pub const fn is_missing(&self) -> bool {
        self.reason.is_none()
    }
}

impl Display for MemberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { structure, member, reason } = self;
        match reason {
            Some(reason) => write!(f, "`{member}` of the answer's `{structure}` does not fit into its field: {reason}"),
            None => write!(f, "the answer's `{structure}` lacks `{member}`; make the field an `Option` if that may be"),
        }
    }
}

impl std::error::Error for MemberError {}

impl From<Infallible> for MemberError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<TryFromIntError> for MemberError {
    fn from(error: TryFromIntError) -> Self {
        Self::unfit(&error)
    }
}
