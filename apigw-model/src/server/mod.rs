//! What a generated server calls: routing, decoding of requests and encoding of answers, the mirror of a client.
//!
//! Nothing here knows a network: a request comes as its parts, and an answer leaves as its parts. Which operation a
//! request is for, and where its members are, follows from the tables.
//!
//! ```
//! use apigw_model::server::{ErrorReply, Request};
//! use apigw_model::{CreateRestApi, RestApi};
//!
//! mod generated {
//!     apigw_model::server!(for ApiGateway, model = ::apigw_model);
//! }
//!
//! struct Echo;
//!
//! impl generated::ApiGateway for Echo {
//!     fn create_rest_api(&self, input: CreateRestApi) -> Result<RestApi, ErrorReply> {
//!         Ok(RestApi::builder().name(input.name).build())
//!     }
//! }
//!
//! let service: &dyn generated::ApiGateway = &Echo;
//! let answer = service.answer(&Request { method: "POST", target: "/restapis", headers: &[], body: br#"{"name": "pets"}"# });
//! assert_eq!((answer.status, answer.text()), (201, r#"{"name": "pets"}"#.into()));
//!
//! let answer = service.answer(&Request { method: "GET", target: "/account", headers: &[], body: b"" });
//! assert_eq!(answer.status, 501);
//! ```

mod body;
mod decode;
mod encode;
mod error_reply;
mod handle;
mod labels;
mod message;
mod router;

pub use decode::Received;
pub use error_reply::ErrorReply;
pub use handle::Check;
#[doc(hidden)]
pub use handle::{handle, unknown_operation};
pub use message::{Request, Response};
#[doc(hidden)]
pub use router::{RouteEnd, RouteNode};
