//! Credentials of an integration.

use super::text;

/// Which credentials API Gateway uses when it calls an AWS service.
///
/// ```
/// use apigw_model::construct::Credentials;
///
/// assert_eq!(String::from(Credentials::role("arn:aws:iam::123456789012:role/api")), "arn:aws:iam::123456789012:role/api");
/// assert_eq!(String::from(Credentials::caller()), "arn:aws:iam::*:user/*");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials(String);

text!(Credentials);

impl Credentials {
    /// A role that API Gateway assumes, by its ARN.
    pub fn role(arn: impl Into<String>) -> Self {
        Self(arn.into())
    }

    /// The identity of the caller, passed through.
    pub fn caller() -> Self {
        Self("arn:aws:iam::*:user/*".to_owned())
    }
}
