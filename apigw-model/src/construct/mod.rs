//! Typed constructors of the strings that requests are made of, so that a right value is easier to write than a wrong
//! one. Each converts into the `String` that a setter takes.
//!
//! ```
//! use apigw_model::construct::{Credentials, IntegrationUri, Mapping, RequestParameter};
//!
//! let uri = IntegrationUri::lambda_arn("arn:aws:lambda:us-west-2:123412341234:function:greet")?;
//! assert!(uri.as_str().ends_with(":function:greet/invocations"));
//! let parameters = [
//!     (RequestParameter::header("X-Stage"), Mapping::context("stage")),
//!     (RequestParameter::header("X-Source"), Mapping::constant("apigw")),
//! ];
//! assert_eq!(String::from(parameters[1].1.clone()), "'apigw'");
//! assert_eq!(Credentials::caller().as_str(), "arn:aws:iam::*:user/*");
//! # Ok::<(), apigw_model::construct::InvalidArn>(())
//! ```

mod credentials;
mod integration_uri;
mod mapping;

pub use credentials::Credentials;
pub use integration_uri::{IntegrationUri, InvalidArn};
pub use mapping::{Mapping, RequestParameter, ResponseMapping, ResponseParameter};

/// Gives a newtype over text its conversions.
macro_rules! text {
    ($name:ident) => {
        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

use text;
