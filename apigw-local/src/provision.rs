//! What a service is given other than by its operations: APIs from files, and what an example takes for given.

use apigw_model::server::ErrorReply;
use apigw_model::{ImportRestApi, PutMode, PutRestApi};
use serde_json::{Map, Value};

use crate::local::Local;
use crate::service::{ApiGateway, provision};

/// A stage of an API.
///
/// ```
/// use apigw_local::Local;
/// use serde_json::json;
///
/// let method = json!({ "methodIntegration": { "type": "MOCK" } });
/// let parts = json!({ "resources": [{ "path": "/pets", "resourceMethods": { "GET": method } }] });
/// let local = Local::new();
/// let api = local.define("pets", parts.as_object().ok_or("no object")?, None).map_err(|error| error.to_string())?;
/// local.deploy(&api, "prod").map_err(|error| error.to_string())?;
/// let stages = local.stages();
/// assert_eq!(stages.iter().map(|one| (one.name.as_str(), one.stage.as_str())).collect::<Vec<_>>(), [("pets", "prod")]);
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeployedStage {
    /// The identifier of the API.
    pub api: String,
    /// The name of the API.
    pub name: String,
    /// The name of the stage.
    pub stage: String,
}

impl Local {
    /// Imports an OpenAPI document as a new API, or in the place of what the API with an identifier has; the identifier of
    /// the API.
    ///
    /// # Errors
    ///
    /// What the service answers.
    pub fn import(&self, document: &[u8], api: Option<&str>) -> Result<String, ErrorReply> {
        let service: &dyn ApiGateway = &*self.0;
        let imported = match api {
            Some(api) => {
                let input = PutRestApi::builder().rest_api_id(api).mode(PutMode::Overwrite).body(document.to_vec());
                service.put_rest_api(input.build())
            }
            None => service.import_rest_api(ImportRestApi::builder().body(document.to_vec()).build()),
        };
        imported.map(|api| api.id.unwrap_or_default())
    }

    /// Makes an API of this name from its parts, as `apigw_lint::read_apis` gives them, or in the place of what the API with
    /// an identifier has; the identifier of the API. Stages and deployments stay.
    ///
    /// ```
    /// use apigw_local::Local;
    /// use serde_json::json;
    ///
    /// let method = json!({ "methodIntegration": { "type": "MOCK" } });
    /// let parts = json!({ "resources": [{ "path": "/pets/{id}", "resourceMethods": { "GET": method } }] });
    /// let local = Local::new();
    /// let api = local.define("pets", parts.as_object().ok_or("no object")?, None).map_err(|error| format!("{error:?}"))?;
    /// # drop(api);
    /// # Ok::<(), String>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a part has another form than the service has it in.
    pub fn define(&self, name: &str, parts: &Map<String, Value>, api: Option<&str>) -> Result<String, ErrorReply> {
        self.0.transition(|state| provision::define(state, api, name, parts))
    }

    /// Deploys an API to a stage, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// What the service answers.
    pub fn deploy(&self, api: &str, stage: &str) -> Result<(), ErrorReply> {
        self.0.transition(|state| provision::deploy(state, api, stage))
    }

    /// The stages of all APIs.
    pub fn stages(&self) -> Vec<DeployedStage> {
        self.0.with(|state| {
            let apis = state.apis.iter();
            let stages = apis.flat_map(|(id, api)| {
                let name = api.settings.name.clone().unwrap_or_default();
                let of =
                    move |stage: &String| DeployedStage { api: id.clone(), name: name.clone(), stage: stage.clone() };
                api.stages.keys().map(of)
            });
            stages.collect()
        })
    }

    /// Makes what a call takes for given and is not there: the API with an identifier, a resource of it, a method of that.
    /// What was made, in words.
    ///
    /// ```
    /// let made = apigw_local::Local::new().surround("1234123412", Some("a1b2c3"), Some("GET"))?;
    /// assert_eq!(made, ["API `1234123412` with the resource `a1b2c3`, which is `/`", "method `GET`"]);
    /// # Ok::<(), apigw_model::server::ErrorReply>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If it cannot be kept.
    pub fn surround(&self, api: &str, resource: Option<&str>, method: Option<&str>) -> Result<Vec<String>, ErrorReply> {
        self.0.transition(|state| provision::surround(state, api, resource, method))
    }

    /// Whether there is a method.
    pub fn has_method(&self, api: &str, resource: &str, method: &str) -> bool {
        self.0.with(|state| state.apis.get(api).is_some_and(|api| api.method(resource, method).is_ok()))
    }

    /// Gives a method the responses without which its integration has no answer. What was made, in words.
    ///
    /// # Errors
    ///
    /// If there is no such method.
    pub fn complete(&self, api: &str, resource: &str, method: &str) -> Result<Vec<String>, ErrorReply> {
        self.0.transition(|state| provision::complete(state, api, resource, method))
    }
}
