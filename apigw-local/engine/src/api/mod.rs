//! What of an API a call needs: the method, its integration, and what belongs to the API and the stage.
//!
//! May import: `http`.

mod definition;
mod integration;
mod members;

pub use definition::{Api, FaultResponse, Method, RequestChecks};
pub use integration::{ContentHandling, Integration, IntegrationType, InvalidDefinition, Passthrough, ResponseMapping};
