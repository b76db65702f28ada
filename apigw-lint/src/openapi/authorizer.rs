//! Security schemes, those that API Gateway makes authorizers of among them.

use apigw_spec::Shape;

use super::table;
use crate::definition::{DefinitionPart, FinalNames, ModelNames, structure};
use crate::read::SourceNode;

const EXTENSION: &str = "x-amazon-apigateway-authorizer";
const AUTH_TYPE: &str = "x-amazon-apigateway-authtype";
/// The kind of authorization that the signature of AWS stands for.
const SIGNATURE: (&str, &str) = ("awsSigv4", "AWS_IAM");

/// A security scheme.
pub(super) struct Scheme<'d> {
    key: &'d SourceNode<'d>,
    node: &'d SourceNode<'d>,
}

/// The security schemes of a document.
pub(super) fn schemes<'d>(root: &'d SourceNode<'_>) -> Vec<Scheme<'d>> {
    let found = [root.get("securityDefinitions"), root.at(&["components", "securitySchemes"])];
    let entries = found.into_iter().flatten().flat_map(SourceNode::entries);
    entries.map(|(key, node)| Scheme { key, node }).collect()
}

/// What a scheme demands of the callers of a method.
pub(super) enum Authorization {
    /// An authorizer, by the name of the scheme, with the type of authorization if it is known.
    Authorizer(Option<&'static str>),
    /// Another type of authorization.
    Type(&'static str),
    /// An API key.
    Key,
    /// Nothing that API Gateway looks at.
    Ignored,
}

impl<'d> Scheme<'d> {
    /// The name of the scheme.
    pub(super) fn name(&self) -> &'d str {
        self.key.text().unwrap_or_default()
    }

    /// The extension that describes the authorizer.
    pub(super) fn extension(&self) -> Option<&'d SourceNode<'d>> {
        self.node.get(EXTENSION).filter(|node| node.is_map())
    }

    /// Whether the scheme has an extension of API Gateway.
    pub(super) fn is_extended(&self) -> bool {
        self.node.get(EXTENSION).is_some() || self.node.get(AUTH_TYPE).is_some()
    }

    /// What the scheme demands.
    pub(super) fn authorization(&self) -> Authorization {
        if let Some(extension) = self.extension() {
            let kind = extension.get("type").and_then(SourceNode::text).map(str::to_ascii_uppercase);
            return Authorization::Authorizer(kind.and_then(|kind| table::word("authorizationTypes", &kind)));
        }
        let text = |key| self.node.get(key).and_then(SourceNode::text);
        match text(AUTH_TYPE) {
            Some(found) if found.eq_ignore_ascii_case(SIGNATURE.0) => Authorization::Type(SIGNATURE.1),
            Some(_) => Authorization::Authorizer(None),
            None if self.is_key() => Authorization::Key,
            None => Authorization::Ignored,
        }
    }

    /// Whether the scheme asks for a key of the service.
    fn is_key(&self) -> bool {
        let is = |key: &str| {
            let found = self.node.get(key).and_then(SourceNode::text);
            found.zip(table::word("keyScheme", key)).is_some_and(|(found, wanted)| found.eq_ignore_ascii_case(wanted))
        };
        is("type") && is("name")
    }

    /// The authorizer that the scheme becomes; in a document that is imported as it is, the text of which is final.
    pub(super) fn authorizer(&self, shape: &Shape, is_final: bool) -> Option<DefinitionPart> {
        let span = self.key.span();
        let Some(extension) = self.extension() else {
            // The authorizer of another document, by its name.
            let is_named = matches!(self.authorization(), Authorization::Authorizer(_));
            return is_named.then(|| DefinitionPart::opaque(span));
        };

        let mut fields = if is_final {
            structure(extension, shape, &FinalNames(&ModelNames))
        } else {
            structure(extension, shape, &ModelNames)
        };
        if let Some((key, kind)) = self.node.entry(AUTH_TYPE)
            && let Some(text) = kind.text()
        {
            fields.push("authType", key.span(), DefinitionPart::text(text, kind.span()));
        }
        fields.remove("id");
        fields.push("id", span, DefinitionPart::text(self.name(), span));
        fields.remove("name");
        fields.push("name", span, DefinitionPart::text(self.name(), span));
        // What is empty is taken from the scheme too.
        if fields.part("identitySource").is_none_or(|source| source.known_text() == Some("")) {
            fields.remove("identitySource");
            let source = self.identity_source(extension);
            fields.push("identitySource", span, source);
        }
        Some(DefinitionPart::structure(fields, extension.span()))
    }

    /// The header that the scheme names, which authorizers read that look at one header.
    fn identity_source(&self, extension: &SourceNode<'_>) -> DefinitionPart {
        let text = |key| self.node.get(key).and_then(SourceNode::text);
        let name = self.node.get("name");
        match (text("in"), name.and_then(|name| name.text().map(|text| (name, text)))) {
            (Some("header"), Some((node, name))) if !name.is_empty() => {
                DefinitionPart::text(format!("method.request.header.{name}"), node.span())
            }
            _ => DefinitionPart::opaque(extension.span()),
        }
    }
}
