//! The steps of a call, each a function from what it needs to what it gives.
//!
//! May import: `api`, `http`, `mapping`, and the values of Java.

pub(crate) mod binary;
pub(crate) mod calendar;
pub(crate) mod fault;
pub(crate) mod fault_response;
pub(crate) mod grant;
pub(crate) mod header_rules;
pub(crate) mod identity;
pub(crate) mod integration_request;
pub(crate) mod lambda;
pub(crate) mod log;
pub(crate) mod meter;
pub(crate) mod mock;
pub(crate) mod policy;
pub(crate) mod response_mapping;
pub(crate) mod route;
pub(crate) mod routes;
pub(crate) mod user_pool;
pub(crate) mod validator;
