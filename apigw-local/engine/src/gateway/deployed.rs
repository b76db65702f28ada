//! What is called: an API on a stage.

use indexmap::IndexMap;

use crate::api::{Api, Authorizer, Integration, Method};
use crate::steps::routes::Routes;

/// An API on a stage: what its calls need and do not change.
#[derive(Debug, Clone, Default)]
pub struct Deployed {
    /// What belongs to the API and the stage.
    pub api: Api,
    /// The methods.
    pub routes: Routes<Endpoint>,
    /// The authorizers, by their identifiers.
    pub authorizers: IndexMap<String, Authorizer>,
}

/// A method with its integration.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// The identifier of the resource.
    pub resource_id: String,
    /// The method.
    pub method: Method,
    /// Its integration.
    pub integration: Integration,
}
