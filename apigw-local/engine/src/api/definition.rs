//! The API and the method.

use indexmap::IndexMap;
use serde_json::Value;

use super::authorizer::Authorization;
use super::plan::Throttle;

/// What belongs to the API and to the stage that is called.
#[derive(Debug, Clone)]
pub struct Api {
    /// The identifier of the API.
    pub id: String,
    /// The region, for the ARNs of methods.
    pub region: String,
    /// The account, for the ARNs of methods.
    pub account_id: String,
    /// The name of the stage.
    pub stage: String,
    /// The variables of the stage.
    pub stage_variables: IndexMap<String, String>,
    /// The media types that are binary. `*/*` and `image/*` are allowed.
    pub binary_media_types: Vec<String>,
    /// The models, by name: JSON Schema of draft 4.
    pub models: IndexMap<String, String>,
    /// What answers calls that end early, by the type of gateway response, `DEFAULT_4XX` and `DEFAULT_5XX` included.
    pub fault_responses: IndexMap<String, FaultResponse>,
    /// Where the API keys of calls come from.
    pub api_key_source: ApiKeySource,
    /// How often the stage and its methods may be called, by path and method: `*/*`, `pets/GET`.
    pub throttles: IndexMap<String, Throttle>,
}

/// Where the API key of a call comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ApiKeySource {
    /// The header `X-API-Key`.
    #[default]
    Header,
    /// The answer of the authorizer.
    Authorizer,
}

/// What the API sets in place of a default gateway response.
#[derive(Debug, Clone, Default)]
pub struct FaultResponse {
    /// The status code; without one, that of the type.
    pub status: Option<u16>,
    /// The templates, by media type. They are no Velocity: only variables are replaced.
    pub templates: IndexMap<String, String>,
    /// The parameter map: `gatewayresponse.header.N` and where its value comes from.
    pub parameters: IndexMap<String, String>,
}

impl Default for Api {
    fn default() -> Self {
        Self {
            id: "api".to_owned(),
            region: "us-east-1".to_owned(),
            account_id: "123456789012".to_owned(),
            stage: "test-invoke-stage".to_owned(),
            stage_variables: IndexMap::new(),
            binary_media_types: Vec::new(),
            models: IndexMap::new(),
            fault_responses: IndexMap::new(),
            api_key_source: ApiKeySource::default(),
            throttles: IndexMap::new(),
        }
    }
}

impl Api {
    /// The ARN of a call, which the policies of authorizers name.
    ///
    /// ```
    /// use apigw_engine::api::Api;
    ///
    /// let arn = Api::default().method_arn("GET", "/pets/7");
    /// assert_eq!(arn, "arn:aws:execute-api:us-east-1:123456789012:api/test-invoke-stage/GET/pets/7");
    /// ```
    pub fn method_arn(&self, method: &str, path: &str) -> String {
        let partition = match self.region.split('-').next() {
            Some("cn") => "aws-cn",
            _ if self.region.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        };
        let (region, account, id, stage) = (&self.region, &self.account_id, &self.id, &self.stage);
        format!("arn:{partition}:execute-api:{region}:{account}:{id}/{stage}/{method}/{}", path.trim_start_matches('/'))
    }

    /// Whether a media type, its parameters left out, is binary.
    pub(crate) fn is_binary(&self, media_type: Option<&str>) -> bool {
        let Some(media_type) = media_type.map(|full| full.split(';').next().unwrap_or(full).trim()) else {
            return false;
        };
        self.binary_media_types.iter().any(|known| match known.strip_suffix("/*") {
            Some("*") => true,
            Some(main) => media_type.split('/').next().is_some_and(|part| part.eq_ignore_ascii_case(main)),
            None => known.eq_ignore_ascii_case(media_type),
        })
    }
}

/// A method of a resource.
#[derive(Debug, Clone, Default)]
pub struct Method {
    /// The path of the resource, as `/pets/{petId}`.
    pub resource_path: String,
    /// The parameters that it declares, each with whether it is required.
    pub request_parameters: IndexMap<String, bool>,
    /// The model of the body for each media type.
    pub request_models: IndexMap<String, String>,
    /// What is checked before the integration is called.
    pub validator: RequestChecks,
    /// How it finds out who calls it.
    pub authorization: Authorization,
    /// Whether calls need an API key.
    pub needs_api_key: bool,
}

impl Method {
    /// A method of the resource at a path.
    ///
    /// ```
    /// use apigw_engine::api::Method;
    ///
    /// assert_eq!(Method::at("/pets/{petId}").resource_path, "/pets/{petId}");
    /// ```
    pub fn at(resource_path: impl Into<String>) -> Self {
        Self { resource_path: resource_path.into(), ..Self::default() }
    }

    /// Reads a method as the service's API has it. The path of its resource and what its validator checks are not in it.
    ///
    /// ```
    /// use apigw_engine::api::Method;
    ///
    /// let method = Method::from_json(&serde_json::json!({"requestParameters": {"method.request.querystring.q": true}}));
    /// assert!(method.request_parameters["method.request.querystring.q"]);
    /// ```
    pub fn from_json(value: &Value) -> Self {
        let entries = |member: &str| value.get(member).and_then(Value::as_object).into_iter().flatten();
        let is_required = |(name, value): (&String, &Value)| (name.clone(), value == &Value::Bool(true));
        let model = |(name, value): (&String, &Value)| (name.clone(), value.as_str().unwrap_or("").to_owned());
        Self {
            request_parameters: entries("requestParameters").map(is_required).collect(),
            request_models: entries("requestModels").map(model).collect(),
            authorization: Authorization::of_method(value),
            needs_api_key: value.get("apiKeyRequired") == Some(&Value::Bool(true)),
            ..Self::default()
        }
    }
}

/// What a request validator checks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RequestChecks {
    /// Whether the required parameters are there.
    pub parameters: bool,
    /// Whether the body fits its model.
    pub body: bool,
}
