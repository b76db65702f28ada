//! The API, the method and the integration of a call.

use apigw_cli_text::document::{Document, Map};
use apigw_engine::api::{Api, Integration, InvalidDefinition, Method, RequestChecks};
use apigw_spec::{Operation, Shape};

use super::parts::{Labels, Parts, shape_at};
use crate::failure::{Failure, ServiceError};
use crate::input::value::InputValue;
use crate::terminal::stdout;

const API: &str = "/restapis/{restApiId}";
const RESOURCE: &str = "/restapis/{restApiId}/resources/{resourceId}";
const METHOD: &str = "/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}";
const MODELS: &str = "/restapis/{restApiId}/models";
const MODEL: &str = "/restapis/{restApiId}/models/{modelName}";
const VALIDATOR: &str = "/restapis/{restApiId}/requestvalidators/{requestValidatorId}";

/// The method that stands for all.
const ANY: &str = "ANY";

/// What a call runs on.
#[derive(Debug)]
pub(super) struct Definition {
    /// The API.
    pub(super) api: Api,
    /// The method.
    pub(super) method: Method,
    /// Its integration.
    pub(super) integration: Integration,
}

/// Reads what a call with these members runs on.
pub(super) fn read(parts: &Parts<'_>, members: &Map, operation: &'static Operation) -> Result<Definition, Failure> {
    let text = |name: &str| members.get(name).and_then(Document::text).unwrap_or("");
    let labels = [("restApiId", text("restApiId")), ("resourceId", text("resourceId"))];
    let resource = parts.part(RESOURCE, &labels)?;
    if resource.is_none() && matches!(parts, Parts::Service(_)) {
        return Err(not_found(operation, "Invalid Resource identifier specified"));
    }
    let Some(found) = find_method(parts, resource.as_ref(), &labels, text("httpMethod"))? else {
        if matches!(parts, Parts::Files(_)) {
            let name = text("httpMethod");
            stdout::print_error(&format!(
                "apigw: help: no file of --given has a method {name} of this resource; print the resources with `--embed \
                 methods`, or the method\n"
            ));
        }
        return Err(not_found(operation, "Invalid Method identifier specified"));
    };
    let path = resource.as_ref().and_then(|resource| resource.get("path")).and_then(Document::text);
    if path.is_none() {
        stdout::print_error(
            "apigw: warning: no file of --given has the resource, so its path is not known; there are no path parameters\n",
        );
    }

    let integration = match found.get("methodIntegration") {
        Some(Document::Map(integration)) => integration_of(integration)?,
        _ => return Err(Failure::general("the method has no integration; put one, or give the method that has one")),
    };
    let mut method = structured(METHOD, &found, |shape, value| Ok(Method::from_members(shape, value)))?;
    let called = text("pathWithQueryString").split('?').next().filter(|path| !path.is_empty()).unwrap_or("/");
    path.unwrap_or(called).clone_into(&mut method.resource_path);
    method.validator = checks(parts, &found, labels[0])?;
    let api = api(parts, &method, members, labels[0])?;
    Ok(Definition { api, method, integration })
}

/// The method, or the one that stands for all. A resource that was printed with its methods has it.
fn find_method(
    parts: &Parts<'_>,
    resource: Option<&Map>,
    labels: &Labels<'_>,
    name: &str,
) -> Result<Option<Map>, Failure> {
    let methods = resource.and_then(|resource| resource.get("resourceMethods")).and_then(Document::map);
    for name in [name, ANY] {
        let of_resource = methods.and_then(|methods| methods.get(name)).and_then(Document::map);
        if let Some(method) = of_resource.filter(|method| method.get("methodIntegration").is_some()) {
            return Ok(Some(method.clone()));
        }
        let is_known = methods.is_none_or(|methods| methods.contains(name));
        if is_known {
            let labels = [labels, &[("httpMethod", name)]].concat();
            if let Some(method) = parts.part(METHOD, &labels)? {
                return Ok(Some(method));
            }
        }
    }
    Ok(None)
}

/// What a validator of the method checks.
fn checks(parts: &Parts<'_>, method: &Map, api: (&'static str, &str)) -> Result<RequestChecks, Failure> {
    let Some(id) = method.get("requestValidatorId").and_then(Document::text) else {
        return Ok(RequestChecks::default());
    };
    let Some(validator) = parts.part(VALIDATOR, &[api, ("requestValidatorId", id)])? else {
        stdout::print_error(&format!(
            "apigw: warning: no file of --given has the request validator {id}; the request is not validated\n"
        ));
        return Ok(RequestChecks::default());
    };
    let is_on = |member: &str| validator.get(member) == Some(&Document::Boolean(true));
    Ok(RequestChecks { parameters: is_on("validateRequestParameters"), body: is_on("validateRequestBody") })
}

/// What belongs to the API. The models are read only if the body is checked by one.
fn api(parts: &Parts<'_>, method: &Method, members: &Map, label: (&'static str, &str)) -> Result<Api, Failure> {
    let known = parts.part(API, &[label])?.unwrap_or_default();
    let models = if method.validator.body && !method.request_models.is_empty() {
        parts.parts(MODELS, MODEL, &[label])?
    } else {
        Vec::new()
    };
    let text = |map: &Map, name: &str| map.get(name).and_then(Document::text).unwrap_or("").to_owned();
    let variables = members.get("stageVariables").and_then(Document::map);
    let types = match known.get("binaryMediaTypes") {
        Some(Document::List(types)) => types.as_slice(),
        _ => &[],
    };
    Ok(Api {
        id: label.1.to_owned(),
        stage_variables: variables
            .into_iter()
            .flat_map(Map::iter)
            .map(|(name, value)| (name.to_owned(), value.text().unwrap_or("").to_owned()))
            .collect(),
        binary_media_types: types.iter().filter_map(Document::text).map(str::to_owned).collect(),
        models: models.iter().map(|model| (text(model, "name"), text(model, "schema"))).collect(),
        ..Api::default()
    })
}

/// An integration with its responses.
fn integration_of(integration: &Map) -> Result<Integration, Failure> {
    let shape = shape_at(METHOD).and_then(|shape| {
        let member = shape.members().iter().find(|member| member.name == "methodIntegration");
        member.map(|member| member.target.shape())
    });
    let shape = shape.ok_or_else(unreadable)?;
    let wrong = |error: InvalidDefinition| Failure::general(format!("the integration cannot be run: {error}"));
    Integration::from_members(shape, &InputValue::new(integration, shape)).map_err(wrong)
}

fn structured<T>(
    uri: &str,
    map: &Map,
    read: impl Fn(&'static Shape, &InputValue) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let shape = shape_at(uri).ok_or_else(unreadable)?;
    read(shape, &InputValue::new(map, shape))
}

fn unreadable() -> Failure {
    Failure::general("the specification has no operation that reads methods")
}

/// The error with which the service answers.
pub(super) fn not_found(operation: &'static Operation, message: &str) -> Failure {
    let codes = operation.errors.iter().map(|target| target.shape().name());
    let code = codes.into_iter().find(|code| code.starts_with("NotFound")).unwrap_or_default();
    Failure::Service(Box::new(ServiceError {
        code: code.to_owned(),
        message: message.to_owned(),
        operation: operation.name,
        ..ServiceError::default()
    }))
}
