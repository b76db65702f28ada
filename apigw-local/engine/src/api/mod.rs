//! What of an API a call needs: the method, its integration, and what belongs to the API and the stage.
//!
//! May import: `http`.

mod authorizer;
mod definition;
mod integration;
mod members;
pub(crate) mod plan;

pub use authorizer::{Authorization, Authorizer, AuthorizerType};
pub use definition::{Api, ApiKeySource, FaultResponse, Method, RequestChecks};
pub use integration::{ContentHandling, Integration, IntegrationType, InvalidDefinition, Passthrough, ResponseMapping};
pub use plan::{CallerKey, Period, Plan, PlanStage, Plans, Quota, Throttle};
