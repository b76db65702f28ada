//! What an API of Amazon API Gateway does, without AWS.
//!
//! Mapping templates are rendered as API Gateway renders them, which is as Apache Velocity 1.7 does, with JSON read by
//! Jayway's JSONPath and mapped by the expressions of parameter maps. Nothing here reads a clock, a file or the network:
//! equal input gives equal output.
//!
//! The modules stand in this order, and each imports only from those after it: `gateway`,
//! `forecast`, `invoke`, `steps`, `api`, `http`, `mapping`,
//! `velocity`, `jsonpath`, `json`, `java`.

pub mod api;
mod forecast;
mod gateway;
pub mod http;
mod invoke;
mod java;
mod json;
mod jsonpath;
pub mod mapping;
mod steps;
pub mod velocity;

pub use forecast::{FORECASTS, Forecast, MethodForecast, NEVER_JSON, NEVER_STATUS, forecast, forecast_methods};
pub use gateway::{AuthorizerTest, Deployed, Endpoint, GatewayState, refuse, serve, test_authorizer};
pub use invoke::{Backend, BackendAnswer, BackendCall, BackendError, Call, NoBackend, Outcome, Target, invoke};
pub use mapping::{
    Context, MappingError, MappingTemplate, Parameters, Source, Sources, TemplateInput, assert_rendered,
};
pub use steps::fault::Fault;
pub use steps::grant::Grant;
pub use steps::meter::{Bucket, Usage};
pub use steps::policy::{Decision, decide};
pub use steps::route::path_parameters;
pub use steps::routes::Routes;

#[cfg(all(doctest, feature = "model"))]
#[doc = include_str!("../README.md")]
struct Readme;
