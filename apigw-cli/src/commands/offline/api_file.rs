//! `--api FILE`: an API from an OpenAPI document, a template of CloudFormation or SAM, or the plan or a file of Terraform.

use apigw_cli_text::document::{Document, Map};
use apigw_engine::Routes;
use apigw_engine::api::{Api, Integration, Method, RequestChecks};
use apigw_lint::FileApi;
use apigw_spec::Operation;
use serde_json::Value;

use super::definition::{Definition, not_found};
use crate::failure::Failure;
use crate::input::api_definitions;

/// The members of a call that say what is called.
const API: &str = "restApiId";
const RESOURCE: &str = "resourceId";
const METHOD: &str = "httpMethod";
const PATH: &str = "pathWithQueryString";

/// The method that stands for all.
const ANY: &str = "ANY";

/// Members of an integration that a call without the service needs.
const NEEDED: [&str; 8] = [
    "contentHandling",
    "httpMethod",
    "integrationResponses",
    "passthroughBehavior",
    "requestParameters",
    "requestTemplates",
    "type",
    "uri",
];

/// A file with APIs.
pub(crate) struct ApiFile {
    name: String,
    text: String,
    apis: Vec<FileApi>,
}

/// A method in a file: the API, the position of its resource, and its name.
struct FoundMethod<'f> {
    api: &'f FileApi,
    resource: usize,
    method: String,
}

impl ApiFile {
    /// Reads a file.
    pub(crate) fn read(name: &str) -> Result<Self, Failure> {
        let (text, apis) = api_definitions::read(name, "run")?;
        Ok(Self { name: name.to_owned(), text, apis })
    }

    /// Adds the members of a call that the file and the path say: the API, the resource, the method.
    pub(crate) fn fill_in(&self, members: &mut Map, operation: &'static Operation) -> Result<(), Failure> {
        if !members.contains(METHOD) {
            members.insert(METHOD, "GET");
        }
        let found = self.find(members, operation)?;
        let api = found.api.name.clone();
        let resource = text(found.resource(), "id").or_else(|| text(found.resource(), "path")).unwrap_or("").to_owned();
        if !members.contains(API) {
            members.insert(API, api);
        }
        if !members.contains(RESOURCE) {
            members.insert(RESOURCE, resource);
        }
        Ok(())
    }

    /// What a call with these members runs on.
    pub(super) fn definition(&self, members: &Map, operation: &'static Operation) -> Result<Definition, Failure> {
        let found = self.find(members, operation)?;
        self.check_known(&found)?;
        let (resource, json) = (found.resource(), found.json());
        let wrong =
            |problem: String| Failure::general(format!("the method of `{}` cannot be run: {problem}", self.name));
        let integration = match json.get("methodIntegration") {
            Some(integration) => Integration::from_json(integration).map_err(|error| wrong(error.to_string()))?,
            None => return Err(wrong("it has no integration; add one".to_owned())),
        };
        let mut method = Method::from_json(json);
        text(resource, "path").unwrap_or("/").clone_into(&mut method.resource_path);
        method.validator = checks(found.api, json);

        let variables = members.get("stageVariables").and_then(Document::map).into_iter().flat_map(Map::iter);
        let parts = &found.api.parts;
        let types = parts.get("api").and_then(|api| api.get("binaryMediaTypes")).and_then(Value::as_array);
        let models = parts.get("models").and_then(Value::as_array).into_iter().flatten();
        let model = |model: &Value| Some((text(model, "name")?.to_owned(), text(model, "schema")?.to_owned()));
        let api = Api {
            id: members.get(API).and_then(Document::text).unwrap_or("").to_owned(),
            stage_variables: variables
                .map(|(name, value)| (name.to_owned(), value.text().unwrap_or("").to_owned()))
                .collect(),
            binary_media_types: types.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
            models: models.filter_map(model).collect(),
            ..Api::default()
        };
        Ok(Definition { api, method, integration })
    }

    fn find(&self, members: &Map, operation: &'static Operation) -> Result<FoundMethod<'_>, Failure> {
        let member = |name: &str| members.get(name).and_then(Document::text).filter(|text| !text.is_empty());
        let api = self.api(member(API))?;
        let resources = api.parts.get("resources").and_then(Value::as_array).map_or(&[] as &[Value], Vec::as_slice);
        let verb = member(METHOD).unwrap_or("GET");
        let found = if let Some(id) = member(RESOURCE) {
            let is_it = |resource: &Value| text(resource, "id") == Some(id) || text(resource, "path") == Some(id);
            let position = resources.iter().position(is_it);
            let position = position.ok_or_else(|| not_found(operation, "Invalid Resource identifier specified"))?;
            let methods = resources.get(position).and_then(|resource| resource.get("resourceMethods"));
            [verb, ANY]
                .into_iter()
                .find(|name| methods.and_then(|methods| methods.get(name)).is_some())
                .map(|name| (position, name.to_owned()))
        } else {
            let path = member(PATH).unwrap_or("/").split('?').next().unwrap_or("/");
            routes(resources).find(verb, path).cloned()
        };
        match found {
            Some((resource, method)) => Ok(FoundMethod { api, resource, method }),
            None => Err(not_found(operation, "Invalid Method identifier specified")),
        }
    }

    /// The API that is meant; a file with one needs no name.
    fn api(&self, name: Option<&str>) -> Result<&FileApi, Failure> {
        let chosen = self.apis.iter().find(|api| Some(api.name.as_str()) == name);
        match (chosen, self.apis.as_slice()) {
            (Some(api), _) | (None, [api]) => Ok(api),
            (None, apis) => {
                let titles: Vec<&str> = apis.iter().map(|api| api.name.as_str()).collect();
                let problem = format!("`{}` has several APIs: {}; name one", self.name, titles.join(", "));
                Err(Failure::option("--rest-api-id", problem))
            }
        }
    }

    /// Reports what the method needs and only a deployment knows.
    fn check_known(&self, found: &FoundMethod<'_>) -> Result<(), Failure> {
        let resource = found.resource.to_string();
        let checks = checks(found.api, found.json());
        let needed = found.api.unknown.iter().find(|unknown| {
            let path: Vec<&str> = unknown.path.iter().map(String::as_str).collect();
            let ["resources", position, "resourceMethods", method, rest @ ..] = path.as_slice() else { return false };
            *position == resource && *method == found.method && is_needed(rest, checks)
        });
        let Some(unknown) = needed else { return Ok(()) };
        let (line, column) = unknown.span.position(&self.text);
        let member = unknown.path.last().map_or("", String::as_str);
        let value = if unknown.shown.is_empty() { "a value".to_owned() } else { format!("`{}`", unknown.shown) };
        Err(Failure::general(format!(
            "{}:{line}:{column}: `{member}` is {value} that only a deployment knows, and the call needs it; write the \
             value, or give the parameter a default",
            self.name
        )))
    }
}

impl FoundMethod<'_> {
    fn resource(&self) -> &Value {
        let resources = self.api.parts.get("resources");
        resources.and_then(|resources| resources.get(self.resource)).unwrap_or(&Value::Null)
    }

    fn json(&self) -> &Value {
        let methods = self.resource().get("resourceMethods");
        methods.and_then(|methods| methods.get(&self.method)).unwrap_or(&Value::Null)
    }
}

/// Whether a call needs the value at a path from its method.
fn is_needed(path: &[&str], checks: RequestChecks) -> bool {
    match path {
        ["methodIntegration", member, ..] => NEEDED.contains(member),
        ["methodIntegration" | "requestValidatorId"] | [] => true,
        ["requestModels", ..] => checks.body,
        // A path that leads to the method has its variables.
        ["requestParameters", name] if name.starts_with("method.request.path.") => false,
        ["requestParameters", ..] => checks.parameters,
        _ => false,
    }
}

/// Which method of which resource serves a request.
fn routes(resources: &[Value]) -> Routes<(usize, String)> {
    let mut routes = Vec::new();
    for (position, resource) in resources.iter().enumerate() {
        let Some(path) = text(resource, "path") else { continue };
        let methods = resource.get("resourceMethods").and_then(Value::as_object).into_iter().flatten();
        routes.extend(methods.map(|(name, _)| (path, name.as_str(), (position, name.clone()))));
    }
    routes.into_iter().collect()
}

/// What the validator of a method checks.
fn checks(api: &FileApi, method: &Value) -> RequestChecks {
    let id = text(method, "requestValidatorId");
    let validators = api.parts.get("requestValidators").and_then(Value::as_array).into_iter().flatten();
    let validator = validators.filter(|_| id.is_some()).find(|validator| text(validator, "id") == id);
    let is_on = |flag: &str| validator.and_then(|validator| validator.get(flag)) == Some(&Value::Bool(true));
    RequestChecks { parameters: is_on("validateRequestParameters"), body: is_on("validateRequestBody") }
}

fn text<'v>(value: &'v Value, member: &str) -> Option<&'v str> {
    value.get(member).and_then(Value::as_str)
}
