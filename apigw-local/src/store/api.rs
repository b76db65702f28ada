//! One API and what belongs to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use apigw_model::{
    Authorizer, Deployment, DocumentationPart, DocumentationVersion, GatewayResponse, Integration, Method, Model,
    RequestValidator, Resource, RestApi, Stage,
};

use super::tracked::Tracked;
use crate::refusal::{Answer, refusal};

/// An API. Each kind of object is kept by what identifies it.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    pub(crate) settings: RestApi,
    pub(crate) resources: BTreeMap<String, Resource>,
    pub(crate) models: BTreeMap<String, Model>,
    pub(crate) validators: BTreeMap<String, RequestValidator>,
    pub(crate) authorizers: BTreeMap<String, Authorizer>,
    pub(crate) responses: BTreeMap<String, GatewayResponse>,
    pub(crate) parts: BTreeMap<String, DocumentationPart>,
    pub(crate) versions: BTreeMap<String, DocumentationVersion>,
    pub(crate) deployments: Tracked<Deployed>,
    pub(crate) stages: BTreeMap<String, Stage>,
}

/// A deployment, and the API as it was then.
#[derive(Debug, Clone)]
pub(crate) struct Deployed {
    pub(crate) deployment: Deployment,
    pub(crate) snapshot: Arc<Snapshot>,
}

/// What of an API a stage serves: later changes of the API do not concern it.
#[derive(Debug, Clone)]
pub(crate) struct Snapshot {
    pub(crate) settings: RestApi,
    pub(crate) resources: BTreeMap<String, Resource>,
    pub(crate) models: BTreeMap<String, Model>,
    pub(crate) validators: BTreeMap<String, RequestValidator>,
    pub(crate) authorizers: BTreeMap<String, Authorizer>,
    pub(crate) responses: BTreeMap<String, GatewayResponse>,
}

impl Api {
    /// An API without anything.
    pub(crate) fn new(api: RestApi) -> Self {
        Self {
            settings: api,
            resources: BTreeMap::new(),
            models: BTreeMap::new(),
            validators: BTreeMap::new(),
            authorizers: BTreeMap::new(),
            responses: BTreeMap::new(),
            parts: BTreeMap::new(),
            versions: BTreeMap::new(),
            deployments: Tracked::default(),
            stages: BTreeMap::new(),
        }
    }

    /// What a stage serves from now on.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::new(Snapshot {
            settings: self.settings.clone(),
            resources: self.resources.clone(),
            models: self.models.clone(),
            validators: self.validators.clone(),
            authorizers: self.authorizers.clone(),
            responses: self.responses.clone(),
        })
    }

    pub(crate) fn resource(&self, id: &str) -> Answer<&Resource> {
        self.resources.get(id).ok_or_else(|| refusal("resource-id-unknown", &[]))
    }

    pub(crate) fn resource_mut(&mut self, id: &str) -> Answer<&mut Resource> {
        self.resources.get_mut(id).ok_or_else(|| refusal("resource-id-unknown", &[]))
    }

    pub(crate) fn method(&self, resource: &str, method: &str) -> Answer<&Method> {
        let methods = self.resource(resource)?.resource_methods.as_ref();
        methods.and_then(|methods| methods.get(method)).ok_or_else(|| refusal("method-id-unknown", &[]))
    }

    pub(crate) fn method_mut(&mut self, resource: &str, method: &str) -> Answer<&mut Method> {
        let methods = self.resource_mut(resource)?.resource_methods.as_mut();
        methods.and_then(|methods| methods.get_mut(method)).ok_or_else(|| refusal("method-id-unknown", &[]))
    }

    pub(crate) fn integration(&self, resource: &str, method: &str) -> Answer<&Integration> {
        let integration = self.method(resource, method)?.method_integration.as_ref();
        integration.ok_or_else(|| refusal("integration-id-unknown", &[]))
    }

    pub(crate) fn integration_mut(&mut self, resource: &str, method: &str) -> Answer<&mut Integration> {
        let integration = self.method_mut(resource, method)?.method_integration.as_mut();
        integration.ok_or_else(|| refusal("integration-id-unknown", &[]))
    }

    pub(crate) fn stage(&self, name: &str) -> Answer<&Stage> {
        self.stages.get(name).ok_or_else(|| refusal("stage-id-unknown", &[]))
    }
}
