//! What a document as a whole defines.

use super::authorizer::Scheme;
use super::document::{INTEGRATION, OpenApi};
use super::method::OpenApiOperation;
use super::resource::ResourceTree;
use super::table;
use crate::definition::{ApiDefinition, DefinitionPart, EntryKind, ModelNames, PartFields, PartRequest};
use crate::read::SourceNode;

const VALIDATORS: &str = "x-amazon-apigateway-request-validators";
const GATEWAY_RESPONSES: &str = "x-amazon-apigateway-gateway-responses";

/// What a document defines.
#[derive(Debug)]
pub(crate) enum OpenApiKind {
    /// A REST API.
    Rest(ApiDefinition),
    /// An HTTP API, which is another service.
    Http,
    /// An API that is not deployed to API Gateway: there is no extension in it.
    Elsewhere,
}

/// The settings of the API itself, which a request makes.
pub(crate) fn settings<'r>(requests: impl IntoIterator<Item = &'r PartRequest>) -> Option<&'r DefinitionPart> {
    let operation = table::word("requests", "api")?;
    requests.into_iter().find(|request| request.operation == operation).map(|request| &request.input)
}

impl<'d, 't> OpenApi<'d, 't> {
    /// What the document defines. The body of a resource is a definition even if no extension says so.
    pub(crate) fn definition(&self, is_body: bool) -> OpenApiKind {
        if self.is_http_api() {
            return OpenApiKind::Http;
        }
        if !is_body && !self.has_extension() {
            return OpenApiKind::Elsewhere;
        }

        let mut api = self.rest();
        api.is_deployable = !is_body && self.operations().any(|operation| operation.get(INTEGRATION).is_some());
        OpenApiKind::Rest(api)
    }

    /// What the document defines as a REST API.
    pub(crate) fn rest(&self) -> ApiDefinition {
        let mut api = ApiDefinition::new(EntryKind::Import);
        self.resources(&mut api);
        self.models(&mut api);
        self.validators(&mut api);
        self.authorizers(&mut api);
        self.responses_of_the_service(&mut api);
        self.settings(&mut api);
        api
    }

    fn operations(&self) -> impl Iterator<Item = &'d SourceNode<'t>> {
        let paths = self.root.get("paths").map(SourceNode::entries).unwrap_or_default();
        let items = paths.iter().flat_map(|(_, item)| item.entries());
        items.filter(|(key, _)| key.text().is_some_and(|key| table::word("httpMethods", key).is_some())).map(|(_, o)| o)
    }

    fn has_extension(&self) -> bool {
        let has = |node: &SourceNode<'_>| {
            node.entries().iter().any(|(key, _)| key.text().is_some_and(|key| key.starts_with("x-amazon-apigateway-")))
        };
        has(self.root) || self.operations().any(has) || self.schemes.iter().any(Scheme::is_extended)
    }

    fn is_http_api(&self) -> bool {
        let has = |node: &SourceNode<'_>, place| table::http_api_marks(place).any(|mark| node.get(mark).is_some());
        let integrations = || self.operations().filter_map(|operation| operation.get(INTEGRATION));
        let listener = |integration: &SourceNode<'_>| {
            integration.get("uri").and_then(SourceNode::text).is_some_and(|uri| {
                ["elasticloadbalancing", "servicediscovery"]
                    .iter()
                    .any(|service| uri.split(':').nth(2) == Some(service))
            })
        };
        has(self.root, "document")
            || self.root.get("components").is_some_and(|components| has(components, "document"))
            || integrations().any(|integration| has(integration, "integration") || listener(integration))
            || self.schemes.iter().filter_map(Scheme::extension).any(|extension| has(extension, "authorizer"))
    }

    fn resources(&self, api: &mut ApiDefinition) {
        let Some((name, shape)) = self.shapes.part("resources") else { return };
        let Some(paths) = self.root.get("paths") else { return };
        let mut tree = ResourceTree::default();
        for (path, item) in paths.entries() {
            let Some(text) = path.text().filter(|text| text.starts_with('/')) else { continue };
            let Some(item) = self.resolve(item) else { continue };
            let mut methods = PartFields::default();
            for (key, operation) in item.entries() {
                let Some(method) = key.text().and_then(|key| table::word("httpMethods", key)) else { continue };
                let operation = OpenApiOperation { document: self, path: text, item, key, node: operation, shape };
                methods.push(method, key.span(), operation.method(method));
            }
            tree.add(text, path.span(), methods);
        }
        api.add_list(name, tree.into_parts(), paths.span());
    }

    fn models(&self, api: &mut ApiDefinition) {
        let Some((name, _)) = self.shapes.part("models") else { return };
        let found = [self.root.get("definitions"), self.root.at(&["components", "schemas"])];
        // A document without any is put together with its models later.
        if found.iter().all(Option::is_none) {
            return;
        }
        let mut items = Vec::new();
        for (key, schema) in self.schemas() {
            let Some(text) = key.text() else { continue };
            let mut model = PartFields::with_capacity(4);
            model.push("name", key.span(), DefinitionPart::text(text, key.span()));
            let description = schema.get("description").and_then(SourceNode::text).filter(|text| !text.is_empty());
            if let Some(description) = description.filter(|_| self.is_final()) {
                model.push("description", key.span(), DefinitionPart::text(description, schema.span()));
            }
            let known = self.is_final().then(|| DefinitionPart::text(schema.to_json().to_string(), schema.span()));
            model.push("schema", key.span(), known.unwrap_or_else(|| DefinitionPart::opaque(schema.span())));
            model.push("contentType", key.span(), DefinitionPart::fixed("application/json", key.span()));
            items.push(DefinitionPart::structure(model, key.span()));
        }
        api.add_list(name, items, self.root.span());
    }

    fn validators(&self, api: &mut ApiDefinition) {
        let (Some((name, shape)), Some(validators)) =
            (table::word("parts", VALIDATORS).and_then(|name| self.shapes.part(name)), self.root.get(VALIDATORS))
        else {
            return;
        };
        let mut items = Vec::new();
        for (key, validator) in validators.entries() {
            let Some(text) = key.text() else { continue };
            let mut fields = self.structure(validator, shape, &ModelNames);
            fields.push("name", key.span(), DefinitionPart::text(text, key.span()));
            fields.push("id", key.span(), DefinitionPart::text(text, key.span()));
            if let Some(operation) = table::word("requests", VALIDATORS) {
                let mut input = fields.clone();
                input.push("restApiId", key.span(), DefinitionPart::opaque(key.span()));
                api.add_request(operation, text, DefinitionPart::structure(input, key.span()));
            }
            items.push(DefinitionPart::structure(fields, key.span()));
        }
        api.add_list(name, items, validators.span());
    }

    fn authorizers(&self, api: &mut ApiDefinition) {
        let Some((name, shape)) = self.shapes.part("authorizers") else { return };
        let items = self.schemes.iter().filter_map(|scheme| scheme.authorizer(shape, self.is_final())).collect();
        api.add_list(name, items, self.root.span());
    }

    fn responses_of_the_service(&self, api: &mut ApiDefinition) {
        let Some(operation) = table::word("requests", GATEWAY_RESPONSES) else { return };
        let Some(shape) = self.shapes.input(operation) else { return };
        for (key, response) in self.root.get(GATEWAY_RESPONSES).map(SourceNode::entries).unwrap_or_default() {
            let Some(text) = key.text() else { continue };
            let mut fields = self.structure(response, shape, &ModelNames);
            fields.push("responseType", key.span(), DefinitionPart::text(text, key.span()));
            fields.push("restApiId", key.span(), DefinitionPart::opaque(key.span()));
            api.add_request(operation, text, DefinitionPart::structure(fields, key.span()));
        }
    }
}
