//! Operations of a document as methods with their integrations and responses.

use apigw_spec::Shape;

use super::authorizer::Authorization;
use super::document::{INTEGRATION, OpenApi, model};
use super::integration::integration_part;
use super::note::DocumentNote;
use super::schema::SchemaUse;
use super::table;
use crate::definition::{DefinitionPart, MemberNames, PartFields, PartItems, PartValue, below};
use crate::read::{SourceNode, SourceSpan};

const AUTH: &str = "x-amazon-apigateway-auth";
const VALIDATOR: &str = "x-amazon-apigateway-request-validator";
/// The content type of documents that name none.
const CONTENT_TYPE: &str = "application/json";
/// How many members a method mostly has.
const METHOD: usize = 5;

/// An operation.
pub(super) struct OpenApiOperation<'o, 'd, 't> {
    pub(super) document: &'o OpenApi<'d, 't>,
    /// The path.
    pub(super) path: &'o str,
    /// The path item.
    pub(super) item: &'d SourceNode<'t>,
    pub(super) key: &'d SourceNode<'t>,
    pub(super) node: &'d SourceNode<'t>,
    /// The shape of a resource.
    pub(super) shape: &'static Shape,
}

/// The members of a method that have a key of their own in an operation.
struct OperationNames;

impl MemberNames for OperationNames {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        let member = table::word("operation", key)?;
        shape.structure().member(member).map(|(_, member)| member.name)
    }
}

impl<'d, 't> OpenApiOperation<'_, 'd, 't> {
    /// The method.
    pub(super) fn method(&self, http_method: &'static str) -> DefinitionPart {
        let span = self.key.span();
        let Some(shape) = below(self.shape, &["resourceMethods"]) else { return DefinitionPart::opaque(span) };
        let mut method = PartFields::with_capacity(METHOD);
        self.document.add_members(&mut method, self.node, shape, &OperationNames);
        method.push("httpMethod", span, DefinitionPart::fixed(http_method, span));
        method.push("requestParameters", span, self.parameters());
        if let Some(models) = self.request_models() {
            method.push("requestModels", span, models);
        }
        if method.part("requestValidatorId").is_none()
            && let Some((key, name)) = self.document.root.entry(VALIDATOR)
            && let Some(text) = name.text()
        {
            method.push("requestValidatorId", key.span(), DefinitionPart::text(text, name.span()));
        }

        self.authorization(&mut method);
        if let Some((key, responses)) = self.node.entry("responses") {
            method.push("methodResponses", key.span(), self.responses(responses));
        }
        if let Some((key, integration)) = self.node.entry(INTEGRATION)
            && let Some(part) = integration_part(self.document, integration, shape, || self.label())
        {
            method.push("methodIntegration", key.span(), part);
        }
        DefinitionPart::structure(method, span)
    }

    /// What the service calls the operation.
    fn label(&self) -> String {
        let key = self.key.text().unwrap_or_default();
        format!("{} {}", table::word("httpMethods", key).unwrap_or_default(), self.path)
    }

    /// The declared parameters; those of the operation go before those of the path.
    fn parameters(&self) -> DefinitionPart {
        let mut fields = PartFields::default();
        for node in [self.node, self.item] {
            for parameter in node.get("parameters").map(SourceNode::items).unwrap_or_default() {
                let Some(parameter) = self.document.resolve(parameter) else {
                    fields.open();
                    continue;
                };
                let place = parameter.get("in").and_then(SourceNode::text);
                let Some(location) = place.and_then(|place| table::word("locations", place)) else { continue };
                let Some(name) = parameter.get("name") else { continue };
                let Some(text) = name.text() else {
                    fields.open();
                    continue;
                };
                let key = ["method.request.", location, ".", text].concat();
                if fields.field(&key).is_none() {
                    let required = parameter.get("required").and_then(SourceNode::boolean).unwrap_or(false);
                    fields.push(key, name.span(), DefinitionPart::new(PartValue::Boolean(required), name.span()));
                }
            }
        }
        self.add_variables(&mut fields);
        DefinitionPart::new(PartValue::Map(fields), self.key.span())
    }

    /// Adds the variables of the path, which an import declares for documents that do not.
    fn add_variables(&self, fields: &mut PartFields) {
        let Some(location) = table::word("locations", "path") else { return };
        for variable in self.path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}')) {
            let key = ["method.request.", location, ".", variable.trim_end_matches('+')].concat();
            if fields.field(&key).is_none() {
                let value = if self.document.is_final() { PartValue::Boolean(true) } else { PartValue::Opaque };
                fields.push(key, self.key.span(), DefinitionPart::new(value, self.key.span()));
            }
        }
    }

    /// The content types that the operation takes or gives, in version 2.
    fn content_types(&self, key: &str) -> Vec<&'d str> {
        let found = self.node.get(key).or_else(|| self.document.root.get(key));
        let types: Vec<_> =
            found.map(SourceNode::items).unwrap_or_default().iter().filter_map(SourceNode::text).collect();
        if types.is_empty() { vec![CONTENT_TYPE] } else { types }
    }

    fn request_models(&self) -> Option<DefinitionPart> {
        let mut fields = PartFields::default();
        for parameter in self.node.get("parameters").map(SourceNode::items).unwrap_or_default() {
            let parameter = self.document.resolve(parameter)?;
            if parameter.get("in").and_then(SourceNode::text) == Some("body")
                && let Some(schema) = parameter.get("schema")
            {
                for content_type in self.content_types("consumes") {
                    self.add_model(content_type, schema, None, &mut fields);
                }
            }
        }

        if let Some(body) = self.node.get("requestBody") {
            self.add_content(self.document.resolve(body)?, None, &mut fields);
        }
        (!fields.is_empty()).then(|| DefinitionPart::new(PartValue::Map(fields), self.key.span()))
    }

    /// What callers must bring: by the operation, or by the whole document.
    fn authorization(&self, method: &mut PartFields) {
        let push_type = |method: &mut PartFields, text: &str, span: SourceSpan| {
            method.push("authorizationType", span, DefinitionPart::text(text, span));
        };
        if let Some(kind) = self.node.get(AUTH).and_then(|auth| auth.get("type"))
            && let Some(text) = kind.text()
        {
            return push_type(method, &text.to_ascii_uppercase(), kind.span());
        }

        let security = self.node.get("security").or_else(|| self.document.root.get("security"));
        let requirements = security.map(SourceNode::items).unwrap_or_default();
        for (key, scopes) in requirements.iter().flat_map(SourceNode::entries) {
            let scheme = self.document.schemes.iter().find(|scheme| Some(scheme.name()) == key.text());
            match scheme.map(super::authorizer::Scheme::authorization) {
                Some(Authorization::Authorizer(kind)) if method.part("authorizerId").is_none() => {
                    match kind {
                        Some(kind) => push_type(method, kind, key.span()),
                        None => method.push("authorizationType", key.span(), DefinitionPart::opaque(key.span())),
                    }
                    method.push(
                        "authorizerId",
                        key.span(),
                        DefinitionPart::text(key.text().unwrap_or_default(), key.span()),
                    );
                    let scope = |node: &SourceNode<'_>| match node.text().filter(|_| self.document.is_final()) {
                        Some(text) => DefinitionPart::text(text, node.span()),
                        None => DefinitionPart::opaque(node.span()),
                    };
                    let scopes: Vec<_> = scopes.items().iter().map(scope).collect();
                    if !scopes.is_empty() {
                        let list = DefinitionPart::new(PartValue::List(PartItems(scopes)), key.span());
                        method.push("authorizationScopes", key.span(), list);
                    }
                }
                Some(Authorization::Type(kind)) if method.part("authorizationType").is_none() => {
                    push_type(method, kind, key.span());
                }
                Some(Authorization::Key) => {
                    method.push(
                        "apiKeyRequired",
                        key.span(),
                        DefinitionPart::new(PartValue::Boolean(true), key.span()),
                    );
                }
                _ => {}
            }
        }
    }

    /// The responses that the method declares.
    fn responses(&self, node: &'d SourceNode<'t>) -> DefinitionPart {
        let mut fields = PartFields::default();
        for (key, response) in node.entries() {
            let Some(status) = key.text() else {
                fields.open();
                continue;
            };
            let is_status = status.len() == 3 && status.bytes().all(|byte| byte.is_ascii_digit());
            if !is_status {
                // `default` and `2XX` stand for statuses that the document does not list.
                if !status.starts_with("x-") {
                    fields.open();
                    self.document.note(DocumentNote::DefaultResponse { operation: self.label() });
                }
                continue;
            }

            let part = match self.document.resolve(response) {
                Some(response) if !response.is_null() => self.response(key, status, response),
                _ if self.document.is_final() => self.response(key, status, response),
                _ => DefinitionPart::opaque(key.span()),
            };
            fields.push(status.to_owned(), key.span(), part);
        }
        DefinitionPart::new(PartValue::Map(fields), node.span())
    }

    fn response(&self, key: &SourceNode<'_>, status: &str, node: &'d SourceNode<'t>) -> DefinitionPart {
        let mut response = PartFields::with_capacity(3);
        response.push("statusCode", key.span(), DefinitionPart::text(status, key.span()));
        let declared = node.get("headers").map(SourceNode::entries).unwrap_or_default();
        let mut headers = PartFields::with_capacity(declared.len());
        for (key, _) in declared {
            match key.text() {
                Some(name) => headers.push(
                    ["method.response.header.", name].concat(),
                    key.span(),
                    DefinitionPart::new(PartValue::Boolean(false), key.span()),
                ),
                None => headers.open(),
            }
        }
        response.push("responseParameters", key.span(), DefinitionPart::new(PartValue::Map(headers), key.span()));

        let mut models = PartFields::default();
        if let Some(schema) = node.get("schema") {
            for content_type in self.content_types("produces") {
                self.add_model(content_type, schema, Some(status), &mut models);
            }
        }
        self.add_content(node, Some(status), &mut models);
        if !models.is_empty() {
            response.push("responseModels", key.span(), DefinitionPart::new(PartValue::Map(models), key.span()));
        }
        DefinitionPart::structure(response, key.span())
    }

    /// Adds the models of a body or response of version 3.
    fn add_content(&self, node: &SourceNode<'_>, status: Option<&str>, fields: &mut PartFields) {
        for (key, media) in node.get("content").map(SourceNode::entries).unwrap_or_default() {
            if let (Some(text), Some(schema)) = (key.text(), media.get("schema")) {
                self.add_model(text, schema, status, fields);
            }
        }
    }

    /// Adds the model of a schema for a content type.
    fn add_model(&self, content_type: &str, schema: &SourceNode<'_>, status: Option<&str>, fields: &mut PartFields) {
        let model = if self.document.is_final() {
            self.document.imported_model(schema, &SchemaUse { status, operation: &self.label() })
        } else {
            Some(model(schema))
        };
        if let Some(model) = model {
            fields.push(content_type.to_owned(), schema.span(), model);
        }
    }
}
