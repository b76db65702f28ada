//! Request validators.

use jsonschema::{Draft, Retrieve, Uri};
use serde_json::Value;

use super::fault::Fault;
use crate::api::{Api, Method};
use crate::http::Request;
use crate::mapping::Parameters;

/// Checks a request against what its method declares.
pub(crate) fn validate(api: &Api, method: &Method, request: &Request, parameters: &Parameters) -> Result<(), Fault> {
    if method.validator.parameters {
        required_parameters(method, parameters)?;
    }
    if method.validator.body { body(api, method, request) } else { Ok(()) }
}

fn required_parameters(method: &Method, parameters: &Parameters) -> Result<(), Fault> {
    let mut required: Vec<&str> =
        method.request_parameters.iter().filter(|(_, required)| **required).map(|(name, _)| name.as_str()).collect();
    required.sort_unstable();
    let is_there = |full: &str| {
        let Some((place, name)) = full.strip_prefix("method.request.").and_then(|rest| rest.split_once('.')) else {
            return true;
        };
        match place {
            "path" => parameters.paths().contains_key(name),
            "querystring" => parameters.queries().contains_key(name),
            "header" => parameters.headers().contains_key(name),
            _ => true,
        }
    };
    let last = |full: &str| full.rsplit('.').next().unwrap_or(full).to_owned();
    let missing: Vec<String> = required.into_iter().filter(|full| !is_there(full)).map(last).collect();
    if missing.is_empty() { Ok(()) } else { Err(Fault::BadRequestParameters(missing)) }
}

fn body(api: &Api, method: &Method, request: &Request) -> Result<(), Fault> {
    let media_type = request.headers.get("Content-Type").unwrap_or("application/json");
    let plain = media_type.split(';').next().unwrap_or(media_type).trim();
    let models = &method.request_models;
    let name = models.get(media_type).or_else(|| models.get(plain)).or_else(|| models.get("$default"));
    let Some(schema) = name.and_then(|name| api.models.get(name)) else { return Ok(()) };
    let broken = |_| Fault::Configuration("Invalid model: it is no JSON Schema of draft 4.".to_owned());
    let schema: Value = serde_json::from_str(schema).map_err(|error| broken(error.to_string()))?;
    let body: &[u8] = if request.body.is_empty() { b"{}" } else { &request.body };
    let Ok(document) = serde_json::from_slice::<Value>(body) else { return Err(Fault::BadRequestBody) };
    let validator = jsonschema::options()
        .with_draft(Draft::Draft4)
        .should_validate_formats(false)
        .with_retriever(Models::of(api))
        .build(&schema)
        .map_err(|error| broken(error.to_string()))?;
    if validator.is_valid(&document) { Ok(()) } else { Err(Fault::BadRequestBody) }
}

/// The models of the API, to which `$ref` leads by their URL.
struct Models(Vec<(String, Value)>);

impl Models {
    fn of(api: &Api) -> Self {
        let read = |(name, schema): (&String, &String)| Some((name.clone(), serde_json::from_str(schema).ok()?));
        Self(api.models.iter().filter_map(read).collect())
    }
}

impl Retrieve for Models {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let uri = uri.as_str();
        let name = uri.split('#').next().and_then(|path| path.rsplit('/').next()).unwrap_or("");
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, schema)| schema.clone()).ok_or_else(|| format!("there is no model `{name}`").into())
    }
}
