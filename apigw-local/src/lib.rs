//! Amazon API Gateway on your machine.
//!
//! A store with the objects of the service, the transitions of its operations, and the rules of the specification to check
//! requests by. Answers have the words of AWS, from the catalogue of the specification. SDKs are not generated:
//! a request for one answers with status 501.
//!
//! ```
//! use apigw_local::Local;
//! use apigw_model::server::Request;
//!
//! let local = Local::new();
//! let answer = local.answer(&Request { method: "POST", target: "/restapis", headers: &[], body: br#"{"name": "pets"}"# });
//! assert_eq!(answer.status, 201);
//! ```
//!
//! A deployed stage answers at `http://API.execute-api.localhost:PORT/STAGE/…`, at `/_aws/execute-api/API/STAGE/…`, and at
//! `/restapis/API/STAGE/_user_request_/…`.
//!
//! The modules stand in this order, and each imports only from those after it: `running`, `http`, `transport`,
//! `provision`, `snapshot`, `local`, `console`, `service`, `settings`, `gateway`, `check`, `patch`, `pretty`, `store`, `refusal`.

#![allow(clippy::similar_names, reason = "a stage is in a state, and a part of a path")]

mod check;
mod console;
mod gateway;
mod http;
mod local;
mod patch;
mod pretty;
mod provision;
mod refusal;
mod running;
mod service;
mod settings;
mod snapshot;
mod store;
mod transport;
mod waiting;

pub use gateway::{Backends, Function, Outside};
pub use http::Server;
pub use local::Local;
pub use provision::DeployedStage;
pub use running::Running;
pub use settings::Settings;
pub use store::StoreError;
pub use transport::LocalTransport;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
