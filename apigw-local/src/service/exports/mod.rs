//! Exports of what a stage serves, as OpenAPI documents.

mod authorizers;
mod extensions;
mod integration;
mod operation;
mod options;
mod order;
mod schema;

use apigw_model::{Blob, ExportResponse, GetExport, RestApi};
use serde_json::{Map, Value as Json, json};

use crate::check::check_input;
use crate::pretty::{pretty, yaml};
use crate::refusal::{Answer, refusal};
use crate::store::{Snapshot, State};
use options::{ExportOptions, Version};
use order::hashed;

/// What every export is sent as.
const CONTENT_TYPE: &str = "application/octet-stream";

/// What is exported, and how.
struct Export<'e> {
    id: &'e str,
    region: &'e str,
    stage: &'e str,
    /// The version of the API: its own, or the moment of the deployment.
    version: String,
    snapshot: &'e Snapshot,
    options: ExportOptions,
}

pub(super) fn get_export(state: &mut State, input: GetExport) -> Answer<ExportResponse> {
    let api = state.api(&input.rest_api_id)?;
    let stage = api.stage(&input.stage_name)?;
    check_input(state, &input)?;
    let unknown = || refusal("identifier-unknown", &[("kind", "Export type")]);
    let version = Version::new(&input.export_type).ok_or_else(unknown)?;
    let options = ExportOptions::new(version, input.parameters.as_ref(), input.accepts.as_deref());
    let deployment = stage.deployment_id.as_deref().unwrap_or_default();
    let deployed = api.deployments.get(deployment).ok_or_else(|| refusal("deployment-id-unknown", &[]))?;

    let moment = deployed
        .deployment
        .created_date
        .map(|moment| apigw_model::timestamp::to_text(moment, apigw_spec::shape::TimestampFormat::DateTime));
    let version = deployed.snapshot.settings.version.clone().filter(|version| !version.is_empty());
    let export = Export {
        id: &input.rest_api_id,
        region: &state.region,
        stage: &input.stage_name,
        version: version.or(moment).unwrap_or_default(),
        snapshot: &deployed.snapshot,
        options,
    };
    let mut document = export.document();
    if export.options.has_documentation {
        extensions::add_documentation(&mut document, api, stage.documentation_version.as_deref());
    }

    let is_yaml = export.options.is_yaml;
    let body = if is_yaml { yaml(&document) } else { pretty(&document) };
    let ending = if is_yaml { "yaml" } else { "json" };
    let name = format!("{}_{}.{ending}", input.export_type, export.version);
    Ok(ExportResponse::builder()
        .content_type(CONTENT_TYPE)
        .content_disposition(format!("attachment; filename=\"{name}\""))
        .body(Blob::new(body.into_bytes()))
        .build())
}

impl Export<'_> {
    fn document(&self) -> Json {
        let settings = &self.snapshot.settings;
        let mut document = match self.options.version {
            Version::Swagger => self.head_of_version_2(settings),
            Version::OpenApi3 => self.head_of_version_3(settings),
        };
        document.insert("paths".to_owned(), self.paths());
        self.add_components(&mut document);
        if self.options.has_gateway {
            extensions::add_extensions(&mut document, self.snapshot);
        }
        Json::Object(document)
    }

    fn information(&self, settings: &RestApi) -> Json {
        let mut info = Map::new();
        if let Some(description) = &settings.description {
            info.insert("description".to_owned(), description.as_str().into());
        }
        info.insert("version".to_owned(), self.version.as_str().into());
        info.insert("title".to_owned(), settings.name.as_deref().unwrap_or_default().into());
        Json::Object(info)
    }

    fn host(&self) -> String {
        format!("{}.execute-api.{}.amazonaws.com", self.id, self.region)
    }

    fn head_of_version_2(&self, settings: &RestApi) -> Map<String, Json> {
        let mut head = Map::new();
        head.insert("swagger".to_owned(), "2.0".into());
        head.insert("info".to_owned(), self.information(settings));
        head.insert("host".to_owned(), self.host().into());
        head.insert("basePath".to_owned(), format!("/{}", self.stage).into());
        head.insert("schemes".to_owned(), json!(["https"]));
        head
    }

    fn head_of_version_3(&self, settings: &RestApi) -> Map<String, Json> {
        let mut head = Map::new();
        head.insert("openapi".to_owned(), "3.0.1".into());
        head.insert("info".to_owned(), self.information(settings));
        let url = format!("https://{}/{{basePath}}", self.host());
        let variables = json!({"basePath": {"default": self.stage}});
        head.insert("servers".to_owned(), json!([{"url": url, "variables": variables}]));
        head
    }

    /// The paths of the resources that have methods.
    fn paths(&self) -> Json {
        let mut resources: Vec<_> =
            self.snapshot.resources.values().filter(|resource| resource.resource_methods.is_some()).collect();
        resources.sort_by(|one, other| one.path.cmp(&other.path));
        let paths = resources.into_iter().map(|resource| {
            let methods = resource.resource_methods.iter().flatten();
            let item = methods.map(|(name, method)| {
                let key = match name.as_str() {
                    "ANY" => "x-amazon-apigateway-any-method".to_owned(),
                    name => name.to_lowercase(),
                };
                (key, self.operation(resource, method))
            });
            (resource.path.clone().unwrap_or_default(), Json::Object(item.collect()))
        });
        Json::Object(paths.collect())
    }

    /// Adds the models and the security schemes.
    fn add_components(&self, document: &mut Map<String, Json>) {
        let is_version_2 = self.options.version == Version::Swagger;
        let prefix = self.options.version.schemas();
        let models = hashed(self.snapshot.models.keys(), |name| name.as_str()).into_iter().filter_map(|name| {
            let schema = self.snapshot.models.get(name)?.schema.as_deref()?;
            Some((name.clone(), schema::exported_schema(schema, prefix)?))
        });
        let models: Map<String, Json> = models.collect();
        let schemes = self.security_schemes();
        let mut components = Map::new();
        let target = if is_version_2 { &mut *document } else { &mut components };
        let names = if is_version_2 { ("definitions", "securityDefinitions") } else { ("schemas", "securitySchemes") };
        if !schemes.is_empty() {
            target.insert(names.1.to_owned(), Json::Object(schemes));
        }
        if !models.is_empty() {
            target.insert(names.0.to_owned(), Json::Object(models));
        }
        if !is_version_2 {
            document.insert("components".to_owned(), Json::Object(components));
        }
    }
}
